// A Terminating pod stays charged to its quota until it is gone, or twice its grace is over and the quota is reckoned anew:
// where that leaves no room for all that is made anew, each may be forbidden until the last old pod is charged no more.
// Source: k8s.io/kubernetes@v1.36.3 pkg/quota/v1/evaluator/core/pods.go:490 (QuotaV1Pod),
// pkg/controller/resourcequota/resource_quota_controller.go.

import type { LossQuota } from './loss.ts'
import type { LostPod } from './replaced.ts'
import type { Timers } from './timers.ts'
import { after, earliest, type Happens, never, term, type When } from './when.ts'

const usualGraceSeconds = 30
// The longest wait between two attempts; each that fails doubles it, also those that an event causes, so that nothing
// less bounds it (client-go/util/workqueue/default_rate_limiters.go:52).
const longestRetrySeconds = 1000

/** A quota without room for all replacements beside the old pods, and when the old ones are charged no more. */
interface Shortage {
  readonly spare: number
  /** When the first of them is free, and the last. */
  readonly from: number
  readonly to: number | undefined
}

/** The replacements, each once its quotas let it be. */
export function onceFree(
  quotas: readonly LossQuota[],
  pods: readonly LostPod[],
  replaced: readonly When[],
  timers: Timers,
): readonly When[] {
  const shortages = shortagesOf(quotas, pods, replaced, timers)
  return pods.map((lost, at) => {
    const charges = (lost.pod.charges ?? []).filter(({ quota, amount }) => amount > 0 && shortages.has(quota))
    return charges.reduce((when, { quota, amount }) => {
      const shortage = shortages.get(quota)
      if (!shortage || when.is === 'never') return when
      return waitsFor(when, shortage, isBeside(lost) && amount > shortage.spare)
    }, replaced[at] ?? never('node stays'))
  })
}

function shortagesOf(
  quotas: readonly LossQuota[],
  pods: readonly LostPod[],
  replaced: readonly When[],
  timers: Timers,
): ReadonlyMap<string, Shortage> {
  const shortages = new Map<string, Shortage>()
  for (const { name, spare } of quotas) {
    const charged = pods.flatMap((lost, at) => {
      const amount = (lost.pod.charges ?? []).find(({ quota }) => quota === name)?.amount ?? 0
      return amount > 0 ? [{ lost, amount, when: replaced[at] }] : []
    })
    const beside = charged.filter(({ lost, when }) => isBeside(lost) && when?.is !== 'never')
    if (beside.reduce((sum, { amount }) => sum + amount, 0) <= spare) continue
    const released = charged.map(({ lost }) => releasedWhen(lost, timers)).filter((when) => when.is !== 'never')
    const ends = released.map(({ to }) => to)
    const to = ends.some((end) => end === undefined) ? undefined : Math.max(...ends.map((end) => end ?? 0))
    shortages.set(name, { spare, from: Math.min(...released.map(({ from }) => from)), to })
  }
  return shortages
}

// Made while the old pod is still there; the others only take its room, which somebody else may take first.
function isBeside({ pod: { controller } }: LostPod): boolean {
  return controller.is === 'ReplicaSet' || (controller.is === 'Job' && controller.replaces === 'terminating or failed')
}

function releasedWhen({ pod, evicted, gone }: LostPod, timers: Timers): When {
  const grace = pod.graceSeconds ?? usualGraceSeconds
  if (evicted.is === 'never') return gone
  // The end of the grace is kept as a whole second.
  const charged = term('charged to the quota', Math.max(0, 2 * grace - 1), 2 * grace + timers.quotaResyncSeconds)
  return earliest(after(evicted, charged), gone)
}

function waitsFor(when: Happens, { from, to }: Shortage, isCertain: boolean): Happens {
  const later = to === undefined || when.to === undefined ? undefined : Math.max(0, to - when.to)
  return after(
    when,
    term('charged to the quota', isCertain ? Math.max(0, from - when.from) : 0, later),
    term('tried again', 0, longestRetrySeconds),
  )
}
