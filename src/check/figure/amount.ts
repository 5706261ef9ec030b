// A counted amount with the rows it comes from, in the unit that it is said in.

import type { Assumption } from '../../engine/assumption.ts'
import { nanoPerUnit, parseQuantity, type Quantity, sayQuantity, tryQuantity } from '../../kubernetes/quantity.ts'
import type { Stated } from '../../platform/source.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'

export type Unit = 'cores' | 'bytes' | 'count' | 'seconds' | 'percent'

/** Exact, as a fraction of integers: sums of requests and shares of them never round on the way. */
export interface Amount {
  readonly unit: Unit
  readonly numerator: bigint
  readonly denominator: bigint
  readonly rows: readonly (readonly [label: string, text: string])[]
  /** One line that says how the rows make the amount. */
  readonly how: string
  readonly assumes: readonly Assumption[]
  readonly stated: readonly (Stated | undefined)[]
}

/** Why an amount cannot be counted. */
export interface Uncounted {
  readonly why: string
}

export function amountOfQuantity(
  quantity: Quantity,
  unit: 'cores' | 'bytes' | 'count',
  more: Partial<Amount> = {},
): Amount {
  return {
    unit,
    numerator: quantity.nano,
    denominator: 1_000_000_000n,
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

/** `12.5 cores`, `0.75 cores`, `25Gi`, `22`, `7.5d`, `42.5%`. */
export function sayAmount({
  unit,
  numerator,
  denominator,
}: Pick<Amount, 'unit' | 'numerator' | 'denominator'>): string {
  if (unit === 'bytes') return sayBytes(numerator, denominator)
  if (unit === 'cores') return sayCores((numerator * nanoPerUnit) / denominator)
  if (unit === 'percent') return `${decimal(numerator * 100n, denominator)}%`
  return unit === 'seconds' ? saySeconds(Number(numerator) / Number(denominator)) : decimal(numerator, denominator)
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

export interface StatedAmount {
  readonly numerator: bigint
  readonly denominator: bigint
  /** Half a unit of the last digit that was written, in the same fraction: a rounded figure holds within it. */
  readonly slack: { readonly numerator: bigint; readonly denominator: bigint }
  /** Its last digit is even. */
  readonly isEven: boolean
  readonly says: string
}

/** What a document states, in the unit of what is counted; undefined where it is another kind of thing. */
export function statedAmount(value: string | number, unit: Unit): StatedAmount | undefined {
  const text = `${value}`
  const digits = /^(\d+)(?:\.(\d+))?/.exec(text)
  if (!digits) return undefined
  const decimals = digits[2]?.length ?? 0
  const step = 2n * 10n ** BigInt(decimals)
  const suffix = text.slice(digits[0].length)
  const one = unitOf(suffix, unit)
  if (!one) return undefined
  const scaled = BigInt(digits[0].replace('.', ''))
  return {
    numerator: scaled * one.numerator,
    denominator: one.denominator * 10n ** BigInt(decimals),
    slack: { numerator: one.numerator, denominator: one.denominator * step },
    isEven: scaled % 2n === 0n,
    says: text,
  }
}

// What one written unit is, in the unit of the count.
function unitOf(suffix: string, unit: Unit): { numerator: bigint; denominator: bigint } | undefined {
  if (unit === 'percent')
    return percentOf(`1${suffix}`) === undefined ? undefined : { numerator: 1n, denominator: 100n }
  if (unit === 'seconds') {
    const seconds = secondsOf(`1${suffix}`)
    return seconds === undefined ? undefined : { numerator: BigInt(Math.round(seconds * 1000)), denominator: 1000n }
  }
  if (unit === 'count' && suffix !== '') return undefined
  if (unit === 'cores' && suffix !== '' && suffix !== 'm') return undefined
  const quantity = tryQuantity(`1${suffix}`)
  return quantity && { numerator: parseQuantity(`1${suffix}`).nano, denominator: 1_000_000_000n }
}

/** Whether a counted amount rounds to what was stated, halves upwards or to even: 7.5 is written 8, 62.5 is 62 or 63. */
export function agrees(counted: Amount, stated: StatedAmount): boolean {
  const { slack, isEven } = stated
  const gap = (counted.numerator * stated.denominator - stated.numerator * counted.denominator) * slack.denominator
  const half = slack.numerator * counted.denominator * stated.denominator
  return -half <= gap && (isEven ? gap <= half : gap < half)
}
