// What the disruption controller writes into the status of a budget, given the pods that are there.
// Source: pkg/controller/disruption/disruption.go:732 (sync), :830 (desired), :944 (healthy), :1022 (allowed) (kubernetes v1.36.3).

import { type IntOrPercent, scaledValue } from '../../kubernetes/intstr.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels } from '../../kubernetes/types.ts'
import { expectedScale, type Owner, type ScaledWorkload, type ScaleFault, type ServedKinds } from './expected-scale.ts'

export interface GuardedPod {
  readonly name: string
  readonly labels: Labels
  /** Its condition Ready is True, whatever its phase. */
  readonly isReady: boolean
  /** Its deletion has begun. */
  readonly isTerminating: boolean
  readonly owner?: Owner
}

export interface GuardingBudget {
  readonly name: string
  /** Absent: it takes no pod; empty: all pods of the namespace. */
  readonly selector?: LabelSelector
  readonly minAvailable?: IntOrPercent
  readonly maxUnavailable?: IntOrPercent
  /** Seconds since an eviction was granted, by pod (`status.disruptedPods`). */
  readonly disruptedSeconds?: ReadonlyMap<string, number>
}

/** One namespace. */
export interface GuardedPods {
  readonly pods: readonly GuardedPod[]
  readonly workloads: readonly ScaledWorkload[]
  /** Custom kinds beside those of Kubernetes itself; see `ServedKinds`. */
  readonly kinds?: ServedKinds
}

/** Whether a pod that the budget selects is healthy to it, and why not. */
export interface WeighedPod {
  readonly pod: string
  readonly counts: 'healthy' | 'terminating' | 'evicted' | 'not ready'
  /** Nobody controls it: it is no part of the number of pods that there should be, where that is asked. */
  readonly isUnmanaged: boolean
}

export interface CountedStatus {
  readonly expectedPods: number
  readonly desiredHealthy: number
  readonly currentHealthy: number
  readonly disruptionsAllowed: number
  /** Pods whose eviction was granted and whose deletion has not begun, sorted. */
  readonly disruptedPods: readonly string[]
  /** Of the condition DisruptionAllowed. */
  readonly reason: 'SufficientPods' | 'InsufficientPods'
  /** Sorted as the pods are given. */
  readonly weighed: readonly WeighedPod[]
}

interface UnreadableAmount {
  readonly why: 'neither a number nor a percentage'
  readonly value: unknown
}

export type BudgetFault = ScaleFault | UnreadableAmount

/** The controller could not count: the condition says SyncFailed, nothing is allowed, and all else stays as it was. */
export interface FailedStatus {
  readonly disruptionsAllowed: 0
  readonly reason: 'SyncFailed'
  /** What it may have stumbled over: the first that it meets, in an order that nobody promises. */
  readonly faults: readonly BudgetFault[]
  readonly weighed: readonly WeighedPod[]
}

export type BudgetStatus = CountedStatus | FailedStatus

// Source: disruption.go:66. A granted eviction that has not begun by then is forgotten.
const forgottenSeconds = 120

/** O(pods + workloads) of the namespace. */
export function budgetStatus(budget: GuardingBudget, { pods, workloads, kinds }: GuardedPods): BudgetStatus {
  const { selector, disruptedSeconds } = budget
  const selected = pods.filter(({ labels }) => selector !== undefined && matchesLabels(selector, labels))
  const weighed = selected.map((pod) => weighedPod(pod, disruptedSeconds?.get(pod.name)))
  const counted = desiredCount(budget, selected.length, () => expectedScale(selected, workloads, kinds))
  if ('faults' in counted) return { disruptionsAllowed: 0, reason: 'SyncFailed', faults: counted.faults, weighed }

  const { expectedPods, desiredHealthy } = counted
  const currentHealthy = weighed.filter(({ counts }) => counts === 'healthy').length
  // Where no pod is expected the first of them may be on its way, not seen yet: nothing is allowed.
  const disruptionsAllowed = expectedPods > 0 ? Math.max(0, currentHealthy - desiredHealthy) : 0
  const disruptedPods = selected
    .filter(
      ({ name, isTerminating }) => !isTerminating && (disruptedSeconds?.get(name) ?? Infinity) <= forgottenSeconds,
    )
    .map(({ name }) => name)
    .sort()
  const reason = disruptionsAllowed > 0 ? 'SufficientPods' : 'InsufficientPods'
  return { expectedPods, desiredHealthy, currentHealthy, disruptionsAllowed, disruptedPods, reason, weighed }
}

function weighedPod(pod: GuardedPod, disruptedSeconds: number | undefined): WeighedPod {
  const isUnmanaged = pod.owner === undefined
  const isEvicted = disruptedSeconds !== undefined && disruptedSeconds < forgottenSeconds
  const counts = pod.isTerminating ? 'terminating' : isEvicted ? 'evicted' : pod.isReady ? 'healthy' : 'not ready'
  return { pod: pod.name, counts, isUnmanaged }
}

/** How many pods are expected and how many of them must stay; `scale` is asked only where a number of pods is not enough. */
export function desiredCount<Fault>(
  { minAvailable, maxUnavailable }: { readonly minAvailable?: unknown; readonly maxUnavailable?: unknown },
  selected: number,
  scale: () => { readonly expected: number; readonly faults: readonly Fault[] },
): DesiredCount | { readonly expected: number; readonly faults: readonly (Fault | UnreadableAmount)[] } {
  const value = maxUnavailable ?? minAvailable
  if (value === undefined) return { expectedPods: 0, desiredHealthy: 0 }
  // A plain number of pods to stay needs no count of those that there should be.
  if (maxUnavailable === undefined && typeof value === 'number')
    return { expectedPods: selected, desiredHealthy: value }

  const { expected, faults } = scale()
  if (faults.length > 0) return { expected, faults }
  const scaled = scaledValue(value, expected, 'up')
  if (scaled === undefined) return { expected, faults: [{ why: 'neither a number nor a percentage', value }] }
  const desiredHealthy = maxUnavailable === undefined ? scaled : Math.max(0, expected - scaled)
  return { expectedPods: expected, desiredHealthy }
}

interface DesiredCount {
  readonly expectedPods: number
  readonly desiredHealthy: number
}
