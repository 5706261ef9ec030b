// Cilium's selectors of endpoints as selectors of pods and of their namespaces: labels of both stand in one list there.
// Source: cilium/cilium, pkg/k8s/apis/cilium.io/utils/utils.go getEndpointSelector, pkg/k8s/apis/cilium.io/const.go.

import type { LabelRequirement } from '../../kubernetes/types.ts'
import { nameLabel } from './namespaces.ts'
import { plainSelector } from './plain-selector.ts'
import type { Subject } from './ranked-policy.ts'
import { hasOnly, isListOf, isRecord, isString } from './shape.ts'

const podNamespace = 'io.kubernetes.pod.namespace'
const namespaceLabels = 'io.cilium.k8s.namespace.labels.'
const reserved = /^reserved[:.]/
const selectorFields = new Set(['matchLabels', 'matchExpressions'])

/**
 * The pods meant; undefined where nobody can read them. Without a word about namespaces those of `own` are meant, and of
 * a cluster-wide policy (`own` is empty) those of all. `nobody` where it means what is no pod: health checks, starting ones.
 */
export function ciliumSelector(written: unknown, own: string): Subject | 'nobody' | undefined {
  const requirements = requirementsOf(written)
  if (!requirements) return undefined
  const ofNamespaces: LabelRequirement[] = []
  const ofPods: LabelRequirement[] = []
  for (const requirement of requirements) {
    if (reserved.test(requirement.key)) {
      if (requirement.operator === 'In' || requirement.operator === 'Exists') return 'nobody'
      continue
    }
    const key = bareKey(requirement.key)
    if (key === undefined) return undefined
    if (key === podNamespace) ofNamespaces.push({ ...requirement, key: nameLabel })
    else if (key.startsWith(namespaceLabels))
      ofNamespaces.push({ ...requirement, key: key.slice(namespaceLabels.length) })
    else if (key.startsWith('io.cilium.')) return undefined
    else ofPods.push({ ...requirement, key })
  }
  const podSelector = plainSelector(ofPods)
  if (ofNamespaces.length > 0) return { podSelector, namespaceSelector: plainSelector(ofNamespaces) }
  return own === '' ? { podSelector, namespaceSelector: {} } : { podSelector }
}

function requirementsOf(written: unknown): readonly LabelRequirement[] | undefined {
  if (!isRecord(written) || !hasOnly(written, selectorFields)) return undefined
  const { matchExpressions } = written
  const matchLabels = written.matchLabels ?? {}
  if (!isRecord(matchLabels) || !Object.values(matchLabels).every(isString)) return undefined
  if (!isListOf(matchExpressions, isRequirement)) return undefined
  const labels = Object.entries(matchLabels).map(([key, value]) => ({ key, operator: 'In', values: [String(value)] }))
  return [...labels, ...((matchExpressions ?? []) as readonly LabelRequirement[])] as readonly LabelRequirement[]
}

function isRequirement(each: unknown): boolean {
  if (!isRecord(each) || !isString(each.key) || !isListOf(each.values, isString)) return false
  const count = Array.isArray(each.values) ? each.values.length : 0
  if (each.operator === 'In' || each.operator === 'NotIn') return count > 0
  return (each.operator === 'Exists' || each.operator === 'DoesNotExist') && count === 0
}

/** The key without where it comes from; undefined where it is none of Kubernetes' labels. */
function bareKey(key: string): string | undefined {
  const [, source, rest = key] = /^([a-z0-9-]+)[:](.*)$/.exec(key) ?? []
  // With a point it is a label of that whole name, which nobody has and somebody else was meant.
  if (/^(k8s|any)\.io\./.test(rest)) return undefined
  return source === undefined || source === 'k8s' || source === 'any' ? rest : undefined
}
