// A counted number that stays within a bound.

import { joinAssumptions } from '../../engine/assumption.ts'
import { figurePlace, inPlace, measureName } from '../../platform/figure-id.ts'
import type { Measure } from '../../platform/model.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import type { Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { type Amount, sayAmount } from './amount.ts'
import { amountOf } from './count.ts'
import { figureWords } from './measure-words.ts'
import { statedAmount } from './stated-amount.ts'

interface Bound {
  readonly bound: string
  readonly counted?: string
  readonly how?: string
  readonly rows?: readonly (readonly [string, string])[]
  readonly why?: string
}

export const bounded = definePromise<{ counted: Bound }>()({
  kind: 'bounded',
  asks: 'Is what is counted within the bounds that were promised?',

  *judge(promise, world) {
    const measure = inPlace(promise.measure, promise.in ?? onlyEnvironment(world))
    const place = figurePlace(measure, promise.in)
    const view = world.views.find(
      ({ estate }) => estate.cluster === place || estate.environments.some(({ name }) => name === place),
    )
    const bounds = [
      ...(promise.atLeast === undefined ? [] : [{ is: 'at least', value: promise.atLeast } as const]),
      ...(promise.atMost === undefined ? [] : [{ is: 'at most', value: promise.atMost } as const]),
    ]
    yield {
      id: [place, measureName(measure)],
      environment: view?.estate.cluster === place ? undefined : view && place,
      cluster: view?.estate.cluster,
      says: bounds.map(({ is, value }) => figureWords(measure, `${is} ${value}`)).join(', and '),
      parts: bounds.map((bound) => boundPart(measure, bound, place, world)),
    }
  },

  says: {
    counted: ({ bound, counted, how, rows = [], why }, truth): Words => {
      if (why !== undefined) return { line: `${bound} is promised; ${why}`, rows }
      const sum = how?.includes(' ') ? `${how} = ${counted}` : `${counted}`
      return { line: truth === true ? `${sum}, ${bound}` : `${sum}, and ${bound} is promised`, rows }
    },
  },
})

interface Said {
  readonly is: 'at least' | 'at most'
  readonly value: string | number
}

function boundPart(measure: Measure, { is, value }: Said, place: string, world: World) {
  const amount = amountOf(measure, world)
  const bound = `${is} ${value}`
  if ('why' in amount) return part('counted', undefined, { bound, why: amount.why, rows: amount.rows ?? [] })
  const stated = statedAmount(value, amount.unit)
  if (!stated)
    return part('counted', undefined, { bound, why: `it cannot be compared with ${sayAmount(amount)}`, rows: [] })
  const { how, rows } = amount
  const holds = is === 'at most' ? compare(worst(amount, is), stated) <= 0 : compare(worst(amount, is), stated) >= 0
  return part(
    'counted',
    holds,
    { bound, counted: sayAmount(amount), how, rows },
    {
      assumes: joinAssumptions([amount.assumes]),
      cause: `bound/${place}/${measureName(measure)}`,
      hint: is === 'at most' ? 'fewer, or a larger bound' : 'more, or a smaller bound',
      stated: amount.stated,
    },
  )
}

type Exact = Pick<Amount, 'numerator' | 'denominator'>

// Of a range, the end that is worse for the bound.
function worst(amount: Amount, is: Said['is']): Exact {
  return is === 'at least' && amount.least ? amount.least : amount
}

function compare(a: Exact, b: Exact): number {
  const gap = a.numerator * b.denominator - b.numerator * a.denominator
  return gap < 0n ? -1 : gap > 0n ? 1 : 0
}
