// Money, and what is turned into it: always by the month, as what people pay for machines is. Exact, as fractions.

import { isRange, type Range } from './units.ts'

export type Currency = '$' | '€' | '£'
export type Money = `${Currency}${number}/month`
/** A price by the month, or both ends of one that is known to lie between. */
export type Price = Money | Range<Money>
export type Wage = `${Currency}${number}/h`

export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** `$2000/month`; undefined for what is none. */
export function moneyOf(text: unknown): (Fraction & { readonly currency: Currency }) | undefined {
  return amountIn(text, /^([$€£])(\d{1,12})(?:\.(\d{1,4}))?\/month$/)
}

export interface PriceRange {
  readonly currency: Currency
  readonly from: Fraction
  readonly to: Fraction
}

/** `$500/month`, or `{ from: '$500/month', to: '$750/month' }`; undefined for two currencies and what ends before it begins. */
export function priceOf(value: unknown): PriceRange | undefined {
  const from = moneyOf(isRange(value) ? value.from : value)
  const to = moneyOf(isRange(value) ? value.to : value)
  if (!from || !to || from.currency !== to.currency) return undefined
  if (from.numerator * to.denominator > to.numerator * from.denominator) return undefined
  return { currency: from.currency, from, to }
}

/** `$30/h`. */
export function wageOf(text: unknown): (Fraction & { readonly currency: Currency }) | undefined {
  return amountIn(text, /^([$€£])(\d{1,9})(?:\.(\d{1,4}))?\/h$/)
}

/** Hours of `20h/month`. */
export function workHoursOf(text: unknown): Fraction | undefined {
  return amountIn(text, /^()(\d{1,6})(?:\.(\d{1,4}))?h\/month$/)
}

const seconds: ReadonlyMap<string, bigint> = new Map([
  ['s', 1n],
  ['m', 60n],
  ['min', 60n],
  ['h', 3600n],
])

/** How many come in a second, of `500/s` or `90/min`. */
export function perSecondOf(text: unknown): Fraction | undefined {
  const [, unit = ''] = (typeof text === 'string' && /\/(s|m|min|h)$/.exec(text)) || []
  const found = amountIn(text, /^()(\d{1,12})(?:\.(\d{1,4}))?\/(?:s|m|min|h)$/)
  return found && { ...found, denominator: found.denominator * (seconds.get(unit) ?? 1n) }
}

function amountIn(text: unknown, form: RegExp): (Fraction & { readonly currency: Currency }) | undefined {
  const [, currency, whole, part = ''] = (typeof text === 'string' && form.exec(text)) || []
  if (whole === undefined) return undefined
  return { currency: currency as Currency, numerator: BigInt(whole + part), denominator: 10n ** BigInt(part.length) }
}
