// InterPodAffinity as a filter: company that a pod needs, company that it or those that stand refuse.
// Source: pkg/scheduler/framework/plugins/interpodaffinity/filtering.go (kubernetes v1.36.3).

import { type AffinityTerm, ownTermTakes, termKey, termTakes } from './affinity-terms.ts'
import type { Cycle } from './cycle.ts'
import { final, mendable, type NodeFilter } from './refusal.ts'
import { nodeSays } from './scheduler-says.ts'
import type { NodeView, SchedulingNode } from './scheduling-node.ts'
import type { SchedulingPod } from './scheduling-pod.ts'

interface AffinityState {
  readonly cycle: Cycle
  readonly near: readonly Company[]
  /** Standing pods that all terms take, on nodes that have one of the keys at all. */
  readonly companions: number
  readonly takesSelf: boolean
  readonly apart: readonly Company[]
  /** Terms of those that stand which take the pod: key → value → how many. */
  readonly refusedBy: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Pods by domain of one term's key; terms of one key are summed. */
interface Company {
  readonly term: AffinityTerm
  readonly domainOf: Int32Array
  readonly counts: Float64Array
}

export function affinityFilter(cycle: Cycle): NodeFilter | undefined {
  const { near, apart } = cycle.pod.terms
  const refusedBy = refusingTerms(cycle)
  // A nominated pod that refuses this one goes unseen where nothing else made the plugin look (filtering.go:304).
  if (near.length === 0 && apart.length === 0 && refusedBy.size === 0) return undefined
  const state = affinityState(cycle, refusedBy)
  return (view) => {
    if (!hasCompany(state, view)) return final(nodeSays.noCompany, lackedAt(state, view)?.path ?? near[0]?.path)
    const clash = shunned(state, view)
    if (clash) return mendable(nodeSays.badCompany, clash.path)
    if (isRefused(state, view)) return mendable(nodeSays.unwelcome)
    return undefined
  }
}

function affinityState(cycle: Cycle, refusedBy: AffinityState['refusedBy']): AffinityState {
  const { near, apart } = cycle.pod.terms
  const taken = near.length === 0 ? new Int32Array(0) : countOf(cycle, near)
  const topologies = near.map(({ topologyKey }) => cycle.world.topology(topologyKey))
  const companions = taken.reduce(
    (sum, count, node) => (topologies.some(({ domainOf }) => domainOf[node] !== -1) ? sum + count : sum),
    0,
  )
  return {
    cycle,
    near: near.map((term) => company(cycle, term, [taken])),
    companions,
    takesSelf: near.every((term) => takes(cycle, term, cycle.pod)),
    apart: apart.map((term) => {
      const ofKey = apart.filter(({ topologyKey }) => topologyKey === term.topologyKey)
      return company(
        cycle,
        term,
        ofKey.map((one) => countOf(cycle, [one])),
      )
    }),
    refusedBy,
  }
}

function takes({ world }: Cycle, term: AffinityTerm, pod: Parameters<typeof ownTermTakes>[1]): boolean {
  return ownTermTakes(term, pod, world.namespaceLabels)
}

/** Per node: standing pods that every one of the pod's own terms takes. */
function countOf(cycle: Cycle, terms: readonly AffinityTerm[]): Int32Array {
  const key = `own ${terms.map(termKey).join(' ')}`
  return cycle.world.counts.countOf(key, (kind) => terms.every((term) => takes(cycle, term, kind)))
}

function company({ world }: Cycle, term: AffinityTerm, perNode: readonly Int32Array[]): Company {
  const { domainOf, values } = world.topology(term.topologyKey)
  const counts = new Float64Array(values.length)
  for (const taken of perNode)
    taken.forEach((count, node) => {
      const domain = domainOf[node] ?? -1
      if (domain !== -1) counts[domain] = (counts[domain] ?? 0) + count
    })
  return { term, domainOf, counts }
}

function refusingTerms({ world, pod }: Cycle): AffinityState['refusedBy'] {
  const found = new Map<string, Map<string, number>>()
  const labels = world.namespaceLabels(pod.namespace) ?? {}
  for (const { term, sums } of world.held.apart.values()) {
    if (sums.size === 0 || !termTakes(term, pod, labels)) continue
    const ofKey = found.get(term.topologyKey) ?? new Map<string, number>()
    for (const [value, count] of sums) ofKey.set(value, (ofKey.get(value) ?? 0) + count)
    found.set(term.topologyKey, ofKey)
  }
  return found
}

/** Every term has company in the node's domain; or nobody has any yet, and the pod would be its own. */
function hasCompany(state: AffinityState, view: NodeView): boolean {
  if (state.near.length === 0) return true
  const at = view.node.index
  if (state.near.some(({ domainOf }) => domainOf[at] === -1)) return false
  const changed = changedBy(view, (pod) => state.near.every(({ term }) => takes(state.cycle, term, pod)))
  if (state.near.every(({ domainOf, counts }) => (counts[domainOf[at] ?? 0] ?? 0) + changed > 0)) return true
  return state.companions + changed === 0 && state.takesSelf
}

function lackedAt({ near }: AffinityState, { node }: NodeView): AffinityTerm | undefined {
  return near.find(({ domainOf, counts }) => !((counts[domainOf[node.index] ?? -1] ?? 0) > 0))?.term
}

function shunned(state: AffinityState, view: NodeView): AffinityTerm | undefined {
  const found = state.apart.find(({ term, domainOf, counts }) => {
    const domain = domainOf[view.node.index] ?? -1
    if (domain === -1) return false
    const ofKey = state.apart.filter((one) => one.term.topologyKey === term.topologyKey)
    const changed = ofKey.reduce((sum, one) => sum + changedBy(view, (pod) => takes(state.cycle, one.term, pod)), 0)
    return (counts[domain] ?? 0) + changed > 0
  })
  return found?.term
}

function isRefused({ cycle, refusedBy }: AffinityState, view: NodeView): boolean {
  const changed = changedTerms(cycle, view)
  for (const key of new Set([...refusedBy.keys(), ...changed.keys()])) {
    const value = labelOf(view.node, key)
    if (value === undefined) continue
    if ((refusedBy.get(key)?.get(value) ?? 0) + (changed.get(key) ?? 0) > 0) return true
  }
  return false
}

/** Terms against the pod that come and go with pods of a view, by key. */
function changedTerms({ world, pod }: Cycle, { more, fewer }: NodeView): ReadonlyMap<string, number> {
  const changed = new Map<string, number>()
  if (more.length + fewer.length === 0) return changed
  const labels = world.namespaceLabels(pod.namespace) ?? {}
  const add = ({ terms }: SchedulingPod, by: number) => {
    for (const term of terms.apart)
      if (termTakes(term, pod, labels)) changed.set(term.topologyKey, (changed.get(term.topologyKey) ?? 0) + by)
  }
  for (const one of more) add(one, 1)
  for (const one of fewer) add(one, -1)
  return changed
}

function changedBy({ more, fewer }: NodeView, counts: (pod: SchedulingPod) => boolean): number {
  if (more.length + fewer.length === 0) return 0
  return more.filter(counts).length - fewer.filter(counts).length
}

function labelOf({ labels }: SchedulingNode, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined
}
