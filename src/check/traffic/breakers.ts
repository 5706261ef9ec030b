// A breaker that opened lets nobody through until its time is over, also where what is called has long been back: that comes
// out of the availability that is promised, and on top of the time within which things are to be back.

import type { FactOf, RoutePolicy } from '../../estate/estate.ts'
import { meshProduct } from '../../knowledge/meshes.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { percentOf, rangeSeconds, secondsOf } from '../../platform/units.ts'
import { countOf } from '../count-words.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { View, World } from '../world.ts'
import { asksAgain } from './asks-again.ts'
import { trySeconds } from './spent.ts'

interface Opened {
  readonly calls: readonly string[]
  readonly failures: number
  readonly closedSeconds: number
  /** How long it takes to open where each try hangs; undefined where nobody says how long one may take. */
  readonly hangsSeconds: number | undefined
}

type Rules = {
  costs: Opened & { promised: string; budgetSeconds: number; overSeconds: number; times: number }
  again: Opened & { promise: string; withinSeconds: number; lastSeconds: number | undefined; grows: boolean }
}

export const breakers = defineQuestion<Rules>({
  id: 'breakers',
  asks: 'Is what a breaker shut out asked again in time?',

  *judge(world) {
    for (const view of world.views) {
      const shut = view.estate.facts.filter((fact) => fact.trait === 'routed').filter(isBroken)
      const alike = Map.groupBy(shut, (fact) => JSON.stringify([...placeOf(fact), breakerOf(fact), triedFor(fact)]))
      for (const [, facts] of [...alike].sort(([a], [b]) => byCodePoint(a, b))) {
        const [first] = facts
        const finding = first && findingOf(first, facts, view, world)
        if (finding && finding.parts.length > 0) yield finding
      }
    }
  },

  says: {
    costs: ({ promised, budgetSeconds, overSeconds, times, ...opened }, truth) => {
      const each = opened.closedSeconds + (opened.hangsSeconds ?? 0)
      const leaves = `${promised} leaves ${sayTime(budgetSeconds)} in ${sayTime(overSeconds)}`
      return truth === false
        ? `${shutWords(opened)}: ${leaves}, and one time takes ${sayTime(each)}`
        : `${shutWords(opened)}: ${leaves}, ${countOf(times, 'such time')} at most`
    },
    again: ({ calls, closedSeconds, promise, withinSeconds, lastSeconds, grows }) =>
      lastSeconds === undefined
        ? `${promise} is to be back within ${sayTime(withinSeconds)}, and ${named(calls)} once shut out ${calls.length === 1 ? 'is' : 'are'} not asked again before ${sayTime(closedSeconds)}`
        : `${promise} is to be back within ${sayTime(withinSeconds)}: the last time by then that it is asked again is ${sayTime(lastSeconds)} after it was shut out${grows ? ', each time later than the one before' : ''}`,
  },
})

type Routed = FactOf<'routed'>
type Breaker = NonNullable<RoutePolicy['breaker']>
type Broken = Routed & { readonly policy: { readonly breaker: Required<Breaker> } }

function isBroken(fact: Routed): fact is Broken {
  const { breaker } = fact.policy
  return breaker?.failures !== undefined && breaker.forSeconds !== undefined
}

function breakerOf({ policy }: Broken): Required<Breaker> {
  return policy.breaker
}

function triedFor({ policy }: Broken): number | undefined {
  return trySeconds(policy)
}

// A mesh as a whole holds for all calls of which one try takes as long.
function placeOf(fact: Broken): readonly [string, ...string[]] {
  if (!fact.isOfMesh) return [fact.environment, fact.component, calleeOf(fact)]
  return [fact.environment, triedFor(fact) === undefined ? 'connections' : 'calls']
}

function calleeOf({ to }: Routed): string {
  return to.is === 'workload' ? partsOf(to.workload).name : to.name
}

function findingOf(first: Broken, facts: readonly Broken[], view: View, world: World): Finding<Rules> | undefined {
  const place = world.platform && environmentsOf(world.platform).find(({ name }) => name === first.environment)
  if (!place) return undefined
  const calls = [...new Set(facts.map((fact) => `${fact.component} → ${calleeOf(fact)}`))].sort(byCodePoint)
  const { failures, forSeconds } = breakerOf(first)
  const each = triedFor(first)
  const opened = { calls, failures, closedSeconds: forSeconds, hangsSeconds: each && each * failures }
  const where = placeOf(first).join('/')
  const stated = [first.cites.breaker]
  return {
    id: placeOf(first),
    environment: first.environment,
    cluster: view.estate.cluster,
    says: `what a breaker of ${named(calls)} shuts out is asked again in time`,
    source: { ...first.source, stated: first.cites.breaker },
    parts: [
      ...costsParts(opened, place, where, stated, world),
      ...againParts(opened, first, place, where, stated, world),
    ],
  }
}

type Parts = Finding<Rules>['parts']
type Cited = readonly Routed['cites']['breaker'][]

// Reckoned by the month where nobody says over which time a share counts.
function costsParts(opened: Opened, place: Environment, where: string, stated: Cited, { promises }: World): Parts {
  const budgets = promises.flatMap((one) => {
    if (one.is === 'planned' || one.kind !== 'availability' || one.in?.name !== place.name) return []
    const overSeconds = secondsOf(one.over) ?? 30 * 86_400
    const share = 1 - (percentOf(one.atLeast) ?? 0) / 100
    return [{ promise: one, overSeconds, budgetSeconds: share * overSeconds }]
  })
  const [least] = budgets.toSorted((a, b) => a.budgetSeconds - b.budgetSeconds)
  if (!least) return []
  const { promise, budgetSeconds, overSeconds } = least
  const each = opened.closedSeconds + (opened.hangsSeconds ?? 0)
  const times = Math.floor(budgetSeconds / each)
  return [
    part(
      'costs',
      opened.closedSeconds <= budgetSeconds,
      { ...opened, promised: promise.atLeast, budgetSeconds, overSeconds, times },
      {
        cause: `open-too-long/${where}`,
        hint: `a breaker that closes again after ${sayTime(budgetSeconds)} at most`,
        stated: [...stated, promise.stated],
      },
    ),
  ]
}

// The shortest time in which all of the environment, its application or what is called is promised to be back.
function againParts(
  opened: Opened,
  { to }: Broken,
  place: Environment,
  where: string,
  stated: Cited,
  { promises }: World,
): Parts {
  const back = promises.flatMap((one) => {
    if (one.is === 'planned' || one.in?.name !== place.name || (one.kind !== 'recovers' && one.kind !== 'survives'))
      return []
    const names = one.kind === 'survives' ? one.keeps.map(({ name }) => name) : [one.what.name]
    const isMeant = names.some((name) => name === place.name || opened.calls.some((call) => call.endsWith(`→ ${name}`)))
    const time = isMeant ? rangeSeconds(one.within) : undefined
    return time ? [{ promise: one, what: names.join(', '), withinSeconds: time.to }] : []
  })
  const [soonest] = back.toSorted((a, b) => a.withinSeconds - b.withinSeconds || byCodePoint(a.what, b.what))
  if (!soonest) return []
  const { withinSeconds, what, promise } = soonest
  // What stands outside is asked past the mesh, by a breaker in the client.
  const shutsOut = to.is !== 'workload' ? undefined : meshProduct(place.mesh?.by)?.value.shutsOut
  const lastSeconds = asksAgain(opened.closedSeconds, shutsOut, withinSeconds).at(-1)
  const grows = shutsOut !== undefined
  return [
    part(
      'again',
      lastSeconds !== undefined,
      { ...opened, promise: what, withinSeconds, lastSeconds, grows },
      {
        cause: `open-too-long/${where}`,
        hint: `a breaker that closes again after ${sayTime(withinSeconds)} at most`,
        stated: [...stated, promise.stated],
      },
    ),
  ]
}

function named(calls: readonly string[]): string {
  return calls.length === 1 ? (calls[0] ?? '') : `${calls.length} calls`
}

function shutWords({ calls, failures, closedSeconds, hangsSeconds }: Opened): string {
  const opens = `${named(calls)}: ${countOf(failures, 'failure')} in a row`
  const hang = hangsSeconds === undefined ? '' : ` (${sayTime(hangsSeconds)} where each hangs)`
  return `${opens}${hang}, and nobody gets through for ${sayTime(closedSeconds)}`
}
