// A counted amount against what is stated: at one end, or at both where a range is stated.

import type { FigureValue } from '../../platform/model.ts'
import { isRange } from '../../platform/units.ts'
import { type Amount, sayAmount } from './amount.ts'
import { agrees, statedAmount } from './stated-amount.ts'

interface Compared {
  readonly isSo: boolean
  readonly stated: string
  readonly counted: string
  readonly how: string
}

/** Undefined where the two are different kinds of things. */
export function compare(amount: Amount, value: FigureValue): Compared | undefined {
  if (!isRange(value)) {
    const stated = statedAmount(value, amount.unit)
    return stated && { isSo: agrees(amount, stated), stated: stated.says, counted: sayAmount(amount), how: amount.how }
  }
  const [from, to] = [statedAmount(value.from, amount.unit), statedAmount(value.to, amount.unit)]
  if (!from || !to) return undefined
  const least = { ...amount, ...amount.least }
  const counted = amount.least ? `${sayAmount(least)} to ${sayAmount(amount)}` : sayAmount(amount)
  return { isSo: agrees(least, from) && agrees(amount, to), stated: sayStated(value), counted, how: least.how }
}

/** `4h`, `2m to 5m`. */
export function sayStated(value: FigureValue): string {
  return isRange(value) ? `${value.from} to ${value.to}` : `${value}`
}
