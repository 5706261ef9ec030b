// The document that a platform is described in.

import type { Stated } from '../source.ts'

export interface Paper {
  readonly is: 'paper'
  readonly title: string
  readonly version?: string
  /** Dates are `2027-03-31`. */
  readonly date?: string
  /** `target`: it says how things are to be; `ready`: nothing stands between it and production. */
  readonly status: 'draft' | 'target' | 'ready' | 'production' | 'withdrawn'
  readonly owner?: string
  /** By when somebody looks at it again. */
  readonly nextReview?: string
  readonly stated?: Stated
}
