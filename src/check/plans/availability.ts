// A promised availability has a budget: what is left of the time by the failures that are expected, each with the time
// until it is over, and by the drills that take the place away.

import type { Assumption } from '../../engine/assumption.ts'
import { type Share, shareLeft } from '../../engine/recovery/share-left.ts'
import { type Span, spanOf } from '../../engine/recovery/span.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { percentOf, rangeSeconds } from '../../platform/units.ts'
import { definePromise, type Part, part } from '../define.ts'
import { type Place, placeOf } from '../place.ts'
import { sayShare, sayShares } from '../share-words.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { awayIn, drillTime } from './drill-outage.ts'
import { placesPart } from './drill-places.ts'
import { type Prepared, preparedParts, preparedWords } from './prepared-budget.ts'

export type Available = Extract<PlatformPromise, { kind: 'availability' }>

interface Term {
  readonly what: string
  readonly takes: Span
  readonly everySeconds: number
  /** Nobody says that it happens here. */
  readonly mayBe?: true
}

interface Budget {
  readonly promised: number
  readonly terms: readonly Term[]
  readonly leaves: Share
}

interface Measured {
  readonly now: number
  readonly promised: number
}

export const availability = definePromise<{ budget: Budget; measured: Measured; prepared: Prepared }>()({
  kind: 'availability',
  asks: 'Do the failures that are expected, and the drills, leave the availability that is promised?',

  *judge(promise, world) {
    const place = placeOf(promise, world)
    yield {
      id: [place.place, 'budget'],
      environment: place.environment,
      cluster: place.cluster,
      says: `${place.place} is available for ${promise.atLeast} of the time`,
      source: { stated: promise.stated },
      parts: [
        budgetPart(promise, place, world),
        ...preparedParts(promise, shareOf(promise.atLeast), world),
        ...measuredPart(promise, place, world),
      ],
    }
  },

  says: {
    budget: (because, truth) => budgetWords(because, truth),
    prepared: preparedWords,
    measured: ({ now, promised }, truth) =>
      `${sayShare(now)} was measured, ${truth ? `no less than the promised ${sayShare(promised)}` : `and ${sayShare(promised)} is promised`}`,
  },
})

function shareOf(percent: string): number {
  return (percentOf(percent) ?? 0) / 100
}

// What was measured shows what was, and not what will be.
function measuredPart(
  { now, atLeast, stated }: Available,
  { place }: Place,
  { denied }: World,
): readonly Part<'measured', Measured>[] {
  if (now === undefined) return []
  const stays: Assumption = {
    id: `measured/availability/${place}`,
    says: `${place} stays as available as it was measured`,
    kind: 'measurement',
    source: { stated },
  }
  const because = { now: shareOf(now), promised: shareOf(atLeast) }
  const truth = because.now >= because.promised && !denied.has(stays.id)
  const more = { assumes: truth ? [stays] : [], cause: `availability/${place}`, stated: [stated] }
  return [part('measured', truth, because, more)]
}

function budgetPart(promise: Available, place: Place, world: World): Part<'budget', Budget> {
  const failures = (promise.expects ?? []).map((event) => termOf(event, promise, world))
  const terms = [...failures, ...drillTerms(place, world)]
  const leaves = { from: shareLeft(terms).from, to: shareLeft(terms.filter(({ mayBe }) => !mayBe)).to }
  const promised = shareOf(promise.atLeast)
  const assumes = assumptionsOf(promise, place)
  const isDenied = assumes.some(({ id }) => world.denied.has(id))
  const truth = leaves.to < promised || isDenied ? false : leaves.from >= promised ? true : undefined
  return part(
    'budget',
    truth,
    { promised, terms, leaves },
    {
      assumes: isDenied ? [] : assumes,
      cause: `availability/${place.place}`,
      hint: 'a shorter recovery of what happens most, or a share that the terms leave',
      stated: [promise.stated],
    },
  )
}

type Event = NonNullable<Available['expects']>[number]

// Unless it says itself how long it takes, what is promised of it holds: it is judged there.
function termOf({ of, every, takes }: Event, { in: place }: Available, { promises }: World): Term {
  const within = promises.flatMap((promise) => {
    if (promise.is === 'planned' || promise.in?.name !== place?.name) return []
    if (promise.kind === 'survives' && of === promise.failure.of) return rangeSeconds(promise.within) ?? []
    const from = promise.kind === 'recovers' ? promise.from : undefined
    const isMeant = from && of === (from.kind === 'loss' ? from.of : from.kind)
    return isMeant && promise.kind === 'recovers' ? (rangeSeconds(promise.within) ?? []) : []
  })
  const most = Math.max(...within.map(({ to }) => to))
  const promised = within.length === 0 ? undefined : { from: 0, to: most }
  return { what: of, takes: spanOf(rangeSeconds(takes) ?? promised), everySeconds: cadenceSeconds(every) }
}

function drillTerms({ environment }: Place, world: World): readonly Term[] {
  return (
    (world.plans?.drills ?? [])
      .filter((drill) => environment !== undefined && awayIn(drill, world).includes(environment))
      // What cannot be held takes nothing away.
      .filter((drill) => placesPart(drill, world).truth !== false)
      .map((drill) => ({
        what: `drill ${drill.name}`,
        takes: drillTime(drill, world),
        everySeconds: cadenceSeconds(drill.every),
        ...(drill.place === 'unsaid' && { mayBe: true as const }),
      }))
  )
}

function assumptionsOf({ expects = [], stated }: Available, { place }: Place): readonly Assumption[] {
  const source = { stated }
  const rates = expects.map(
    ({ of, every }): Assumption => ({
      id: `happens/${place}/${of}`,
      says: `${of} happens in ${place} no more often than once in ${/^\d/.test(every) ? every : `a ${every}`}`,
      kind: 'estimate',
      source,
    }),
  )
  const says = `nothing else takes ${place} away`
  return [...rates, { id: `nothing-else/${place}`, says, kind: 'estimate', source }]
}

function budgetWords({ promised, terms, leaves }: Budget, truth: Truth): Words {
  const left = `${sayShares(leaves)} of the time ${truth === undefined ? 'may be' : 'is'} left`
  return {
    line: `${left}, ${truth === true ? `within the promised ${sayShare(promised)}` : `and ${sayShare(promised)} is promised`}`,
    rows: [
      ...terms.map(
        ({ what, takes, everySeconds, mayBe }) =>
          [what, `${saySpan(takes)} every ${sayTime(everySeconds)}${mayBe ? ', if it is held here' : ''}`] as const,
      ),
      ['budget', `${sayTime((1 - promised) * 30 * 86_400)} in 30 days`],
    ],
  }
}
