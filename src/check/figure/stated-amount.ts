// What a document states as an amount, and whether a counted one is the same at the digits that were written.

import { nanoPerUnit, tryQuantity } from '../../kubernetes/quantity.ts'
import { moneyOf } from '../../platform/money.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import type { Amount, Unit } from './amount.ts'

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
  if (unit.endsWith('/month')) return statedMoney(text, unit)
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

function statedMoney(text: string, unit: Unit): StatedAmount | undefined {
  const money = moneyOf(text)
  if (!money || `${money.currency}/month` !== unit) return undefined
  const { numerator, denominator } = money
  return {
    numerator,
    denominator,
    slack: { numerator: 1n, denominator: denominator * 2n },
    isEven: numerator % 2n === 0n,
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
  return quantity && { numerator: quantity.nano, denominator: nanoPerUnit }
}

/** Whether a counted amount rounds to what was stated, halves upwards or to even: 7.5 is written 8, 62.5 is 62 or 63. */
export function agrees(counted: Amount, stated: StatedAmount): boolean {
  const { slack, isEven } = stated
  const gap = (counted.numerator * stated.denominator - stated.numerator * counted.denominator) * slack.denominator
  const half = slack.numerator * counted.denominator * stated.denominator
  return -half <= gap && (isEven ? gap <= half : gap < half)
}
