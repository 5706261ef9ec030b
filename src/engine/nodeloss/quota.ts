// A Terminating pod stays charged to its quota until it is gone, or twice its grace is over and the quota is reckoned anew:
// till then its replacement may be forbidden. Source: k8s.io/kubernetes@v1.36.3 pkg/quota/v1/evaluator/core/pods.go:490
// (QuotaV1Pod), pkg/controller/resourcequota/resource_quota_controller.go.

import type { LossQuota } from './loss.ts'
import type { LostPod } from './replaced.ts'
import type { Timers } from './timers.ts'
import { after, earliest, type Happens, type Term, term, type When } from './when.ts'

/** `fits`: there is room for all replacements beside the old pods; `waits`: not for this one; `may wait`: not for all. */
export type Charged = 'fits' | 'may wait' | 'waits'

const usualGraceSeconds = 30
// The longest wait between two attempts (client-go/util/workqueue/default_rate_limiters.go:52).
const longestRetrySeconds = 1000

/** What each replaced pod finds in its quotas. */
export function chargedPods(
  quotas: readonly LossQuota[],
  pods: readonly LostPod[],
  replaced: readonly When[],
): readonly Charged[] {
  const spare = new Map(quotas.map(({ name, spare: left }) => [name, left]))
  const asked = new Map<string, number>()
  for (const [at, { pod }] of pods.entries()) {
    if (replaced[at]?.is === 'never') continue
    for (const { quota, amount } of pod.charges ?? []) asked.set(quota, (asked.get(quota) ?? 0) + amount)
  }
  return pods.map(({ pod: { charges = [] } }) => {
    const bound = charges.filter(({ quota, amount }) => amount > 0 && spare.has(quota))
    if (bound.some(({ quota, amount }) => amount > (spare.get(quota) ?? 0))) return 'waits'
    return bound.some(({ quota }) => (asked.get(quota) ?? 0) > (spare.get(quota) ?? 0)) ? 'may wait' : 'fits'
  })
}

export function onceFree(replaced: When, charged: Charged, { pod, evicted, gone }: LostPod, timers: Timers): When {
  const isMadeAnew = pod.controller.is === 'ReplicaSet' || pod.controller.is === 'Job'
  if (replaced.is === 'never' || charged === 'fits' || !isMadeAnew) return replaced
  const grace = pod.graceSeconds ?? usualGraceSeconds
  const resynced: When =
    evicted.is === 'never'
      ? evicted
      : tried(evicted, [
          // The end of the grace is kept as a whole second.
          term('grace of the pod', Math.max(0, 2 * grace - 1), 2 * grace),
          term('charged to the quota', 0, timers.quotaResyncSeconds),
        ])
  const sinceEvicted = gone.is === 'never' || evicted.is === 'never' ? 0 : (gone.to ?? 0) - evicted.from
  const freed: When = gone.is === 'never' ? gone : after(gone, term('tried again', 0, retry(sinceEvicted)))
  const waits = earliest(resynced, freed)
  if (waits.is === 'never') return waits
  return charged === 'waits' ? waits : { ...waits, is: replaced.is, from: replaced.from }
}

// A controller that was refused waits as long again as it has waited already.
function tried(evicted: Happens, terms: readonly Term[]): Happens {
  const waited = terms.reduce((total, { seconds }) => total + (seconds.to ?? 0), 0)
  return after(evicted, ...terms, term('tried again', 0, retry(waited)))
}

function retry(waitedSeconds: number): number {
  return Math.min(Math.max(0, waitedSeconds), longestRetrySeconds)
}
