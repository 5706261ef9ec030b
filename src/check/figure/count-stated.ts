// Arithmetic over what documents state: sums of items, and the lag of events that wait for one another.

import { termsOf } from '../../platform/figure-id.ts'
import type { Measure } from '../../platform/model.ts'
import { perSecondOf, priceOf, wageOf, workHoursOf } from '../../platform/money.ts'
import { secondsOf } from '../../platform/units.ts'
import { type Amount, fraction, sayAmount, sayEnds, saySeconds, type Uncounted, type Unit } from './amount.ts'
import { sayStated } from './compare.ts'
import { addFraction } from './price.ts'

type Sum = Extract<Measure, { is: 'sum' }>
type Lag = Extract<Measure, { is: 'lag' }>
type Read = (measure: Measure, unit?: Unit) => Amount | Uncounted

/** Of items in one unit; hours of work count as money where somebody says what one costs. */
export function sumOf(measure: Sum, read: Read, asked?: Unit): Amount | Uncounted {
  const of = termsOf(measure)
  const unit = asked ?? moneyUnit(of) ?? of.map((one) => unitOf(read(one))).find((found) => found !== undefined)
  if (unit === undefined) return { why: 'nothing says in which unit the items are' }
  let sum = fraction(unit, 0n, 1n)
  const terms: string[] = []
  const ends: string[] = []
  for (const one of of) {
    const hours = one.is === 'stated' ? workHoursOf(one.value) : undefined
    const amount: Amount | Uncounted = hours && one.is === 'stated' ? workAmount(one, hours, unit) : read(one, unit)
    if ('why' in amount) return amount
    if (amount.unit !== unit) return { why: `${unit} and ${amount.unit} cannot be added` }
    const work = amount.unpriced && one.is === 'stated' ? sayStated(one.value) : undefined
    terms.push(work ?? sayAmount(amount))
    ends.push(work ?? sayEnds(amount))
    sum = added(sum, amount)
  }
  return { ...sum, how: terms.join(' + '), ...(sum.least && { least: { ...sum.least, how: ends.join(' + ') } }) }
}

function moneyUnit(of: readonly Measure[]): Unit | undefined {
  const money = of.flatMap((one) => (one.is === 'stated' ? (priceOf(one.value) ?? []) : []))
  return money[0] && `${money[0].currency}/month`
}

function unitOf(amount: Amount | Uncounted): Unit | undefined {
  return 'why' in amount ? undefined : amount.unit
}

function workAmount(
  { value, at, stated }: Extract<Measure, { is: 'stated' }>,
  hours: { readonly numerator: bigint; readonly denominator: bigint },
  unit: Unit,
): Amount | Uncounted {
  const wage = wageOf(at)
  if (!wage) return fraction(unit, 0n, 1n, { unpriced: hours, rows: [['work', sayStated(value)]], stated: [stated] })
  if (`${wage.currency}/month` !== unit) return { why: `${at} is not in ${unit}` }
  const sum = fraction(unit, hours.numerator * wage.numerator, hours.denominator * wage.denominator, {
    stated: [stated],
  })
  return { ...sum, rows: [['work', `${sayStated(value)} × ${at} = ${sayAmount(sum)}`]] }
}

function added(a: Amount, b: Amount): Amount {
  const least = (a.least || b.least) && { least: { ...addFraction(a.least ?? a, b.least ?? b), how: '' } }
  const unpriced = a.unpriced && b.unpriced ? addFraction(a.unpriced, b.unpriced) : (a.unpriced ?? b.unpriced)
  return {
    ...a,
    ...addFraction(a, b),
    ...least,
    ...(unpriced && { unpriced }),
    rows: [...a.rows, ...b.rows],
    assumes: [...a.assumes, ...b.assumes],
    stated: [...a.stated, ...b.stated],
  }
}

/** What comes within a second is through after rate × each; where that takes longer than the second, no lag is the last. */
export function lagOf({ rate, each, stated }: Lag): Amount | Uncounted {
  const comes = perSecondOf(rate)
  const seconds = secondsOf(each)
  if (!comes || seconds === undefined) return { why: 'nobody says how often they come and how long each waits' }
  const busy = fraction('seconds', comes.numerator * BigInt(Math.round(seconds * 1e6)), comes.denominator * 1_000_000n)
  const how = `${rate} × ${each}`
  const takes = sayAmount(busy)
  if (busy.numerator <= busy.denominator) return { ...busy, how, stated: [stated] }
  const behind = saySeconds(Number(busy.numerator - busy.denominator) / Number(busy.denominator))
  return {
    why: `${how} = ${takes} of waiting for what comes in each second: every second the lag is ${behind} more, without end`,
    isNone: true,
    stated: [stated],
  }
}
