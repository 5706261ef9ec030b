// What a container mounts must be a volume of its pod.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, ValidateVolumeMounts, ValidateVolumeDevices.
import type { Judge } from './judge.ts'
import { at, fieldOf, isSet, items, named, type Place, text } from './place.ts'
import { allowSet, refuseIf, requireText } from './rules.ts'

export function volumeMounts(judge: Judge, container: Place, volumes: ReadonlyMap<string, string>): void {
  const list = at(container, 'volumeMounts')
  const paths = new Set<string>()
  for (const mount of items(list)) {
    const [name, path] = [at(mount, 'name'), at(mount, 'mountPath')]
    requireText(judge, name)
    if (!volumes.has(text(name)))
      judge.refuse(name, { is: 'absent', what: 'volume', name: text(name), present: [...volumes.keys()].sort() })
    requireText(judge, path)
    if (paths.has(text(path))) judge.refuse(path, { is: 'invalid', value: text(path), why: 'is mounted twice' })
    paths.add(text(path))
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
  const mounted = new Set(
    items(at(container, 'volumeMounts')).flatMap((mount) => [text(at(mount, 'name')), text(at(mount, 'mountPath'))]),
  )
  const seen = new Set<string>()
  for (const device of items(at(container, 'volumeDevices'))) {
    const kind = volumes.get(text(at(device, 'name')))
    if (kind === undefined) {
      judge.refuse(at(device, 'name'), {
        is: 'absent',
        what: 'volume',
        name: text(at(device, 'name')),
        present: [...volumes.keys()].sort(),
      })
    } else if (kind !== 'persistentVolumeClaim' && kind !== 'ephemeral') {
      judge.refuse(at(device, 'name'), {
        is: 'invalid',
        value: text(at(device, 'name')),
        why: `is a ${kind} volume: only a claim can be a device`,
      })
    }
    for (const place of [at(device, 'name'), at(device, 'devicePath')]) {
      requireText(judge, place)
      if (seen.has(text(place))) judge.refuse(place, { is: 'invalid', value: text(place), why: 'is used twice' })
      if (mounted.has(text(place))) judge.refuse(place, { is: 'invalid', value: text(place), why: 'is mounted too' })
      seen.add(text(place))
    }
    if (isSet(at(device, 'devicePath')))
      refuseIf(judge, at(device, 'devicePath'), backStepProblem(text(at(device, 'devicePath'))))
  }
}

/** A path that stays inside its directory. */
export function inPathProblem(path: string): string | undefined {
  return path.startsWith('/') ? 'is no relative path' : backStepProblem(path)
}

export function backStepProblem(path: string): string | undefined {
  return path.split('/').includes('..') ? 'holds ..' : undefined
}
