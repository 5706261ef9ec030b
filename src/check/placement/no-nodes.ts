import type { SteadyAnswer } from '../../engine/placement/steady.ts'
import { type Finding, part } from '../define.ts'
import type { View } from '../world.ts'

/** What decides where nothing is said of nodes. */
export const noNodes = 'the nodes: --nodes FILE, as kubectl get nodes -o yaml prints them, or a snapshot'

export interface NoNodes {
  readonly workloads: readonly string[]
}

export function waitsForNodes({ answer, unmodelled }: SteadyAnswer, { estate }: View): boolean {
  return estate.nodes.length === 0 && answer === 'unknown' && unmodelled === undefined
}

/** One thing is missing, however many pods wait for it: one finding for their cluster. */
export function noNodesFinding(waiting: readonly SteadyAnswer[], { estate }: View): Finding<{ nodes: NoNodes }> {
  const { cluster, source } = estate
  const workloads = [...new Set(waiting.map(({ pod }) => pod.name))].sort()
  return {
    id: [cluster],
    cluster,
    counts: [...new Set(waiting.flatMap(({ pod }) => pod.environment ?? []))],
    says: 'all pods can be placed',
    source,
    about: waiting.map(({ pod }) => pod.workload),
    parts: [part('nodes', undefined, { workloads }, { waitsFor: noNodes, at: { source } })],
  }
}

// So many names are read at a glance.
const most = 8

/** How many pods there are is often a default: what is missing is the same for one. */
export function sayNoNodes({ workloads }: NoNodes): string {
  const named = workloads.slice(0, most).join(', ')
  const rest = workloads.length > most ? ` and ${workloads.length - most} more` : ''
  return `nobody says what nodes there are for the pods of ${named}${rest}`
}
