// ConfigMaps, Secrets, Namespaces and Nodes.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:7765, :7867, :7287.
import { qualifiedNameProblem } from '../../kubernetes/names.ts'
import { rangeProblem, readRange } from './addresses.ts'
import { configKeyProblem } from './environment.ts'
import type { Judge } from './judge.ts'
import { shortFinalizerProblem } from './metadata.ts'
import { at, entries, fieldOf, isSet, items, named, type Place, text, texts } from './place.ts'
import { refuseIf } from './rules.ts'
import { taints } from './tolerations.ts'

const mostBytes = 1024 * 1024

export function configMap(judge: Judge, root: Place): void {
  const [data, binary] = [entries(at(root, 'data')), entries(at(root, 'binaryData'))]
  const binaryKeys = new Set(binary.map(([key]) => key))
  let bytes = 0
  for (const [key, value] of [...data, ...binary]) refuseIf(judge, value, configKeyProblem(key), key)
  for (const [key, value] of data) {
    if (binaryKeys.has(key)) judge.refuse(value, { is: 'duplicate', value: key })
    bytes += Buffer.byteLength(text(value))
  }
  for (const [, value] of binary) bytes += Buffer.from(text(value), 'base64').length
  tooLarge(judge, named(root, '[]'), bytes)
}

// What a Secret of each type must hold; all of the fields, but for basic-auth, where one is enough.
const needs: ReadonlyMap<string, readonly string[]> = new Map([
  ['kubernetes.io/dockercfg', ['.dockercfg']],
  ['kubernetes.io/dockerconfigjson', ['.dockerconfigjson']],
  ['kubernetes.io/basic-auth', ['username', 'password']],
  ['kubernetes.io/ssh-auth', ['ssh-privatekey']],
  ['kubernetes.io/tls', ['tls.crt', 'tls.key']],
])

export function secret(judge: Judge, root: Place): void {
  const data = at(root, 'data')
  // The server writes stringData into data, over what is there.
  const values = new Map([...entries(data), ...entries(at(root, 'stringData'))])
  const asBytes = new Set(
    entries(data)
      .map(([key]) => key)
      .filter((key) => !isSet(at(root, 'stringData', key))),
  )
  let bytes = 0
  for (const [key, value] of values) {
    refuseIf(judge, named(value, `data[${key}]`), configKeyProblem(key), key)
    bytes += Buffer.from(text(value), asBytes.has(key) ? 'base64' : 'utf8').length
  }
  tooLarge(judge, data, bytes)

  const type = text(at(root, 'type'))
  const keys = needs.get(type) ?? []
  const isThere = (key: string) => (type.endsWith('ssh-auth') ? isFilled(values.get(key)) : values.has(key))
  const missing = keys.filter((key) => !isThere(key))
  const isMissing = type === 'kubernetes.io/basic-auth' ? missing.length === keys.length : missing.length > 0
  if (isMissing)
    for (const key of missing)
      judge.refuse(named(at(data, key), `data[${key}]`), { is: 'required', why: `for type ${type}` })
  if (type.startsWith('kubernetes.io/dockerc'))
    for (const key of keys) dockerConfig(judge, named(at(data, key), `data[${key}]`), values.get(key), asBytes.has(key))
  if (type === 'kubernetes.io/service-account-token') account(judge, root)
}

// Its text is not repeated: it is secret.
function dockerConfig(judge: Judge, place: Place, value: Place | undefined, isBytes: boolean): void {
  if (value === undefined) return
  const bytes = Array.isArray(value.value)
    ? Buffer.from(value.value)
    : Buffer.from(text(value), isBytes ? 'base64' : 'utf8')
  if (!isJsonObject(bytes.toString())) judge.refuse(place, { is: 'invalid', value: '', why: 'is no JSON object' })
}

function isJsonObject(written: string): boolean {
  try {
    const value: unknown = JSON.parse(written)
    return typeof value === 'object' && !Array.isArray(value)
  } catch {
    return false
  }
}

// Bytes may be written as a list of numbers.
function isFilled(place: Place | undefined): boolean {
  return place !== undefined && (text(place) !== '' || (Array.isArray(place.value) && place.value.length > 0))
}

function account(judge: Judge, root: Place): void {
  const name = at(root, 'metadata', 'annotations', 'kubernetes.io/service-account.name')
  if (text(name) === '')
    judge.refuse(named(name, 'metadata.annotations[kubernetes.io/service-account.name]'), { is: 'required' })
}

function tooLarge(judge: Judge, place: Place, bytes: number): void {
  if (bytes > mostBytes)
    judge.refuse(place, { is: 'invalid', value: `${bytes} bytes`, why: `is more than ${mostBytes} bytes` })
}

export function node(judge: Judge, root: Place): void {
  // The server names them as if they were metadata (validation.go:7304).
  taints(judge, named(at(root, 'spec', 'taints'), 'metadata.taints'))
  podRanges(judge, at(root, 'spec'))
}

// One range, or one of each family; where the single field says something else than the first, it is all there is
// (pkg/apis/core/v1/conversion.go:336).
function podRanges(judge: Judge, spec: Place): void {
  const [one, all] = [at(spec, 'podCIDR'), at(spec, 'podCIDRs')]
  const isOne = text(one) !== '' && text(one) !== texts(all)[0]
  const ranges = isOne ? [named(one, `${fieldOf(all)}[0]`)] : items(all)
  for (const range of ranges) refuseIf(judge, range, rangeProblem(text(range), judge.minor))
  const families = new Set(ranges.map((range) => readRange(text(range))?.bits))
  if (ranges.length > 2 || (ranges.length === 2 && families.size !== 2))
    judge.refuse(all, { is: 'invalid', value: texts(all).join(', '), why: 'is more than one range of a family' })
}

const securityLabel = 'pod-security.kubernetes.io'

// Labels that the Pod Security admission reads must say something (k8s.io/pod-security-admission api/helpers.go:181).
export function namespace(judge: Judge, root: Place): void {
  const finalizers = at(root, 'spec', 'finalizers')
  for (const finalizer of texts(finalizers)) {
    const problem = qualifiedNameProblem(finalizer) ?? shortFinalizerProblem(finalizer)
    refuseIf(judge, finalizers, problem, finalizer)
  }
  for (const mode of ['enforce', 'audit', 'warn']) {
    for (const part of ['', '-version']) {
      const key = `${securityLabel}/${mode}${part}`
      const label = at(root, 'metadata', 'labels', key)
      if (label.value !== undefined)
        refuseIf(judge, named(label, `metadata.labels[${key}]`), securityProblem(part, text(label)), text(label))
    }
  }
}

function securityProblem(part: string, value: string): string | undefined {
  if (part === '')
    return ['privileged', 'baseline', 'restricted'].includes(value)
      ? undefined
      : 'is none of privileged, baseline, restricted'
  return value === 'latest' || /^v1\.([0-9]|[1-9][0-9]*)$/.test(value)
    ? undefined
    : 'is neither latest nor a version such as v1.33'
}
