// One stretch of time after a loss: what it is, how long it takes, and who says so.

import type { Source } from '../../estate/estate.ts'
import type { TermName } from '../nodeloss/when.ts'
import type { Span } from './span.ts'

export interface TimelineTerm {
  /**
   * A term of the controllers; `fencing`: somebody takes the dead node from its pods; `starting`: what the procedure or
   * the component says of the pod's start.
   */
  readonly what: TermName | 'fencing' | 'starting'
  /** The name of the step, where a procedure says it. */
  readonly step?: string
  readonly takes: Span
  /** Seconds after the last heartbeat at which it is over. */
  readonly ends: Span
  readonly by: 'kubernetes' | 'pod' | 'estimate' | 'nobody'
  readonly source: Source
}

export type Unplaced = Omit<TimelineTerm, 'ends'>

export function term(what: TimelineTerm['what'], takes: Span, by: TimelineTerm['by'], source: Source): Unplaced {
  return { what, takes, by, source }
}
