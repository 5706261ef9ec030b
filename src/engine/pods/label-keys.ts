// matchLabelKeys and mismatchLabelKeys become requirements of the selector when the pod is created; the scheduler reads only those.
// Source: k8s.io/kubernetes@v1.36.3 pkg/registry/core/pod/strategy.go:845.
import type {
  Affinity,
  LabelRequirement,
  LabelSelector,
  Labels,
  PodAffinity,
  PodAffinityTerm,
  PodSpec,
  TopologySpreadConstraint,
} from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf, listOf } from './untrusted.ts'

/** The spec with the label keys of its affinity and spread rules merged into their selectors. */
export function withLabelKeys(spec: PodSpec, labels: Labels): PodSpec {
  const affinity = fieldsOf(spec.affinity) as Affinity
  return {
    ...spec,
    ...(spec.affinity && {
      affinity: {
        ...affinity,
        ...(affinity.podAffinity && { podAffinity: mergeTerms(affinity.podAffinity, labels) }),
        ...(affinity.podAntiAffinity && { podAntiAffinity: mergeTerms(affinity.podAntiAffinity, labels) }),
      },
    }),
    ...(spec.topologySpreadConstraints && {
      topologySpreadConstraints: listOf(spec.topologySpreadConstraints).map((one) => mergeConstraint(one, labels)),
    }),
  }
}

function mergeConstraint(written: unknown, labels: Labels): TopologySpreadConstraint {
  const constraint = fieldsOf(written) as unknown as TopologySpreadConstraint
  if (!constraint.labelSelector) return constraint
  return { ...constraint, labelSelector: merge(constraint.labelSelector, constraint.matchLabelKeys, [], labels) }
}

function mergeTerms(rules: PodAffinity, labels: Labels): PodAffinity {
  const required = fieldsIn(
    rules.requiredDuringSchedulingIgnoredDuringExecution,
  ) as unknown as readonly PodAffinityTerm[]
  const preferred = fieldsIn(rules.preferredDuringSchedulingIgnoredDuringExecution) as unknown as readonly {
    weight: number
    podAffinityTerm: PodAffinityTerm
  }[]
  return {
    ...rules,
    ...(required.length > 0 && {
      requiredDuringSchedulingIgnoredDuringExecution: required.map((t) => mergeTerm(t, labels)),
    }),
    ...(preferred.length > 0 && {
      preferredDuringSchedulingIgnoredDuringExecution: preferred.map((p) => ({
        ...p,
        podAffinityTerm: mergeTerm(fieldsOf(p.podAffinityTerm) as unknown as PodAffinityTerm, labels),
      })),
    }),
  }
}

// A term without a selector matches nothing, and stays so.
function mergeTerm(term: PodAffinityTerm, labels: Labels): PodAffinityTerm {
  if (!term.labelSelector) return term
  return { ...term, labelSelector: merge(term.labelSelector, term.matchLabelKeys, term.mismatchLabelKeys, labels) }
}

function merge(selector: LabelSelector, same: unknown, other: unknown, labels: Labels): LabelSelector {
  const added = [...requirements(same, 'In', labels), ...requirements(other, 'NotIn', labels)]
  if (added.length === 0) return selector
  return { ...selector, matchExpressions: [...(listOf(selector.matchExpressions) as LabelRequirement[]), ...added] }
}

function requirements(keys: unknown, operator: 'In' | 'NotIn', labels: Labels): LabelRequirement[] {
  return listOf(keys).flatMap((key) => {
    const value = typeof key === 'string' && Object.hasOwn(labels, key) ? labels[key] : undefined
    return value === undefined ? [] : [{ key: key as string, operator, values: [value] }]
  })
}
