import type { Duration, Range } from '../../platform/units.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import type { SecondsRange } from '../estate.ts'

/** Kubernetes counts in whole seconds; a part of one is rounded up. */
export function wholeSeconds(duration: Duration): number {
  return Math.ceil(secondsOf(duration) ?? 0)
}

export function secondsRange(value: Duration | Range<Duration> | undefined): SecondsRange | undefined {
  return value === undefined ? undefined : rangeSeconds(value)
}
