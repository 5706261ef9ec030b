// The way of a version: branches, environments one after the other, and when what is released.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Cadence } from './drill.ts'
import type { Environment } from './environment.ts'
import type { Gate, Suite } from './pipeline.ts'
import type { Strategy } from './rollout.ts'
import type { Team } from './team.ts'

export interface Branch {
  readonly is: 'branch'
  readonly name: string
  /** Where what lies on it is deployed. */
  readonly deploysTo?: Environment
  /** People beside the author who have to approve a change. */
  readonly reviews?: number
  /** An approval is void once the change is changed. */
  readonly dismissesStale?: boolean
  /** What has to pass before a change is merged. */
  readonly checks: readonly Suite[]
  /** Commits are signed. */
  readonly signed?: boolean
  /** Who may write to it; default: nobody says. */
  readonly writers?: readonly Team[]
  /** Who may merge without reviews and checks. */
  readonly bypassedBy: readonly Team[]
  readonly stated?: Stated
}

/** So many people of a team have to agree. */
export interface Approval {
  readonly team: Team
  readonly count: number
}

export interface Promotion {
  readonly is: 'promotion'
  /** Where a version comes from; default: nobody says. */
  readonly from?: Branch | Environment
  readonly to: Environment
  /** What starts it; `promotion`: whatever has come to `from`. Default: nobody says. */
  readonly on?: 'push' | 'merge' | 'pull-request' | 'tag' | 'promotion' | 'schedule' | 'manual' | 'replication'
  /** Of a schedule: how often. */
  readonly every?: Cadence
  /** What has to pass; `all`: everything that any stage tries before. */
  readonly requires: readonly (Suite | Gate)[]
  readonly approvers: readonly Approval[]
  /** How to go back; default: nobody says. */
  readonly rollback?: 'automatic' | 'manual' | 'switch' | 'failover'
  /** One after the other. */
  readonly by: readonly Strategy[]
  /** Stores in `to` whose schema is migrated before anything of the version starts. */
  readonly migrates: readonly Component[]
  readonly stated?: Stated
}

/** One kind of change, and when it goes out. */
export interface Release {
  readonly is: 'release'
  readonly name: string
  readonly to: Environment
  /** How often; or `demand`: whenever somebody wants it, `change`: each change by itself. */
  readonly every: Cadence | 'fortnight' | 'several-a-day' | 'change' | 'pull-request' | 'demand'
  /** Of what comes when it comes: no more of them than so many in 30 days. */
  readonly mostPerMonth?: number
  /** The longest time from a change until it is there. */
  readonly within?: Duration
  /** Where it has to have stood before. */
  readonly validatedIn?: Environment
  readonly stated?: Stated
}
