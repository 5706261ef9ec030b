// Money, and what is turned into it: always by the month, as what people pay for machines is. Exact, as fractions.

export type Currency = '$' | '€' | '£'
export type Money = `${Currency}${number}/month`
export type Wage = `${Currency}${number}/h`

interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** `$2000/month`; undefined for what is none. */
export function moneyOf(text: unknown): (Fraction & { readonly currency: Currency }) | undefined {
  return amountIn(text, /^([$€£])(\d{1,12})(?:\.(\d{1,4}))?\/month$/)
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
  ['h', 3600n],
])

/** How many come in a second, of `500/s` or `90/m`. */
export function perSecondOf(text: unknown): Fraction | undefined {
  const [, unit = ''] = (typeof text === 'string' && /\/([smh])$/.exec(text)) || []
  const found = amountIn(text, /^()(\d{1,12})(?:\.(\d{1,4}))?\/[smh]$/)
  return found && { ...found, denominator: found.denominator * (seconds.get(unit) ?? 1n) }
}

function amountIn(text: unknown, form: RegExp): (Fraction & { readonly currency: Currency }) | undefined {
  const [, currency, whole, part = ''] = (typeof text === 'string' && form.exec(text)) || []
  if (whole === undefined) return undefined
  return { currency: currency as Currency, numerator: BigInt(whole + part), denominator: 10n ** BigInt(part.length) }
}
