import type { Affinity, NodeRequirement, PodAffinity, PodAffinityTerm } from '../../kubernetes/types.ts'
import type { NodeRule } from '../../platform/component.ts'
import { given, unlessEmpty } from '../given.ts'
import { sortedBy, sortedTexts } from '../order.ts'
import { siblingSelectorOf } from './labels.ts'
import type { Placed } from './placed.ts'

/** On which nodes the pods may stand, and how members of the workload keep apart. */
export function affinity(placed: Placed): Affinity | undefined {
  return unlessEmpty(given<Affinity>({ nodeAffinity: nodeAffinity(placed), podAntiAffinity: podAntiAffinity(placed) }))
}

function nodeAffinity({ workload: { place } }: Placed): Affinity['nodeAffinity'] {
  const required = sortedBy(place.require, ruleText).map(requirement)
  const preferred = sortedBy(place.prefer, (rule) => `${ruleText(rule)} ${rule.weight}`).map((rule) => ({
    weight: rule.weight,
    preference: { matchExpressions: [requirement(rule)] },
  }))
  return unlessEmpty(
    given({
      // Expressions of one term are joined by "and"; terms would be joined by "or".
      requiredDuringSchedulingIgnoredDuringExecution:
        required.length > 0 ? { nodeSelectorTerms: [{ matchExpressions: required }] } : undefined,
      preferredDuringSchedulingIgnoredDuringExecution: unlessEmpty(preferred),
    }),
  )
}

function requirement(rule: NodeRule): NodeRequirement {
  if (!rule.in) return { key: rule.label, operator: 'Exists' }
  return { key: rule.label, operator: 'In', values: sortedTexts(rule.in) }
}

function ruleText(rule: NodeRule): string {
  return JSON.stringify(requirement(rule))
}

function podAntiAffinity(placed: Placed): PodAffinity | undefined {
  const apart = sortedBy(placed.workload.place.apart, ({ by }) => by)
  const term = (topologyKey: string): PodAffinityTerm => ({
    labelSelector: { matchLabels: siblingSelectorOf(placed) },
    topologyKey,
  })
  return unlessEmpty(
    given<PodAffinity>({
      requiredDuringSchedulingIgnoredDuringExecution: unlessEmpty(
        apart.flatMap((rule) => (rule.how === 'required' ? [term(rule.by)] : [])),
      ),
      preferredDuringSchedulingIgnoredDuringExecution: unlessEmpty(
        apart.flatMap((rule) =>
          rule.how === 'preferred' ? [{ weight: rule.weight ?? 100, podAffinityTerm: term(rule.by) }] : [],
        ),
      ),
    }),
  )
}
