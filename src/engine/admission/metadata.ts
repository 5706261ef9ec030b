// Names, labels and annotations, which every object has.
// Source: k8s.io/apimachinery@v0.36.3 pkg/api/validation/objectmeta.go:152, and the name rules of each kind in k8s.io/kubernetes@v1.36.3.
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, entries, items, type Place, text } from './place.ts'
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
  }
  for (const owner of items(at(meta, 'ownerReferences'))) {
    for (const field of ['apiVersion', 'kind', 'name', 'uid']) requireText(judge, at(owner, field))
  }
}

function ownName(judge: Judge, meta: Place, kind: string): void {
  const [name, prefix] = [at(meta, 'name'), at(meta, 'generateName')]
  const rule = nameRule(kind, judge)
  if (text(name) !== '') return refuseIf(judge, name, rule(text(name)))
  // The server puts random letters behind it, so a prefix may end in a hyphen.
  if (text(prefix) !== '') return refuseIf(judge, name, rule(`${text(prefix)}x`), text(prefix))
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
