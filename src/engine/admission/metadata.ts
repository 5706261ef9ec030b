// Names, labels and annotations, which every object has.
// Source: k8s.io/apimachinery@v0.36.3 pkg/api/validation/objectmeta.go:152, and the name rules of each kind in k8s.io/kubernetes@v1.36.3.
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, entries, fieldOf, items, named, type Place, text } from './place.ts'
import { labels, refuseIf, requireText } from './rules.ts'
import { serviceNameProblem } from './service-name.ts'

const mostAnnotationBytes = 256 * 1024

type NameRule = (name: string) => string | undefined

export function metadata(judge: Judge, root: Place, kind: string): void {
  const meta = at(root, 'metadata')
  ownName(judge, meta, kind)
  if (text(at(meta, 'namespace')) !== '')
    refuseIf(judge, at(meta, 'namespace'), dnsLabelProblem(text(at(meta, 'namespace'))))
  labels(judge, kind === 'Namespace' ? withoutOwnName(at(meta, 'labels')) : at(meta, 'labels'))
  annotations(judge, at(meta, 'annotations'))
  for (const finalizer of items(at(meta, 'finalizers'))) {
    refuseIf(judge, at(meta, 'finalizers'), qualifiedNameProblem(text(finalizer)), text(finalizer))
    // Budgets alone are not asked (pkg/apis/policy/validation/validation.go:45).
    if (kind !== 'PodDisruptionBudget') refuseIf(judge, finalizer, shortFinalizerProblem(text(finalizer)))
  }
  owners(judge, at(meta, 'ownerReferences'))
}

const ownFinalizers = ['kubernetes', 'orphan', 'foregroundDeletion']

/** A finalizer without a domain is one of the API's own (pkg/apis/core/validation/validation.go:8293). */
export function shortFinalizerProblem(name: string): string | undefined {
  const isTaken = name.includes('/') || ownFinalizers.includes(name)
  return isTaken ? undefined : 'is neither one of the API’s own finalizers nor behind a domain'
}

// The server does not say which owner it was (objectmeta.go:66).
function owners(judge: Judge, list: Place): void {
  let controllers = 0
  for (const owner of items(list)) {
    const part = (field: string) => named(at(owner, field), `${fieldOf(list)}.${field}`)
    refuseIf(judge, part('apiVersion'), versionProblem(text(at(owner, 'apiVersion'))))
    for (const field of ['kind', 'name', 'uid']) requireText(judge, part(field))
    const isEvent = text(at(owner, 'kind')) === 'Event' && /^\/?v1$/.test(text(at(owner, 'apiVersion')))
    if (isEvent) refuseIf(judge, list, 'names an Event, which owns nothing', text(at(owner, 'name')))
    if (at(owner, 'controller').value === true && ++controllers > 1)
      refuseIf(judge, list, 'names more than one controller', text(at(owner, 'name')))
  }
}

function versionProblem(written: string): string | undefined {
  const parts = written.split('/')
  return parts.length > 2 || parts.at(-1) === '' ? 'is no version, and no group and version' : undefined
}

function ownName(judge: Judge, meta: Place, kind: string): void {
  const [name, prefix] = [at(meta, 'name'), at(meta, 'generateName')]
  const rule = nameRule(kind, judge)
  if (text(name) !== '') return refuseIf(judge, name, rule(text(name)))
  // The server puts random letters behind it, so a prefix may end in a hyphen.
  if (text(prefix) !== '') return refuseIf(judge, prefix, rule(`${text(prefix)}x`))
  // A LimitRange without a name is given one (pkg/registry/core/limitrange/strategy.go:47).
  if (kind !== 'LimitRange') judge.refuse(name, { is: 'required', why: 'a name or generateName' })
}

// Whatever a Namespace says there, the server writes its name (pkg/apis/core/v1/defaults.go:326).
function withoutOwnName(place: Place): Place {
  const others = entries(place).filter(([key]) => key !== 'kubernetes.io/metadata.name')
  return { ...place, value: Object.fromEntries(others.map(([key, label]) => [key, label.value])) }
}

/** Keys are compared in lower case, and all of them together are bounded. */
export function annotations(judge: Judge, place: Place): void {
  let bytes = 0
  for (const [key, value] of entries(place)) {
    refuseIf(judge, place, qualifiedNameProblem(key.toLowerCase()), key)
    bytes += Buffer.byteLength(key) + Buffer.byteLength(text(value))
  }
  if (bytes > mostAnnotationBytes) {
    judge.refuse(place, { is: 'invalid', value: `${bytes} bytes`, why: `is more than ${mostAnnotationBytes} bytes` })
  }
}

function nameRule(kind: string, judge: Judge): NameRule {
  switch (kind) {
    case 'Namespace':
    case 'StatefulSet':
      return dnsLabelProblem
    case 'Service':
      return (name) => serviceNameProblem(judge, name)
    case 'APIService':
    case 'PodDisruptionBudget':
    case 'Role':
    case 'RoleBinding':
    case 'ClusterRole':
    case 'ClusterRoleBinding':
      return pathSegmentProblem
    case 'CronJob':
      return (name) =>
        name.length > 52 ? 'is longer than 52 characters, and its jobs add 11' : dnsSubdomainProblem(name)
    default:
      return dnsSubdomainProblem
  }
}

/** A name that stands in an address: not `.` or `..`, without `/` and `%` (pkg/api/validation/path/name.go). */
export function pathSegmentProblem(name: string): string | undefined {
  if (name === '.' || name === '..') return 'is no name in an address'
  return /[/%]/.test(name) ? 'may not hold / or %' : undefined
}
