// A counted amount with the rows it comes from, in the unit that it is said in.

import type { Assumption } from '../../engine/assumption.ts'
import { nanoPerUnit, type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import type { Currency } from '../../platform/money.ts'
import type { Stated } from '../../platform/source.ts'

export type Unit = 'cores' | 'bytes' | 'count' | 'seconds' | 'percent' | `${Currency}/month`

/** Exact, as a fraction of integers: sums of requests and shares of them never round on the way. */
export interface Amount {
  readonly unit: Unit
  readonly numerator: bigint
  readonly denominator: bigint
  readonly rows: readonly (readonly [label: string, text: string])[]
  /** The lower end, where the terms are ranges; the amount is the upper one. */
  readonly least?: { readonly numerator: bigint; readonly denominator: bigint; readonly how: string }
  /** One line that says how the rows make the amount. */
  readonly how: string
  /** Hours of work by the month among the terms, of which nobody says what one costs. */
  readonly unpriced?: { readonly numerator: bigint; readonly denominator: bigint }
  readonly assumes: readonly Assumption[]
  readonly stated: readonly (Stated | undefined)[]
}

/** Why an amount cannot be counted. */
export interface Uncounted {
  readonly why: string
  /** There is certainly none of any size. */
  readonly isNone?: true
  readonly rows?: Amount['rows']
  readonly stated?: Amount['stated']
}

export function amountOfQuantity(
  quantity: Quantity,
  unit: 'cores' | 'bytes' | 'count',
  more: Partial<Amount> = {},
): Amount {
  return {
    unit,
    numerator: quantity.nano,
    denominator: nanoPerUnit,
    rows: [],
    how: '',
    assumes: [],
    stated: [],
    ...more,
  }
}

export function fraction(unit: Unit, numerator: bigint, denominator: bigint, more: Partial<Amount> = {}): Amount {
  return { unit, numerator, denominator, rows: [], how: '', assumes: [], stated: [], ...more }
}

/** `12.5 cores`, `0.75 cores`, `25Gi`, `22`, `7.5d`, `37.5%`. */
export function sayAmount({
  unit,
  numerator,
  denominator,
}: Pick<Amount, 'unit' | 'numerator' | 'denominator'>): string {
  if (unit === 'bytes') return sayBytes(numerator, denominator)
  if (unit === 'cores') return sayCores((numerator * nanoPerUnit) / denominator)
  if (isMoney(unit)) return `${unit.slice(0, 1)}${cents(numerator, denominator)}/month`
  if (unit === 'percent') return `${decimal(numerator * 100n, denominator)}%`
  return unit === 'seconds' ? saySeconds(Number(numerator) / Number(denominator)) : decimal(numerator, denominator)
}

/** `4h`, `2m to 5m`: both ends where the terms are ranges. */
export function sayEnds(amount: Amount): string {
  return amount.least ? `${sayAmount({ ...amount, ...amount.least })} to ${sayAmount(amount)}` : sayAmount(amount)
}

function isMoney(unit: Unit): unit is `${Currency}/month` {
  return unit.endsWith('/month')
}

/** `25`, `33.33`: whole, or with both decimals. */
export function cents(numerator: bigint, denominator: bigint): string {
  const all = (numerator * 100n + denominator / 2n) / denominator
  return all % 100n === 0n ? `${all / 100n}` : `${all / 100n}.${`${all % 100n}`.padStart(2, '0')}`
}

// In cores also below one: its terms are said so, and documents state sums so.
function sayCores(nano: bigint): string {
  return nano === nanoPerUnit ? '1 core' : `${sayQuantity('terms', { nano, format: 'DecimalSI' })} cores`
}

// Exact in the unit in which it is short, as `25Gi` or `64G`; what is round in neither, to a tenth of Gi.
function sayBytes(numerator: bigint, denominator: bigint): string {
  const nano = (numerator * nanoPerUnit) / denominator
  const exact = (['BinarySI', 'DecimalSI'] as const).map((format) => sayQuantity('memory', { nano, format }))
  const short = exact.find((text) => text.length <= 8)
  return short ?? `${decimal(numerator, denominator * 2n ** 30n)}Gi`
}

/** A term of a sum: cores without their unit (`0.5`), which the sum says once. */
export function sayTerm(resource: string, quantity: Quantity): string {
  return resource === 'cpu' ? sayQuantity('terms', quantity) : sayQuantity(resource, quantity)
}

/** At most one decimal, rounded half away from zero; exact where one decimal is exact. */
function decimal(numerator: bigint, denominator: bigint): string {
  if (numerator < 0n) return `-${decimal(-numerator, denominator)}`
  const tenths = (numerator * 10n + denominator / 2n) / denominator
  const rest = tenths % 10n
  return rest === 0n ? `${tenths / 10n}` : `${tenths / 10n}.${rest}`
}

/** `7.5d`, `6h`, `350s`: the largest unit that keeps it short. */
export function saySeconds(seconds: number): string {
  for (const [unit, size] of [
    ['d', 86_400],
    ['h', 3_600],
    ['m', 60],
  ] as const) {
    if (seconds >= size && (seconds * 10) % size === 0) return `${seconds / size}${unit}`
  }
  return `${Math.round(seconds * 1000) / 1000}s`
}
