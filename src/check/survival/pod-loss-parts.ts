// What must hold when one pod of a workload crashes, or hangs: others carry on, or its container is started again where
// it was.

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Failover, failover } from '../../engine/recovery/failover.ts'
import { hangRestart, type Noticed, noticed, probedFirst, type Restart } from '../../engine/recovery/hang.ts'
import { isWithin, noTime, type Span, spanOf, sumOf } from '../../engine/recovery/span.ts'
import type { FactOf } from '../../estate/estate.ts'
import { type AnyPart, type Part, part } from '../define.ts'
import type { View } from '../world.ts'
import { type SurvivesPromise, withinSeconds } from './promised.ts'

export type PodLossParts = {
  /** The others carry on. `noticed`: how a hang is, where it is one; absent for a crash, which is seen at once. */
  others: { workload: string; failover: Failover; noticed?: Noticed; span: Span; within: string }
  restart: { workload: string; startsSeconds?: { from: number; to: number }; within: string }
  hang: { workload: string; restart: Restart; probed?: { from: number; to: number }; within: string }
  probed: { workload: string; lacks: 'liveness' | 'readiness' }
}

type Parts = readonly AnyPart<PodLossParts>[]

export function partsAfterPodLoss(pod: PodClass, promise: SurvivesPromise, view: View): Parts {
  if (promise.restores === 'service') {
    const carried = othersParts(pod, promise, view)
    if (carried) return carried
  }
  return promise.failure.kind === 'hang' ? hangParts(pod, promise, view) : [restartPart(pod, promise, view)]
}

/** Undefined where the others cannot carry on. */
function othersParts(pod: PodClass, promise: SurvivesPromise, { estate, denied }: View): Parts | undefined {
  const after = failover(estate, pod, promise.failure, { denied })
  const keepsRows = pod.claims.length > 0 || after.members.replication !== undefined
  if (after.left === 0 || (keepsRows && after.by !== 'followers')) return undefined
  const isHang = promise.failure.kind === 'hang'
  const seen = isHang ? noticed(pod, 'readiness') : undefined
  if (isHang && !seen) return [unprobed(pod, 'readiness')]
  const span = sumOf([seen?.span ?? noTime, keepsRows ? after.span : noTime])
  return [
    part(
      'others',
      isWithin(span, withinSeconds(promise)),
      { workload: pod.name, failover: after, ...(seen && { noticed: seen }), span, within: promise.within },
      {
        assumes: keepsRows ? after.assumes : [],
        cause: `slow-failover/${pod.environment}/${pod.component}`,
        hint: 'a readiness probe that is asked more often, or a time that counts it',
        at: { source: pod.source },
      },
    ),
  ]
}

function hangParts(pod: PodClass, promise: SurvivesPromise, view: View): Parts {
  const starts = startsOf(pod, view)
  const restart = hangRestart(pod, starts.span)
  if (!restart) return [unprobed(pod, 'liveness')]
  const readiness = pod.spec.containers[0]?.readinessProbe
  const probed = readiness && probedFirst(readiness)
  const holds = starts.isDenied ? false : isWithin(restart.ready, withinSeconds(promise))
  return [
    part(
      'hang',
      holds,
      { workload: pod.name, restart, ...(probed && { probed }), within: promise.within },
      {
        assumes: starts.assumes,
        ...(starts.span.to === undefined && { waitsFor: starting }),
        cause: `slow-to-notice/${pod.environment}/${pod.component}`,
        hint: 'a liveness probe that is asked more often or fails sooner, a shorter grace period, or a time that counts them',
        at: { source: pod.source },
      },
    ),
  ]
}

function unprobed(pod: PodClass, lacks: 'liveness' | 'readiness'): Part<'probed', PodLossParts['probed']> {
  const { made } = pod.source
  // What an operator makes may be watched by the operator itself.
  return part(
    'probed',
    made ? undefined : false,
    { workload: pod.name, lacks },
    {
      cause: `no-${lacks}/${pod.environment}/${pod.component}`,
      hint: `a ${lacks} probe`,
      at: { source: pod.source },
    },
  )
}

// The kubelet sees a container end at once and starts it again without waiting the first time; only repeated ends wait.
// Source: kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle, container restarts.
function restartPart(pod: PodClass, promise: SurvivesPromise, view: View): AnyPart<PodLossParts> {
  const { fact, assumes, isDenied } = startsOf(pod, view)
  const holds = fact ? !isDenied && fact.takesSeconds.to <= withinSeconds(promise) : undefined
  return part(
    'restart',
    holds,
    { workload: pod.name, startsSeconds: fact?.takesSeconds, within: promise.within },
    {
      assumes,
      cause: `slow-start/${pod.environment}`,
      hint: 'a start that is quicker, or a time that counts it',
      at: { source: fact?.source ?? pod.source },
    },
  )
}

// The same words wherever it is waited for.
const starting = 'how long pods take until they are ready: the facts "starts" of a promises file'

function startsOf(pod: PodClass, { estate, denied }: View) {
  const fact = estate.facts.find((one): one is FactOf<'starts'> => one.trait === 'starts' && one.of === pod.workload)
  const estimate: Assumption = {
    id: `starts/${pod.environment}/${pod.component}`,
    says: `a pod of ${pod.component} is ready no later than estimated`,
    kind: 'estimate',
    source: fact?.source,
  }
  return { fact, span: spanOf(fact?.takesSeconds), assumes: fact ? [estimate] : [], isDenied: denied.has(estimate.id) }
}
