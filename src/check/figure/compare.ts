// A counted amount against what is stated: at one end, or at both where a range is stated.

import type { FigureValue } from '../../platform/model.ts'
import { isRange } from '../../platform/units.ts'
import { type Amount, sayAmount, sayEnds } from './amount.ts'
import { agrees, statedAmount } from './stated-amount.ts'

interface Compared {
  readonly isSo: boolean
  readonly stated: string
  readonly counted: string
  readonly how: string
}

/** Undefined where the two are different kinds of things. */
export function compare(amount: Amount, value: FigureValue): Compared | undefined {
  if (!isRange(value)) return compareOne(amount, value)
  const [from, to] = [statedAmount(value.from, amount.unit), statedAmount(value.to, amount.unit)]
  if (!from || !to) return undefined
  const least = { ...amount, ...amount.least }
  return {
    isSo: agrees(least, from) && agrees(amount, to),
    stated: sayStated(value),
    counted: sayEnds(amount),
    how: least.how,
  }
}

// Of times the later end is what is promised; money that may be more or less is not one sum.
function compareOne(amount: Amount, value: string | number): Compared | undefined {
  const stated = statedAmount(value, amount.unit)
  if (!stated) return undefined
  const { least } = amount
  if (!least || !amount.unit.endsWith('/month'))
    return { isSo: agrees(amount, stated), stated: stated.says, counted: sayAmount(amount), how: amount.how }
  const isSo = agrees(amount, stated) && agrees({ ...amount, ...least }, stated)
  return { isSo, stated: stated.says, counted: sayEnds(amount), how: least.how }
}

/** `4h`, `2m to 5m`. */
export function sayStated(value: FigureValue): string {
  return isRange(value) ? `${value.from} to ${value.to}` : `${value}`
}
