// The whole, what is tolerated in it, and where each part was said.

import type { Position } from '../source.ts'
import type { Alert } from './alert.ts'
import type { Decision } from './decision.ts'
import type { Delivery } from './delivery.ts'
import type { Planned } from './doubt.ts'
import type { Drill } from './drill.ts'
import type { Environment } from './environment.ts'
import type { Paper } from './paper.ts'
import type { PlatformPromise } from './promise.ts'
import type { Procedure } from './recovery.ts'

export interface Waiver {
  readonly is: 'waiver'
  /** The id of the verdict that is tolerated. */
  readonly of: string
  readonly owner: string
  readonly reason: string
  /** Last day on which it holds, `2027-03-31`. */
  readonly until: string
}

export interface Platform {
  readonly is: 'platform'
  readonly name: string
  readonly title?: string
  readonly environments: readonly (Environment | Planned<Environment>)[]
  readonly promises: readonly (PlatformPromise | Planned<PlatformPromise>)[]
  readonly alerts: readonly Alert[]
  readonly waivers: readonly Waiver[]
  readonly decisions: readonly Decision[]
  readonly deliveries: readonly Delivery[]
  readonly drills: readonly Drill[]
  /** Those that no promise and no drill goes by: checklists, maintenance. */
  readonly procedures: readonly Procedure[]
  readonly document?: Paper
}

/** Where a noun was called: the innermost user frame and its callers. */
export interface At {
  readonly at: Position
  readonly via: readonly Position[]
}
