// What a promise to survive allows, in seconds.

import type { PlatformPromise } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'

export type SurvivesPromise = Extract<PlatformPromise, { kind: 'survives' }>

export function withinSeconds({ within }: Pick<SurvivesPromise, 'within'>): number {
  return secondsOf(within) ?? 0
}

/** Seconds of rows that may be lost; 0 for nothing. */
export function losingSeconds({ losing }: Pick<SurvivesPromise, 'losing'>): number {
  return losing === 'nothing' ? 0 : (secondsOf(losing) ?? 0)
}
