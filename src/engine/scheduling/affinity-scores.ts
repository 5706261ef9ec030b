// InterPodAffinity as a score: company that the pod, or those that stand, would rather have or avoid. Required affinity
// of those that stand draws with weight 1.
// Source: pkg/scheduler/framework/plugins/interpodaffinity/scoring.go (kubernetes v1.36.3).

import { type AffinityTerm, ownTermTakes, termKey, termTakes } from './affinity-terms.ts'
import type { Cycle } from './cycle.ts'
import type { HeldTerm } from './held-terms.ts'
import { normalizeBetween } from './normalize.ts'
import type { SchedulingNode } from './scheduling-node.ts'

/** Key → value → weight of the node's domain. */
type Sums = Map<string, Map<string, number>>

export function affinityScores(cycle: Cycle, feasible: readonly SchedulingNode[]): Float64Array | undefined {
  const sums: Sums = new Map()
  for (const term of cycle.pod.terms.ratherNear) addOwn(sums, cycle, term, 1)
  for (const term of cycle.pod.terms.ratherApart) addOwn(sums, cycle, term, -1)
  addHeld(sums, cycle)
  // Nothing that any term takes: the plugin passes the pod over.
  if (sums.size === 0) return undefined
  return normalizeBetween(
    Float64Array.from(feasible, ({ labels }) => {
      let sum = 0
      for (const [key, byValue] of sums) {
        const value = Object.hasOwn(labels, key) ? labels[key] : undefined
        if (value !== undefined) sum += byValue.get(value) ?? 0
      }
      return sum
    }),
  )
}

function addOwn(sums: Sums, { world }: Cycle, term: AffinityTerm, sign: 1 | -1): void {
  const { domainOf, values } = world.topology(term.topologyKey)
  const counts = world.counts.countOf(`own ${termKey(term)}`, (kind) => ownTermTakes(term, kind, world.namespaceLabels))
  counts.forEach((count, node) => {
    const value = values[domainOf[node] ?? -1]
    if (count > 0 && value !== undefined) add(sums, term.topologyKey, value, sign * term.weight * count)
  })
}

function addHeld(sums: Sums, { world, pod }: Cycle): void {
  const { near, ratherNear, ratherApart } = world.held
  const labels = world.namespaceLabels(pod.namespace) ?? {}
  const addAll = (held: ReadonlyMap<string, HeldTerm>, sign: 1 | -1) => {
    for (const { term, sums: byValue } of held.values())
      if (byValue.size > 0 && termTakes(term, pod, labels))
        for (const [value, weight] of byValue) add(sums, term.topologyKey, value, sign * weight)
  }
  addAll(near, 1)
  addAll(ratherNear, 1)
  addAll(ratherApart, -1)
}

function add(sums: Sums, key: string, value: string, weight: number): void {
  const byValue = sums.get(key) ?? new Map<string, number>()
  byValue.set(value, (byValue.get(value) ?? 0) + weight)
  sums.set(key, byValue)
}
