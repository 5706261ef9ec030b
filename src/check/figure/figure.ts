// A number that a document states, judged against the one that is counted. A stated number is rounded as it was written:
// it holds where the counted one rounds to it.

import type { Assumption } from '../../engine/assumption.ts'
import { joinAssumptions } from '../../engine/assumption.ts'
import { figurePlace, inPlace, measureName } from '../../platform/figure-id.ts'
import type { Measure, PlatformPromise } from '../../platform/model.ts'
import { isRange } from '../../platform/units.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import { unseenWorkloads } from '../reachability/unseen-workloads.ts'
import type { World } from '../world.ts'
import { type Amount, cents, sayAmount, sayEnds, type Uncounted } from './amount.ts'
import { compare, sayStated } from './compare.ts'
import { amountOf } from './count.ts'
import { figureWords } from './measure-words.ts'
import { statedAmount } from './stated-amount.ts'

type FigurePromise = Extract<PlatformPromise, { kind: 'figure' }>

interface Figure {
  readonly stated: string
  readonly counted?: string
  readonly how?: string
  readonly rows: readonly (readonly [string, string])[]
  readonly why?: string
}

export const figure = definePromise<{ counted: Figure }>()({
  kind: 'figure',
  asks: 'Is a number that a document states the one that its own parts add up to?',

  *judge(promise, world) {
    const measure = inPlace(promise.measure, promise.in ?? onlyEnvironment(world))
    const name = measureName(measure)
    const place = figurePlace(measure, promise.in)
    yield {
      id: [place, name],
      environment: world.views.some(({ estate }) => estate.environments.some((one) => one.name === place))
        ? place
        : undefined,
      cluster: clusterOf(place, world),
      says: figureWords(measure, sayStated(promise.value)),
      parts: [countedPart({ ...promise, measure }, place, world)],
    }
  },

  says: {
    counted: ({ stated, counted, how, rows, why }, truth) => {
      if (why !== undefined) return `${stated} is stated; ${why}`
      // A single term is its own sum.
      const sum = how?.includes(' ') ? `${how} = ${counted}` : `${counted}`
      return { line: truth === true ? `${sum}, as stated` : `${sum}, and ${stated} is stated`, rows }
    },
  },
})

function countedPart(promise: Pick<FigurePromise, 'measure' | 'value' | 'name'>, place: string, world: World) {
  const { measure, value } = promise
  const amount = withoutNodes(measure, world) ?? amountOf(measure, world)
  if ('why' in amount) {
    const { why, isNone, rows = [], stated = [] } = amount
    const more = isNone && { cause: `figure/${place}/${measureName(measure)}`, stated }
    return part('counted', isNone ? false : undefined, { stated: sayStated(value), rows, why }, { ...more })
  }
  if (amount.unpriced) return unpricedPart(promise, { ...amount, unpriced: amount.unpriced }, place, world)
  const compared = compare(amount, value)
  if (!compared)
    return part('counted', undefined, {
      stated: sayStated(value),
      rows: [],
      why: `it cannot be compared with ${sayAmount(amount)}`,
    })
  const { isSo, ...words } = compared
  const because = { ...words, rows: amount.rows }
  const unread = unreadOf(place, world)
  const [first] = unread
  // What was not read may be what is missing, or too much.
  if (first && (!isSo || unread.some(({ id }) => world.denied.has(id))))
    return part('counted', undefined, {
      ...because,
      why: `${because.counted} is counted, without what was not read: ${first.id}`,
    })
  return part('counted', isSo, because, {
    assumes: joinAssumptions([assumptionsOf(amount), unread]),
    cause: `figure/${place}/${measureName(measure)}`,
    hint: hintOf(measure, amount),
    stated: amount.stated,
  })
}

// What hours of work cost is not said: the number that is stated holds where an hour costs what is left for it.
function unpricedPart(
  { measure, value, name }: Pick<FigurePromise, 'measure' | 'value' | 'name'>,
  amount: Amount & { readonly unpriced: NonNullable<Amount['unpriced']> },
  place: string,
  world: World,
) {
  const stated = isRange(value) || amount.least ? undefined : statedAmount(value, amount.unit)
  const said = { stated: sayStated(value), rows: amount.rows }
  if (!stated) return part('counted', undefined, { ...said, why: `it cannot be compared with ${sayAmount(amount)}` })
  const { unpriced } = amount
  const left = stated.numerator * amount.denominator - amount.numerator * stated.denominator
  const wage = cents(left * unpriced.denominator, stated.denominator * amount.denominator * unpriced.numerator)
  const hours = `${cents(unpriced.numerator, unpriced.denominator)}h/month`
  const assumption: Assumption = {
    id: `wage/${[place, name, measureName(measure)].filter(Boolean).join('/')}`,
    says: `an hour costs ${amount.unit.slice(0, 1)}${wage}, which nobody says: ${hours} are to make up for ${sayAmount({ unit: amount.unit, numerator: left, denominator: stated.denominator * amount.denominator })}`,
    kind: 'estimate',
    source: { stated: amount.stated.at(-1) },
  }
  const counted = `${sayAmount(amount)} and ${hours}`
  const holds = left >= 0n && !world.denied.has(assumption.id)
  return part(
    'counted',
    holds,
    { ...said, counted, how: amount.how },
    {
      assumes: [assumption],
      cause: `figure/${place}/${measureName(measure)}`,
      hint: `state ${sayAmount(amount)}, or say what an hour costs`,
      stated: amount.stated,
    },
  )
}

// Of manifests that show no node nobody knows how many there are.
function withoutNodes(measure: Measure, { platform, views }: World): Uncounted | undefined {
  if (platform || measure.is !== 'measure' || measure.of.is !== 'cluster') return undefined
  const { name } = measure.of
  const isBare = views.some(({ estate }) => estate.cluster === name && estate.nodes.length === 0)
  return isBare ? { why: 'nobody says what nodes there are' } : undefined
}

function unreadOf(place: string, { views }: World): readonly Assumption[] {
  const view = views.find(({ estate }) => estate.environments.some(({ name }) => name === place))
  return view ? unseenWorkloads(view.estate, [place]) : []
}

function hintOf(measure: Measure, amount: Amount): string {
  const states = `state ${sayEnds(amount)}, or let it be counted`
  const isShare = measure.is === 'measure' && measure.counts === 'capacityLeft'
  return isShare ? `a required rule that keeps the pods apart; else ${states}` : states
}

function assumptionsOf(amount: Amount): readonly Assumption[] {
  return joinAssumptions([amount.assumes])
}

function clusterOf(place: string, { views }: World): string | undefined {
  return views.find(({ estate }) => estate.cluster === place || estate.environments.some(({ name }) => name === place))
    ?.estate.cluster
}
