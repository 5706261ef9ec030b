// The time in which something is promised back: as much as is said, or strictly less.

import { secondsOf } from '../../platform/units.ts'
import type { Recovers } from './store-recovery.ts'

type Timed = Pick<Recovers, 'within' | 'strictly'>

// Nobody says a time more finely.
const LEAST_SECONDS = 0.001

/** The longest that keeps it; undefined where no time is promised. */
export function mostSeconds({ within, strictly }: Timed): number | undefined {
  const seconds = secondsOf(within)
  return seconds === undefined || strictly !== true ? seconds : seconds - LEAST_SECONDS
}

/** `4h`, `less than 4h`. */
export function mostText({ within, strictly }: Timed): string | undefined {
  return within === undefined || strictly !== true ? within : `less than ${within}`
}
