// Whether the API server grants an eviction, by what the status of a budget says at that moment.
// Source: pkg/registry/core/pod/storage/eviction.go:131 (create), :412 (pods without a budget's say), :439 (budgets) (kubernetes v1.36.3).

import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels } from '../../kubernetes/types.ts'

export interface EvictedPod {
  readonly name: string
  readonly labels: Labels
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown'
  /** Its condition Ready is True. */
  readonly isReady: boolean
  readonly isTerminating: boolean
}

export interface KeptBudget {
  readonly name: string
  readonly selector?: LabelSelector
  /** Default: IfHealthyBudget. */
  readonly unhealthyPodEvictionPolicy?: 'IfHealthyBudget' | 'AlwaysAllow'
  readonly status: KeptStatus
}

/** As the disruption controller last wrote it. */
export interface KeptStatus {
  /** The spec is newer than what the controller has counted. */
  readonly isStale: boolean
  readonly currentHealthy: number
  readonly desiredHealthy: number
  readonly disruptionsAllowed: number
  /** Evictions granted that have not begun, as far as the controller knows. */
  readonly disruptedPods: number
  /** Why the controller could not count. */
  readonly failure?: string
}

export type Eviction = GuardedEviction | { readonly code: 201; readonly why: 'no budget'; readonly spends?: undefined }

/** What the eviction of a pod that a budget selects is answered. */
export type GuardedEviction = GrantedEviction | RefusedEviction

export interface GrantedEviction {
  readonly code: 201
  /** `pending`, `ended`, `terminating`: no budget is asked for such a pod. */
  readonly why:
    | 'pending'
    | 'ended'
    | 'terminating'
    | 'allowed'
    | 'unhealthy and always allowed'
    | 'unhealthy beside enough'
  /** The budget that allows one fewer from now on. */
  readonly spends?: string
}

export interface RefusedEviction {
  readonly code: 429 | 403 | 500
  readonly why:
    | 'several budgets'
    | 'not counted yet'
    | 'not counted'
    | 'too few healthy'
    | 'none allowed'
    | 'too many unconfirmed'
  /** Sorted. */
  readonly budgets: readonly string[]
  /** Healthy pods that must stay, and that there are, where these are too few. */
  readonly healthy?: { readonly needs: number; readonly has: number }
}

// Source: eviction.go:52. More than that, and nobody confirms what was granted.
const mostUnconfirmed = 2000

/** O(budgets of the namespace). */
export function evict(pod: EvictedPod, budgets: readonly KeptBudget[]): Eviction {
  const [budget, ...others] = budgets.filter(
    ({ selector }) => selector !== undefined && matchesLabels(selector, pod.labels),
  )
  if (budget) return evictGuarded(pod, budget, others)
  return { code: 201, why: ignoredFor(pod) ?? 'no budget' }
}

/** Of a pod that this budget selects, and `others`. */
export function evictGuarded(pod: EvictedPod, budget: KeptBudget, others: readonly KeptBudget[]): GuardedEviction {
  const ignored = ignoredFor(pod)
  if (ignored) return { code: 201, why: ignored }
  if (others.length > 0)
    return { code: 500, why: 'several budgets', budgets: [budget, ...others].map(({ name }) => name).sort() }
  const { currentHealthy, desiredHealthy } = budget.status
  if (!pod.isReady && budget.unhealthyPodEvictionPolicy === 'AlwaysAllow')
    return { code: 201, why: 'unhealthy and always allowed' }
  // A pod that serves nobody may go where the others are enough without it; a budget that wants none says nothing of that.
  if (!pod.isReady && desiredHealthy > 0 && currentHealthy >= desiredHealthy)
    return { code: 201, why: 'unhealthy beside enough' }
  return spent(budget)
}

// A pod in none of these phases would be missed, as far as the server can tell.
function ignoredFor({ phase, isTerminating }: EvictedPod): 'pending' | 'ended' | 'terminating' | undefined {
  if (phase === 'Succeeded' || phase === 'Failed') return 'ended'
  if (isTerminating) return 'terminating'
  return phase === 'Pending' ? 'pending' : undefined
}

function spent({ name, status }: KeptBudget): GuardedEviction {
  const refused = (why: RefusedEviction['why'], code: RefusedEviction['code'] = 429) =>
    ({ code, why, budgets: [name] }) as const
  if (status.isStale) return refused('not counted yet')
  if (status.disruptedPods > mostUnconfirmed) return refused('too many unconfirmed', 403)
  if (status.disruptionsAllowed > 0) return { code: 201, why: 'allowed', spends: name }
  if (status.failure !== undefined) return refused('not counted')
  const healthy = { needs: status.desiredHealthy, has: status.currentHealthy }
  return healthy.has <= healthy.needs ? { ...refused('too few healthy'), healthy } : refused('none allowed')
}
