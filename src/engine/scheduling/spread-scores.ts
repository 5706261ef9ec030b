// PodTopologySpread as a score: emptier domains first.
// Source: pkg/scheduler/framework/plugins/podtopologyspread/scoring.go (kubernetes v1.36.3).

import type { Cycle } from './cycle.ts'
import { normalizeSpread } from './normalize.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import { countedPods, countsNode, type SpreadConstraint, spreadConstraints } from './spread-constraints.ts'
import { domainWeight, spreadScore } from './spread-weight.ts'
import type { Topology } from './topology.ts'

const hostname = 'kubernetes.io/hostname'

interface Scored {
  readonly constraint: SpreadConstraint
  readonly weight: number
  /** Pods that count for a node of a domain; undefined where the node lacks the key. */
  readonly holds: (node: number) => number | undefined
}

export function spreadScores(cycle: Cycle, feasible: readonly SchedulingNode[]): Float64Array | undefined {
  const { constraints, needsAllKeys } = spreadConstraints(cycle, 'ScheduleAnyway')
  if (constraints.length === 0) return undefined
  const keys = constraints.map(({ topologyKey }) => cycle.world.topology(topologyKey))
  const takesPart = (node: number) => !needsAllKeys || keys.every(({ domainOf }) => domainOf[node] !== -1)
  const among = feasible.filter(({ index }) => takesPart(index))
  const scored = constraints.map((constraint) => scoredBy(cycle, constraint, among, takesPart))
  return normalizeSpread(
    Float64Array.from(feasible, ({ index }) => {
      if (!takesPart(index)) return -1
      return Math.round(
        scored.reduce((sum, { constraint, weight, holds }) => {
          const count = holds(index)
          return count === undefined ? sum : sum + spreadScore(count, constraint.maxSkew, weight)
        }, 0),
      )
    }),
  )
}

function scoredBy(
  cycle: Cycle,
  constraint: SpreadConstraint,
  among: readonly SchedulingNode[],
  takesPart: (node: number) => boolean,
): Scored {
  const counts = countedPods(cycle, constraint)
  const topology = cycle.world.topology(constraint.topologyKey)
  // A node is its own domain by hostname: no inclusion policy is asked (scoring.go:217).
  if (constraint.topologyKey === hostname) {
    const holds = (node: number) => (topology.domainOf[node] === -1 ? undefined : counts[node])
    return { constraint, weight: domainWeight(among.length), holds }
  }
  const { sums, domains } = sumsByDomain(cycle, constraint, topology, among, takesPart, counts)
  const holds = (node: number) => (topology.domainOf[node] === -1 ? undefined : sums[topology.domainOf[node] ?? 0])
  return { constraint, weight: domainWeight(domains), holds }
}

/** Pods of the domains in which feasible nodes lie; nodes without the key are one domain more, the empty value's. */
function sumsByDomain(
  cycle: Cycle,
  constraint: SpreadConstraint,
  { domainOf, values }: Topology,
  among: readonly SchedulingNode[],
  takesPart: (node: number) => boolean,
  counts: Int32Array,
): { readonly sums: Float64Array; readonly domains: number } {
  const domainAt = (node: number) => {
    const domain = domainOf[node] ?? -1
    return domain === -1 ? without : domain
  }
  const empty = values.indexOf('')
  const without = empty === -1 ? values.length : empty
  const sums = new Float64Array(values.length + 1)
  const wanted = new Set(among.map(({ index }) => domainAt(index)))
  for (const { index } of cycle.world.nodes) {
    if (!wanted.has(domainAt(index)) || !takesPart(index) || !countsNode(cycle, constraint, index)) continue
    sums[domainAt(index)] = (sums[domainAt(index)] ?? 0) + (counts[index] ?? 0)
  }
  return { sums, domains: wanted.size }
}
