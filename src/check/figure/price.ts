// Arithmetic of prices that are ranges: both ends are counted, exactly.

import type { Fraction, PriceRange } from '../../platform/money.ts'
import { cents } from './amount.ts'

export function addFraction(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

export function addPrice(a: PriceRange, b: PriceRange): PriceRange {
  return { currency: a.currency, from: addFraction(a.from, b.from), to: addFraction(a.to, b.to) }
}

/** So many of what is priced. */
export function timesPrice({ currency, from, to }: PriceRange, { numerator, denominator }: Fraction): PriceRange {
  const times = (end: Fraction) => ({
    numerator: end.numerator * numerator,
    denominator: end.denominator * denominator,
  })
  return { currency, from: times(from), to: times(to) }
}

/** `$600/month`, `$500/month to $750/month`. */
export function sayPrice({ currency, from, to }: PriceRange): string {
  const ends = [from, to].map(({ numerator, denominator }) => `${currency}${cents(numerator, denominator)}/month`)
  return ends[0] === ends[1] ? `${ends[0]}` : ends.join(' to ')
}
