// The whole, what is tolerated in it, and where each part was said.

import type { Position } from '../source.ts'
import type { Alert } from './alert.ts'
import type { Control, Incident, Standard } from './compliance.ts'
import type { Decision } from './decision.ts'
import type { Delivering } from './delivering.ts'
import type { Delivery } from './delivery.ts'
import type { Planned } from './doubt.ts'
import type { Drill } from './drill.ts'
import type { Environment, SecretStore } from './environment.ts'
import type { Monitoring } from './monitoring.ts'
import type { Paper } from './paper.ts'
import type { PlatformPromise } from './promise.ts'
import type { BusinessFunction, DnsFailover, Procedure, Scenario } from './recovery.ts'
import type { Forecast } from './scaling.ts'
import type { Access } from './security.ts'
import type { Context, Organisation, Tenancy } from './tenancy.ts'
import type { Tool } from './tool.ts'

export interface Waiver {
  readonly is: 'waiver'
  /** The id of the verdict that is tolerated. */
  readonly of: string
  readonly owner: string
  readonly reason: string
  /** Last day on which it holds, `2027-03-31`. */
  readonly until: string
}

export interface Platform extends Delivering {
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
  /** Those that share it, whether or not a component belongs to them. */
  readonly contexts: readonly Context[]
  /** It is said to be for several tenants. */
  readonly tenancy?: Tenancy
  /** Those that stand behind it, whether or not they operate a part. */
  readonly organisations: readonly Organisation[]
  readonly scenarios: readonly (Scenario | Planned<Scenario>)[]
  readonly functions: readonly BusinessFunction[]
  readonly failovers: readonly DnsFailover[]
  /** What people and programs may do with it. */
  readonly access: readonly Access[]
  /** What keeps values of Secrets, whether or not a Secret names it. */
  readonly secretStores: readonly SecretStore[]
  readonly standards: readonly Standard[]
  readonly controls: readonly Control[]
  /** What somebody may do to it, and what is done then. */
  readonly incidents: readonly Incident[]
  /** What watches environments. */
  readonly monitoring: readonly Monitoring[]
  readonly forecasts: readonly Forecast[]
  readonly tools: readonly Tool[]
  readonly document?: Paper
}

/** Where a noun was called: the innermost user frame and its callers. */
export interface At {
  readonly at: Position
  readonly via: readonly Position[]
}
