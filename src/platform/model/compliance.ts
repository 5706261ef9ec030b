// Laws and standards, what is done for them, and what may happen in spite of it.

import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Alert } from './alert.ts'
import type { Cadence } from './drill.ts'
import type { PlatformPromise } from './promise.ts'
import type { Procedure } from './recovery.ts'
import type { Team } from './team.ts'

/** Kinds of data that laws and standards are about. */
export type DataKind = 'card' | 'financial' | 'health' | 'personal'

/** A law or a standard, and how the platform stands to it. */
export interface Standard {
  readonly is: 'standard'
  readonly name: string
  readonly status: 'certified' | 'compliant' | 'in-progress' | 'not-applicable' | 'optional' | 'planned'
  /** What it protects: it applies where such data is kept, and nowhere else. */
  readonly about: readonly DataKind[]
  /** How that is made sure of. */
  readonly verifiedBy?: 'assessment' | 'audit' | 'certification' | 'review'
  readonly every?: Cadence
  readonly stated?: Stated
}

/** Something that is done for standards: as good as the promises that fulfil it. */
export interface Control {
  readonly is: 'control'
  readonly name: string
  /** The standards that it is for: as values, or by the name of one that the platform says nothing else about. */
  readonly of: readonly (Standard | string)[]
  /** Promises, or the name of what nothing here shows (`'VPN'`). Absent: nobody says; empty: nothing does. */
  readonly fulfilledBy?: readonly (PlatformPromise | string)[]
  /** How often somebody looks whether it is in place. */
  readonly audited?: Cadence | 'continuous'
  readonly owner?: Team
  readonly stated?: Stated
}

/** Signs by which something is noticed, where no alert says them. */
export type Sign = 'anomalies' | 'behaviour' | 'failed-logins' | 'runtime-scan' | 'traffic'

/** What is done at once, where no procedure says it. */
export type Answer = 'contain' | 'isolate' | 'limit-rate' | 'lock-account' | 'review-access'

/** What somebody may do to the platform: how it is noticed, what is done then, and who is told. */
export interface Incident {
  readonly is: 'incident'
  readonly name: string
  readonly noticedBy: readonly (Alert | Sign)[]
  readonly answeredBy: readonly (Answer | Procedure)[]
  /** One after the other. */
  readonly told: readonly Team[]
  /** Rows get to whom they are not meant for. */
  readonly discloses?: boolean
  /** Who outside is told, and how long after somebody knows of it at the most. */
  readonly reports?: readonly {
    readonly to: 'authority' | 'persons'
    readonly within: Duration
    readonly stated?: Stated
  }[]
  readonly stated?: Stated
}
