// What must hold when one pod of a workload crashes: its container is started again where it was.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { FactOf } from '../../estate/estate.ts'
import { type AnyPart, part } from '../define.ts'
import type { View } from '../world.ts'
import type { LossParts } from './node-loss-parts.ts'
import { type SurvivesPromise, withinSeconds } from './promised.ts'

// The kubelet sees a container end at once and starts it again without waiting the first time; only repeated ends wait.
// Source: kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle, container restarts.
export function partsAfterPodLoss(
  pod: PodClass,
  promise: SurvivesPromise,
  { estate, denied }: View,
): readonly AnyPart<LossParts>[] {
  const fact = estate.facts.find((one): one is FactOf<'starts'> => one.trait === 'starts' && one.of === pod.workload)
  const starts = {
    id: `starts/${pod.environment}/${pod.component}`,
    says: `a pod of ${pod.component} is ready no later than estimated`,
    kind: 'estimate',
    source: fact?.source,
  } as const
  const isDenied = denied.has(starts.id)
  const holds = fact ? !isDenied && fact.takesSeconds.to <= withinSeconds(promise) : undefined
  return [
    part(
      'restart',
      holds,
      { workload: pod.name, startsSeconds: fact?.takesSeconds, within: promise.within },
      {
        assumes: fact ? [starts] : [],
        cause: `slow-start/${pod.environment}`,
        hint: 'a start that is quicker, or a time that counts it',
        at: { source: fact?.source ?? pod.source },
      },
    ),
  ]
}
