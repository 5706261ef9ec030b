// PodTopologySpread as a filter: where one more pod would make a domain too full against the emptiest.
// Source: pkg/scheduler/framework/plugins/podtopologyspread/filtering.go (kubernetes v1.36.3).

import type { Cycle } from './cycle.ts'
import { final, mendable, type NodeFilter } from './refusal.ts'
import { nodeSays } from './scheduler-says.ts'
import type { NodeView } from './scheduling-node.ts'
import type { SchedulingPod } from './scheduling-pod.ts'
import { countedPods, countsNode, type SpreadConstraint, spreadConstraints, takesLabels } from './spread-constraints.ts'
import type { Topology } from './topology.ts'

interface SpreadState {
  readonly constraint: SpreadConstraint
  readonly topology: Topology
  /** Pods by domain; −1 for a domain no node of which counts. */
  readonly holds: Int32Array
  readonly domains: number
  readonly takesSelf: boolean
  /** Domain with the fewest pods, and the fewest of the other domains. */
  readonly emptiest: number
  readonly least: number
  readonly nextLeast: number
}

export function spreadFilter(cycle: Cycle): NodeFilter | undefined {
  const { constraints } = spreadConstraints(cycle, 'DoNotSchedule')
  if (constraints.length === 0) return undefined
  const keys = constraints.map(({ topologyKey }) => cycle.world.topology(topologyKey))
  const states = constraints.map((constraint) => spreadState(cycle, constraint, keys))
  return (view) => {
    for (const state of states) {
      const domain = state.topology.domainOf[view.node.index] ?? -1
      if (domain === -1) return final(nodeSays.notSpreadOver, state.constraint.path)
      const changed = view.more.length + view.fewer.length > 0 ? changedBy(cycle, state, view, keys) : 0
      if (skew(state, domain, changed) > state.constraint.maxSkew)
        return mendable(nodeSays.tooSkewed, state.constraint.path)
    }
    return undefined
  }
}

function spreadState(cycle: Cycle, constraint: SpreadConstraint, keys: readonly Topology[]): SpreadState {
  const topology = cycle.world.topology(constraint.topologyKey)
  const counts = countedPods(cycle, constraint)
  const holds = new Int32Array(topology.values.length).fill(-1)
  cycle.world.nodes.forEach((_, node) => {
    if (!keys.every(({ domainOf }) => domainOf[node] !== -1) || !countsNode(cycle, constraint, node)) return
    const domain = topology.domainOf[node] ?? 0
    holds[domain] = Math.max(holds[domain] ?? 0, 0) + (counts[node] ?? 0)
  })
  return { constraint, topology, holds, takesSelf: takesLabels(constraint, cycle.pod.labels), ...leastOf(holds) }
}

function leastOf(holds: Int32Array): Pick<SpreadState, 'domains' | 'emptiest' | 'least' | 'nextLeast'> {
  let [domains, emptiest, least, nextLeast] = [0, -1, noPods, noPods]
  holds.forEach((count, domain) => {
    if (count === -1) return
    domains += 1
    if (count < least) [emptiest, least, nextLeast] = [domain, count, least]
    else if (count < nextLeast) nextLeast = count
  })
  return { domains, emptiest, least, nextLeast }
}

// Where no node counts, the emptiest domain holds more than any number of pods (filtering.go:104).
const noPods = 2 ** 31 - 1

/** How much fuller than the emptiest the domain would be, where `changed` more pods stand in it. */
function skew(state: SpreadState, domain: number, changed: number): number {
  const counted = state.holds[domain] ?? -1
  const here = Math.max(counted, 0) + changed
  const others = domain === state.emptiest ? state.nextLeast : state.least
  const least = counted === -1 ? state.least : Math.min(here, others)
  return here + (state.takesSelf ? 1 : 0) - (state.domains < state.constraint.minDomains ? 0 : least)
}

/**
 * Pods that come and go on the node of a view. The scheduler takes those that are ending off as well, though it never
 * counted them, and here the empty selector takes all (filtering.go:181, updateWithPod).
 */
function changedBy(cycle: Cycle, { constraint }: SpreadState, view: NodeView, keys: readonly Topology[]): number {
  const at = view.node.index
  if (!keys.every(({ domainOf }) => domainOf[at] !== -1) || !countsNode(cycle, constraint, at)) return 0
  const takes = ({ namespace, labels }: SchedulingPod) =>
    namespace === cycle.pod.namespace && takesLabels(constraint, labels)
  return view.more.filter(takes).length - view.fewer.filter(takes).length
}
