// What every budget says at the moment that a picture of the cluster shows, and whether each of its pods may be evicted.

import type { Estate } from '../../estate/estate.ts'
import type { IntOrPercent } from '../../kubernetes/intstr.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { type LabelSelector, type Manifest, partsOf, type Ref } from '../../kubernetes/types.ts'
import { countOf, fieldsOf, textsOf } from '../pods/untrusted.ts'
import { type BudgetStatus, budgetStatus, type GuardingBudget, type WeighedPod } from './budget-status.ts'
import { type EvictedPod, evictGuarded, type GuardedEviction, type KeptBudget } from './evict.ts'
import { type ObservedNamespace, observedPods } from './observed-pods.ts'

export interface BudgetNow {
  readonly status: BudgetStatus
  /**
   * One for each pod that it selects, in the order of the objects: what the first eviction of all would be answered, and
   * what the pod is to the count.
   */
  readonly evictions: readonly {
    readonly pod: string
    readonly eviction: GuardedEviction
    readonly counts: WeighedPod['counts']
  }[]
}

/**
 * By budget; one is left out where the state of its pods is not shown, or what owns one of them. Evictions that were granted
 * are known where the picture says when it was taken. O(pods + budgets × pods that share a label with the selector).
 */
export function budgetsNow(estate: Estate): ReadonlyMap<Ref, BudgetNow> {
  const budgets = estate.objects.filter(({ manifest }) => manifest.kind === 'PodDisruptionBudget')
  const found = new Map<Ref, BudgetNow>()
  if (budgets.length === 0) return found
  const seen = observedPods(estate)
  const takenAtMs = Date.parse(estate.takenAt ?? '')
  for (const [namespace, here] of Map.groupBy(budgets, ({ ref }) => partsOf(ref).namespace)) {
    const observed = seen.get(namespace)
    if (!observed) continue
    const specs = here.map(({ ref, manifest }) => [ref, budgetIn(ref, manifest, takenAtMs)] as const)
    for (const [ref, now] of nowIn(specs, observed)) found.set(ref, now)
  }
  return found
}

interface Spec extends GuardingBudget, Pick<KeptBudget, 'unhealthyPodEvictionPolicy'> {
  /** As the picture shows the status beside the spec. */
  readonly written: Pick<KeptBudget['status'], 'isStale' | 'disruptedPods'>
}

function budgetIn(ref: Ref, { metadata, spec, status }: Manifest, takenAtMs: number): Spec {
  const { selector = null, minAvailable = null, maxUnavailable = null, unhealthyPodEvictionPolicy } = fieldsOf(spec)
  const { observedGeneration, disruptedPods } = fieldsOf(status)
  const granted = Object.entries(textsOf(disruptedPods))
  const secondsSince = (time: string) => (takenAtMs - Date.parse(time)) / 1000
  const known = granted.map(([pod, time]) => [pod, secondsSince(time)] as const).filter(([, since]) => since >= 0)
  return {
    name: partsOf(ref).name,
    written: {
      isStale: countOf(observedGeneration, Number.MAX_SAFE_INTEGER) < countOf(fieldsOf(metadata).generation, 0),
      disruptedPods: granted.length,
    },
    disruptedSeconds: new Map(known),
    ...(selector !== null && { selector: fieldsOf(selector) as LabelSelector }),
    ...(minAvailable !== null && { minAvailable: minAvailable as IntOrPercent }),
    ...(maxUnavailable !== null && { maxUnavailable: maxUnavailable as IntOrPercent }),
    ...(unhealthyPodEvictionPolicy === 'AlwaysAllow' && { unhealthyPodEvictionPolicy }),
  }
}

function* nowIn(
  specs: readonly (readonly [Ref, Spec])[],
  { pods, workloads }: ObservedNamespace,
): Iterable<[Ref, BudgetNow]> {
  const byLabel = labelIndex(pods)
  const selected = specs.map(([ref, spec]) => {
    const here = candidates(spec.selector, pods, byLabel).filter(
      ({ labels }) => spec.selector !== undefined && matchesLabels(spec.selector, labels),
    )
    return { ref, spec, here, status: budgetStatus(spec, { pods: here, workloads }) }
  })
  const guards = new Map<EvictedPod, KeptBudget[]>()
  for (const { spec, here, status } of selected)
    for (const pod of here)
      guards.set(pod, [...(guards.get(pod) ?? []), { ...spec, status: keptStatus(status, spec.written) }])
  for (const { ref, here, status } of selected) {
    if (!isCertain(status)) continue
    const evictions = here.flatMap((pod, at) => {
      const [budget, ...others] = guards.get(pod) ?? []
      const counts = status.weighed[at]?.counts ?? 'healthy'
      return budget ? [{ pod: pod.name, eviction: evictGuarded(pod, budget, others), counts }] : []
    })
    yield [ref, { status, evictions }]
  }
}

// What owns a pod may stand in no file, and whether a custom kind has a scale is not shown.
function isCertain(status: BudgetStatus): boolean {
  return (
    status.reason !== 'SyncFailed' ||
    status.faults.some(({ why }) => why !== 'no such kind' && why !== 'no such controller')
  )
}

function keptStatus(status: BudgetStatus, written: Spec['written']): KeptBudget['status'] {
  const counts = { currentHealthy: 0, desiredHealthy: 0, ...status }
  const { currentHealthy, desiredHealthy, disruptionsAllowed } = counts
  const kept = { ...written, currentHealthy, desiredHealthy, disruptionsAllowed }
  return status.reason === 'SyncFailed' ? { ...kept, failure: status.faults.map(({ why }) => why).join(', ') } : kept
}

type Pods = ObservedNamespace['pods']

function labelIndex(pods: Pods): ReadonlyMap<string, Pods> {
  const byLabel = new Map<string, Pods[number][]>()
  for (const pod of pods)
    for (const [key, value] of Object.entries(pod.labels)) {
      const here = byLabel.get(`${key}=${value}`)
      if (here) here.push(pod)
      else byLabel.set(`${key}=${value}`, [pod])
    }
  return byLabel
}

/** The fewest pods that one of its labels leaves; all where it names none. */
function candidates(selector: LabelSelector | undefined, pods: Pods, byLabel: ReadonlyMap<string, Pods>): Pods {
  let fewest = pods
  for (const [key, value] of Object.entries(fieldsOf(selector?.matchLabels))) {
    const here = byLabel.get(`${key}=${value}`) ?? []
    if (here.length < fewest.length) fewest = here
  }
  return fewest
}
