// Evictions one after the other, the disruption controller counting anew in between. Evicted pods stay, on their way out,
// but for those that have ended or never had a node: these are gone at once.

import { type BudgetStatus, budgetStatus, type GuardedPods, type GuardingBudget } from './budget-status.ts'
import { type EvictedPod, type Eviction, evict, type KeptBudget, type KeptStatus } from './evict.ts'
import type { Owner } from './expected-scale.ts'

export interface EvictionScene extends Omit<GuardedPods, 'pods'> {
  readonly pods: readonly (EvictedPod & { readonly owner?: Owner; readonly isScheduled?: false })[]
  readonly budgets: readonly (GuardingBudget & Pick<KeptBudget, 'unhealthyPodEvictionPolicy'>)[]
}

export interface EvictionTurn {
  readonly pod: string
  /** What the controller counts before it, in the order of the budgets. */
  readonly statuses: readonly BudgetStatus[]
  readonly eviction: Eviction
}

/** One turn for each name; names that no pod has are passed over. O(turns × budgets × pods). */
export function evictInTurn(scene: EvictionScene, names: readonly string[]): readonly EvictionTurn[] {
  let pods = scene.pods
  let kept: readonly KeptBudget[] = scene.budgets.map((budget) => ({ ...budget, status: unwritten }))
  const turns: EvictionTurn[] = []
  for (const name of names) {
    const pod = pods.find((one) => one.name === name)
    if (!pod) continue
    const statuses = scene.budgets.map((budget) => budgetStatus(budget, { ...scene, pods }))
    kept = kept.map((budget, at) => ({ ...budget, status: written(budget.status, statuses[at]) }))
    const eviction = evict(pod, kept)
    turns.push({ pod: name, statuses, eviction })
    if (eviction.code !== 201) continue
    const isGone = eviction.why === 'ended' || pod.isScheduled === false
    pods = isGone
      ? pods.filter((one) => one !== pod)
      : pods.map((one) => (one === pod ? { ...pod, isTerminating: true } : one))
  }
  return turns
}

const unwritten: KeptStatus = {
  isStale: true,
  currentHealthy: 0,
  desiredHealthy: 0,
  disruptionsAllowed: 0,
  disruptedPods: 0,
}

// A controller that cannot count leaves the counts as they were, and that it has not seen the spec, where it never did.
function written(before: KeptStatus, status: BudgetStatus | undefined): KeptStatus {
  if (status === undefined) return before
  if (status.reason === 'SyncFailed')
    return { ...before, disruptionsAllowed: 0, failure: status.faults.map(({ why }) => why).join(', ') }
  const { currentHealthy, desiredHealthy, disruptionsAllowed, disruptedPods } = status
  return { isStale: false, currentHealthy, desiredHealthy, disruptionsAllowed, disruptedPods: disruptedPods.length }
}
