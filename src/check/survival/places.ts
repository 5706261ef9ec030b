// What becomes of the places of one class, failure by failure, as a truth.

import { type Assumption, joinAssumptions } from '../../engine/assumption.ts'
import type { LossFate } from '../../engine/loss/losses.ts'
import type { Truth } from '../verdict.ts'

/** False where some certainly have none without one of them, undetermined where that may be, or nothing shows it. */
export function truthOf(fates: readonly LossFate[]): Truth {
  if (fates.some(({ word }) => word === 'cannot')) return false
  return fates.length > 0 && fates.every(({ word }) => word === 'must') ? true : undefined
}

export function assumedOf(fates: readonly LossFate[]): readonly Assumption[] {
  return joinAssumptions(fates.map(({ assumes }) => assumes))
}
