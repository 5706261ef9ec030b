// Tries that cannot all be taken within the time that is given, and work that is done twice.

import type { FactOf, RoutePolicy } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { countOf } from '../count-words.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { triesSeconds } from './spent.ts'

type Retries = NonNullable<RoutePolicy['retries']>

type Rules = {
  time: { retries: Retries; timeoutSeconds: number; needsSeconds: number | undefined; inTime: number | undefined }
  twice: { attempts: number; calls: readonly string[]; idempotent: boolean | undefined }
}

export const retries = defineQuestion<Rules>({
  id: 'retries',
  asks: 'Is there time for every try of a call, and may it be made twice?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) {
      const tried = view.estate.facts.filter((fact) => fact.trait === 'routed').filter(isTried)
      const alike = Map.groupBy(tried, (fact) => JSON.stringify([...placeOf(fact), fact.policy]))
      for (const [, facts] of [...alike].sort(([a], [b]) => byCodePoint(a, b))) {
        const [first] = facts
        if (first) yield findingOf(first, facts, view)
      }
    }
  },

  says: {
    time: ({ retries, timeoutSeconds, needsSeconds, inTime }) => {
      const { attempts, perTrySeconds, backoff } = retries
      const given = `${sayTime(timeoutSeconds)} are given for all`
      if (needsSeconds === undefined || perTrySeconds === undefined)
        return `nobody says how long one of ${attempts} tries may take: where it is as long as all together, the first that hangs takes the whole ${sayTime(timeoutSeconds)}`
      const waits = typeof backoff === 'number' ? ` and ${attempts - 1} × ${sayTime(backoff)} between them` : ''
      const grow = backoff === 'exponential' ? ', not counting waits that grow between them' : ''
      const needs = `${attempts} tries × ${sayTime(perTrySeconds)}${waits} = ${sayTime(needsSeconds)}${grow}, and ${given}`
      return inTime === undefined ? needs : `${needs}: ${inTime} of them can end`
    },
    twice: ({ attempts, calls, idempotent }) => {
      const which = calls.length === 1 ? (calls[0] ?? '') : `${calls.length} calls`
      if (idempotent === true)
        return `${which}: tried ${countOf(attempts, 'time')} at most, the first among them, and twice is as once`
      return idempotent === false
        ? `${which}: tried ${countOf(attempts, 'time')} at most, the first among them, and twice is not as once`
        : `${which}: tried ${countOf(attempts, 'time')} at most, the first among them, and nobody says whether twice is as once`
    },
  },
})

type Tried = FactOf<'routed'> & { readonly policy: { readonly retries: Retries } }

function isTried(fact: FactOf<'routed'>): fact is Tried {
  return (fact.policy.retries?.attempts ?? 1) > 1
}

function placeOf(fact: Tried): readonly [string, ...string[]] {
  return fact.isOfMesh ? [fact.environment, 'calls'] : [fact.environment, fact.component, calledBy(fact)]
}

function calledBy({ to }: Tried): string {
  return to.is === 'workload' ? partsOf(to.workload).name : to.name
}

function findingOf(first: Tried, facts: readonly Tried[], view: View): Finding<Rules> {
  const { policy, cites } = first
  const calls = [...new Set(facts.map((fact) => `${fact.component} → ${calledBy(fact)}`))].sort(byCodePoint)
  const cause = placeOf(first).join('/')
  return {
    id: placeOf(first),
    environment: first.environment,
    cluster: view.estate.cluster,
    says: `every try of ${calls.length === 1 ? calls[0] : `the calls of ${first.environment}`} has its time, and twice is as once`,
    source: { ...first.source, stated: cites.retries },
    parts: [
      ...timeParts(first, cause),
      part(
        'twice',
        policy.idempotent,
        { attempts: policy.retries.attempts, calls, idempotent: policy.idempotent },
        {
          cause: `tried-twice/${cause}`,
          waitsFor: 'idempotent of calls that are tried again',
          hint: 'one try, or a call that can be made twice (a key that tells the second from the first)',
          stated: [cites.retries],
        },
      ),
    ],
  }
}

function timeParts({ policy, cites }: Tried, cause: string): Finding<Rules>['parts'] {
  const { retries, timeoutSeconds } = policy
  if (timeoutSeconds === undefined) return []
  const needsSeconds = triesSeconds(retries)
  const truth: Truth = needsSeconds === undefined ? undefined : needsSeconds <= timeoutSeconds
  const inTime = truth === false ? endingIn(timeoutSeconds, retries) : undefined
  return [
    part(
      'time',
      truth,
      { retries, timeoutSeconds, needsSeconds, inTime },
      {
        cause: `tries-without-time/${cause}`,
        waitsFor: 'perTry of retries',
        hint:
          needsSeconds === undefined
            ? 'perTry of the retries'
            : `a timeout of ${sayTime(needsSeconds)} at least, or fewer tries`,
        stated: [cites.retries, cites.timeoutSeconds],
      },
    ),
  ]
}

function endingIn(timeoutSeconds: number, { perTrySeconds = timeoutSeconds, backoff }: Retries): number {
  const between = typeof backoff === 'number' ? backoff : 0
  return Math.floor((timeoutSeconds + between) / (perTrySeconds + between))
}
