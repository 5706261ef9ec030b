// Environment variables of a container and where they come from.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, ValidateEnv, ValidateEnvFrom.
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import { formatQuantity } from '../../kubernetes/quantity.ts'
import type { Judge } from './judge.ts'
import { amountAt, at, isSet, items, type Place, text } from './place.ts'
import { refuseIf, requireText, setAmong } from './rules.ts'
import { backStepProblem } from './volume-mounts.ts'

const plainFields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]
const volumeFields = ['metadata.name', 'metadata.namespace', 'metadata.labels', 'metadata.annotations', 'metadata.uid']
const containerFields = [
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
]

/** `volumes`: name → kind. */
export function environment(judge: Judge, container: Place, volumes: ReadonlyMap<string, string>): void {
  for (const variable of items(at(container, 'env'))) {
    const name = at(variable, 'name')
    if (text(name) === '') judge.refuse(name, { is: 'required' })
    else refuseIf(judge, name, variableNameProblem(text(name), judge))
    if (isSet(at(variable, 'valueFrom'))) valueFrom(judge, variable, volumes)
  }
  for (const group of items(at(container, 'envFrom'))) envFrom(judge, at(container, 'envFrom'), group)
}

function valueFrom(judge: Judge, variable: Place, volumes: ReadonlyMap<string, string>): void {
  const place = at(variable, 'valueFrom')
  const settled = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef']
  const isSettled = setAmong(place, settled).length === 1 && !isSet(at(place, 'fileKeyRef'))
  const kinds = !isSettled && judge.minor >= 35 ? [...settled, 'fileKeyRef'] : settled
  const sources = setAmong(place, kinds)
  for (const source of sources) {
    const kind = source.step
    if (kind === 'fieldRef') podField(judge, source, plainFields)
    else if (kind === 'resourceFieldRef') containerField(judge, source, false)
    else if (kind === 'fileKeyRef') fileKey(judge, source, volumes)
    else keyOf(judge, source)
  }
  if (sources.length === 0) judge.refuse(place, { is: 'invalid', value: '', why: `names none of ${kinds.join(', ')}` })
  else if (text(at(variable, 'value')) !== '')
    judge.refuse(place, { is: 'invalid', value: '', why: 'stands beside value: only one of both' })
  else if (sources.length > 1)
    judge.refuse(place, { is: 'invalid', value: '', why: `names more than one of ${kinds.join(', ')}` })
}

// A variable of a file that an init container wrote (EnvFiles, 1.35).
function fileKey(judge: Judge, place: Place, volumes: ReadonlyMap<string, string>): void {
  const [key, volume, path] = [at(place, 'key'), at(place, 'volumeName'), at(place, 'path')]
  for (const field of [key, volume, path]) requireText(judge, field)
  if (text(key) !== '') refuseIf(judge, key, variableNameProblem(text(key), judge))
  if (text(volume) !== '') refuseIf(judge, volume, dnsLabelProblem(text(volume)))
  refuseIf(judge, path, backStepProblem(text(path)))
  const kind = volumes.get(text(volume))
  if (kind !== 'emptyDir')
    refuseIf(judge, volume, kind ? 'is a volume of another kind than emptyDir' : 'is no volume of the pod')
}

function keyOf(judge: Judge, place: Place): void {
  refuseIf(judge, at(place, 'name'), dnsSubdomainProblem(text(at(place, 'name'))))
  const key = at(place, 'key')
  if (text(key) === '') judge.refuse(key, { is: 'required' })
  else refuseIf(judge, key, configKeyProblem(text(key)))
}

function envFrom(judge: Judge, list: Place, group: Place): void {
  const prefix = at(group, 'prefix')
  if (text(prefix) !== '') refuseIf(judge, prefix, variableNameProblem(text(prefix), judge))
  const sources = setAmong(group, ['configMapRef', 'secretRef'])
  for (const source of sources) {
    const name = at(source, 'name')
    if (text(name) === '') judge.refuse(name, { is: 'required' })
    else refuseIf(judge, name, dnsSubdomainProblem(text(name)))
  }
  if (sources.length === 1) return
  const why =
    sources.length === 0 ? 'names neither configMapRef nor secretRef' : 'names both configMapRef and secretRef'
  judge.refuse(list, { is: 'invalid', value: '', why })
}

/** A field of the pod that its containers may be told (downward API). */
export function podField(judge: Judge, place: Place, allowed: readonly string[] = volumeFields): void {
  const field = at(place, 'fieldPath')
  const path = text(field)
  const version = at(place, 'apiVersion')
  if (isSet(version) && text(version) !== 'v1') return refuseIf(judge, field, 'is of another API version than v1')
  if (path === '') return requireText(judge, field)
  const [, map, key] = /^(metadata\.(?:labels|annotations))\['(.*)'\]$/.exec(path) ?? []
  if (map !== undefined && key !== undefined) {
    refuseIf(judge, place, qualifiedNameProblem(map.endsWith('annotations') ? key.toLowerCase() : key), key)
  } else if (!allowed.includes(path)) judge.refuse(field, { is: 'notOneOf', value: path, allowed })
  // The gate PodHostIPs is closed by default.
  else if (path === 'status.hostIPs' && judge.minor < 29)
    judge.refuse(place, { is: 'forbidden', why: 'Kubernetes tells it from 1.29 on' })
}

/** A request or limit that a container may be told. */
export function containerField(judge: Judge, place: Place, inVolume: boolean): void {
  if (inVolume && text(at(place, 'containerName')) === '') return requireText(judge, at(place, 'containerName'))
  const resource = at(place, 'resource')
  if (text(resource) === '') return requireText(judge, resource)
  if (!isToldOf(text(resource)))
    judge.refuse(resource, { is: 'notOneOf', value: text(resource), allowed: containerFields })
  divisor(judge, at(place, 'divisor'), text(resource))
}

function isToldOf(resource: string): boolean {
  return containerFields.includes(resource) || /^(requests|limits)\.hugepages-/.test(resource)
}

const sizeDivisors = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei']

// In what units the amount is told; none is 1 (validation.go:2985).
function divisor(judge: Judge, place: Place, resource: string): void {
  const amount = amountAt(place)
  if (!isSet(place) || amount === undefined || amount.nano === 0n) return
  const allowed = /\.cpu$/.test(resource) ? ['1m', '1'] : sizeDivisors
  if (isToldOf(resource) && !allowed.includes(formatQuantity(amount)))
    judge.refuse(place, { is: 'notOneOf', value: formatQuantity(amount), allowed })
}

// From 1.32 on any printable ASCII but = (the gate RelaxedEnvironmentVariableValidation).
function variableNameProblem(name: string, judge: Judge): string | undefined {
  if (/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name)) return undefined
  if (judge.minor < 32) return 'may hold only letters, digits, -, _ and ., and starts with no digit'
  return /^[ -<>-~]+$/.test(name) ? undefined : 'may hold only printable ASCII, and no ='
}

/** Keys of ConfigMaps and Secrets, which become file names. */
export function configKeyProblem(key: string): string | undefined {
  if (key.length > 253) return 'is longer than 253 characters'
  if (!/^[-._a-zA-Z0-9]+$/.test(key)) return 'may hold only letters, digits, -, _ and .'
  if (key === '.') return 'is no file name'
  return key.startsWith('..') ? 'starts with ..' : undefined
}
