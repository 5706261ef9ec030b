// Failures that are rehearsed, and how often.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration, Range } from '../units.ts'
import type { Option } from './decision.ts'
import type { Environment } from './environment.ts'
import type { Failure, Procedure } from './recovery.ts'

/** How often: a span of time, or a word of the calendar (a month counts 30 days, a quarter 90). */
export type Cadence = Duration | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

export interface Drill {
  readonly is: 'drill'
  readonly name: string
  /** What is rehearsed. */
  readonly of: Failure
  /** Where it is held: what the failure takes is taken there. */
  readonly in: Environment
  /** 'unsaid': nobody says where it is held; `in` is where the failure would strike. */
  readonly place?: 'unsaid'
  readonly every: Cadence
  /** What is brought back from copies. */
  readonly restores?: Component
  /** Whose copies those are; default: those of the place where it is held. */
  readonly from?: Environment
  /** What has to take over: another zone of the cluster, another cluster, or one that stands in other zones. */
  readonly across?: 'zones' | 'clusters' | 'regions'
  readonly by?: Procedure
  /** How long the place is away for it; default: as long as the procedure takes. */
  readonly takes?: Duration | Range<Duration>
  /** Options of decisions without which it cannot be held. */
  readonly restsOn: readonly Option[]
  readonly stated?: Stated
}
