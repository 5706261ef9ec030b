// Which of several preemptions hurts least.
// Source: framework/preemption/preemption.go:311 (pickOneNodeForPreemption), pkg/scheduler/util/utils.go:89
// (kubernetes v1.36.3).

import type { SchedulingNode } from './scheduling-node.ts'
import type { SchedulingPod } from './scheduling-pod.ts'

export interface Preemption {
  readonly node: SchedulingNode
  /** Most important first. */
  readonly victims: readonly SchedulingPod[]
  /** Victims that no budget has room for. */
  readonly violations: number
}

// Each counts above the next; the least is best. Priorities are moved above 0, so that fewer pods sum to less.
const ranks: readonly ((preemption: Preemption) => number)[] = [
  ({ violations }) => violations,
  ({ victims }) => victims[0]?.priority ?? 0,
  ({ victims }) => victims.reduce((sum, { priority }) => sum + priority + 2 ** 31, 0),
  ({ victims }) => victims.length,
  ({ victims }) => -earliestStart(victims),
]

/** By which candidates are compared, the first that differs counts: the least is best. */
export function ranksOf(preemption: Preemption): readonly number[] {
  return ranks.map((rank) => rank(preemption))
}

/** Those that are equal in all: the scheduler takes any of them. */
export function bestCandidates(candidates: readonly Preemption[]): readonly Preemption[] {
  let best = candidates
  for (const rank of ranks) {
    const least = Math.min(...best.map(rank))
    best = best.filter((one) => rank(one) === least)
  }
  return best
}

/** Of the victims of the highest priority the one that runs longest. */
function earliestStart(victims: readonly SchedulingPod[]): number {
  const highest = Math.max(...victims.map(({ priority }) => priority))
  return Math.min(...victims.filter(({ priority }) => priority === highest).map(startOf))
}

// What does not say when it started is taken to start now.
function startOf({ startedMs }: SchedulingPod): number {
  return startedMs ?? Number.POSITIVE_INFINITY
}

/** Higher priority first, then the one that runs longer. */
export function byImportance(a: SchedulingPod, b: SchedulingPod): number {
  if (a.priority !== b.priority) return b.priority - a.priority
  const [first, second] = [startOf(a), startOf(b)]
  return first === second ? 0 : first - second
}
