// What is left of what members keep when one of them is lost: how much of it, and whether the others hold the same.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { copiesOf, type Members } from '../../engine/recovery/copies.ts'
import { isWithin } from '../../engine/recovery/span.ts'
import { type WorstLoss, worstLoss } from '../../engine/recovery/worst-loss.ts'
import { type AnyPart, part } from '../define.ts'
import type { View } from '../world.ts'
import { losingSeconds, type SurvivesPromise } from './promised.ts'

export type StateParts = {
  data: { workload: string; loss: WorstLoss; losing: string }
  whole: { workload: string; count: number }
}

export function statePart(pod: PodClass, promise: SurvivesPromise, view: View): readonly AnyPart<StateParts>[] {
  if (!keepsState(pod, view)) return []
  const { estate, denied } = view
  const loss = worstLoss(estate, pod, promise.failure, { denied })
  const { members } = loss.copies
  const data = part(
    'data',
    isWithin(loss.span, losingSeconds(promise)),
    { workload: pod.name, loss, losing: promise.losing },
    {
      assumes: loss.assumes,
      cause: `one-copy/${pod.environment}/${pod.component}`,
      hint: 'a loss promised per kind of failure: what replication leaves, or the interval of the copies and the time that one takes',
      at: { source: members.source },
      stated: loss.backups.map(({ backup }) => backup.source.stated),
    },
  )
  const whole = part(
    'whole',
    members.share === 'unsaid' ? undefined : members.share !== 'independent',
    { workload: pod.name, count: members.count },
    {
      assumes: members.assumes,
      ...(members.share === 'unsaid' && waiting(pod, members)),
      cause: `independent-members/${pod.environment}/${pod.component}`,
      hint:
        members.share === 'unsaid' && !members.onlySaid
          ? 'a fact in the promises file: replicates, with its mode and its failover'
          : 'one primary with followers and a promotion, or a single instance, named so',
      at: { source: members.source },
    },
  )
  return [data, whole]
}

export function waiting({ workload }: PodClass, { onlySaid }: Members) {
  if (onlySaid)
    return { waitsFor: `what keeps the followers of ${onlySaid.component}: operatedBy, or the sentinel of a cache` }
  return { waitsFor: `how the members of ${workload} follow each other: the fact "replicates" of a promises file` }
}

export function keepsState(pod: PodClass, { estate, denied }: View): boolean {
  return pod.claims.length > 0 || copiesOf(estate, pod, denied).members.replication !== undefined
}
