// What a container mounts must be a volume of its pod.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, ValidateVolumeMounts, ValidateVolumeDevices.
import type { Judge } from './judge.ts'
import { at, fieldOf, items, named, type Place, text } from './place.ts'
import { allowSet, refuseIf, requireText } from './rules.ts'

export function volumeMounts(judge: Judge, container: Place, volumes: ReadonlyMap<string, string>): void {
  const list = at(container, 'volumeMounts')
  const paths = new Set<string>()
  const devices = pathsByName(at(container, 'volumeDevices'), 'devicePath')
  for (const mount of items(list)) {
    const [name, path] = [at(mount, 'name'), at(mount, 'mountPath')]
    requireText(judge, name)
    if (!volumes.has(text(name)))
      judge.refuse(name, { is: 'absent', what: 'volume', name: text(name), present: [...volumes.keys()].sort() })
    requireText(judge, path)
    if (paths.has(text(path))) judge.refuse(path, { is: 'invalid', value: text(path), why: 'is mounted twice' })
    paths.add(text(path))
    notAmong(judge, [name, path], devices, 'is a device too')
    for (const field of ['subPath', 'subPathExpr']) {
      refuseIf(judge, named(at(mount, field), `${fieldOf(list)}.${field}`), inPathProblem(text(at(mount, field))))
    }
    if (text(at(mount, 'subPath')) !== '' && text(at(mount, 'subPathExpr')) !== '') {
      judge.refuse(at(mount, 'subPathExpr'), {
        is: 'invalid',
        value: text(at(mount, 'subPathExpr')),
        why: 'stands beside subPath: only one of both',
      })
    }
    propagation(judge, container, mount)
    recursion(judge, container, mount)
  }
}

function propagation(judge: Judge, container: Place, mount: Place): void {
  const place = named(at(mount, 'mountPropagation'), `${fieldOf(container)}.volumeMounts.mountPropagation`)
  allowSet(judge, place, ['None', 'HostToContainer', 'Bidirectional'])
  const isPrivileged = at(container, 'securityContext', 'privileged').value === true
  if (text(place) === 'Bidirectional' && !isPrivileged)
    judge.refuse(place, { is: 'forbidden', why: 'only privileged containers have it' })
}

function recursion(judge: Judge, container: Place, mount: Place): void {
  const place = named(at(mount, 'recursiveReadOnly'), `${fieldOf(container)}.volumeMounts.recursiveReadOnly`)
  allowSet(judge, place, ['Disabled', 'IfPossible', 'Enabled'])
  if (text(place) === '' || text(place) === 'Disabled') return
  if (at(mount, 'readOnly').value !== true)
    judge.refuse(place, { is: 'forbidden', why: 'only a mount with readOnly: true has it' })
  const spread = text(at(mount, 'mountPropagation'))
  if (spread !== '' && spread !== 'None') judge.refuse(place, { is: 'forbidden', why: 'not beside mountPropagation' })
}

export function volumeDevices(judge: Judge, container: Place, volumes: ReadonlyMap<string, string>): void {
  const mounts = pathsByName(at(container, 'volumeMounts'), 'mountPath')
  const [names, paths] = [new Set<string>(), new Set<string>()]
  for (const device of items(at(container, 'volumeDevices'))) {
    const [name, path] = [at(device, 'name'), at(device, 'devicePath')]
    const kind = volumes.get(text(name))
    if (kind === undefined)
      judge.refuse(name, { is: 'absent', what: 'volume', name: text(name), present: [...volumes.keys()].sort() })
    else if (kind !== 'persistentVolumeClaim' && kind !== 'ephemeral')
      refuseIf(judge, name, `is a ${kind} volume: only a claim can be a device`)
    requireText(judge, name)
    requireText(judge, path)
    if (names.has(text(name))) refuseIf(judge, name, 'is used twice')
    if (paths.has(text(path))) refuseIf(judge, path, 'is used twice')
    names.add(text(name))
    // A path that is refused takes no other's place.
    const problem = backStepProblem(text(path))
    if (problem === undefined) paths.add(text(path))
    else refuseIf(judge, path, problem)
    notAmong(judge, [name, path], mounts, 'is mounted too')
  }
}

// Of several of one name the server remembers the last (validation.go, GetVolumeMountMap, GetVolumeDeviceMap).
function pathsByName(list: Place, field: string): ReadonlyMap<string, string> {
  return new Map(items(list).map((one) => [text(at(one, 'name')), text(at(one, field))]))
}

function notAmong(
  judge: Judge,
  [name, path]: readonly [Place, Place],
  others: ReadonlyMap<string, string>,
  why: string,
) {
  if (others.has(text(name))) refuseIf(judge, name, why)
  if ([...others.values()].includes(text(path))) refuseIf(judge, path, why)
}

/** A path that stays inside its directory. */
export function inPathProblem(path: string): string | undefined {
  return path.startsWith('/') ? 'is no relative path' : backStepProblem(path)
}

export function backStepProblem(path: string): string | undefined {
  return path.split('/').includes('..') ? 'holds ..' : undefined
}
