// What is measured, and who is told.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Environment, PortRef } from './environment.ts'
import type { Team } from './team.ts'
import type { Context } from './tenancy.ts'

/** Of all values at once: what so many in a hundred stay below, or their mean or their greatest. */
export type Quantile = 'p50' | 'p90' | 'p95' | 'p99' | 'mean' | 'max'

/**
 * What a value says: of all requests those that fail or are served, of what there is what is used; how far followers are
 * behind, and how old the last copy is.
 */
export type Indicator =
  | 'failed-requests'
  | 'served-requests'
  | 'cpu-used'
  | 'memory-used'
  | 'replication-lag'
  | 'copy-age'

export interface Metric {
  readonly is: 'metric'
  readonly name: string
  readonly of?: Component
  /** The call that it times. */
  readonly over?: Component | PortRef
  readonly unit?: 'ms' | 's' | 'bytes' | 'percent' | 'ratio' | 'count' | 'per-second'
  /** The ledger that has committed what is sent when the measured time ends. */
  readonly commitsTo?: Component
  /** Which of all values it is; absent: each of them, or nobody says. */
  readonly quantiles?: readonly Quantile[]
  /** Contexts that each have it for themselves. */
  readonly per?: readonly Context[] | 'all'
  /** What it shows, where something is promised of that; absent: nobody says. */
  readonly shows?: Indicator
  /** By what somebody learns its value; absent: it is exposed and scraped. */
  readonly seenBy?: 'scrapes' | 'logs' | 'probes' | 'load-tests'
  /** What is said to expose it: programs, or words where nothing declared is meant. */
  readonly exposedBy?: readonly (Component | string)[]
  readonly stated?: Stated
}

export interface Receiver {
  readonly is: 'receiver'
  readonly name: string
  readonly by: string
  /** It raises the alarm itself where it hears nothing for so long: a dead man's switch. */
  readonly expects?: Duration
  /** It is told of these and of no other; absent: of any. */
  readonly severities?: readonly string[]
  /** The Secret with its key or its address, under `key`. */
  readonly secret?: string
  readonly stated?: Stated
}

/**
 * What makes an alert fire: a metric out of its bounds, out of its usual way or gone, a counter that rises or counts
 * anything at all, members that are down, or always. Empty: nobody says.
 */
export interface Condition {
  readonly metric?: Metric
  readonly above?: string | number
  readonly below?: string | number
  readonly absent?: boolean
  /** The metric, a counter, rises by so many or more … */
  readonly rises?: number
  /** … in so long. */
  readonly over?: Duration
  /** The metric, a counter, rises at all. */
  readonly occurs?: boolean
  /** It does not go as it usually does. */
  readonly trend?: boolean
  readonly down?: Component
  /** How many of its pods must be down. */
  readonly members?: 'any' | 'all'
  readonly always?: boolean
}

/** Who takes an alert on where those before do not answer, and after how long. */
export interface Escalation {
  readonly to: Receiver | Team
  readonly after?: Duration
}

export interface Alert {
  readonly is: 'alert'
  readonly name: string
  readonly when: Condition
  /** PromQL, where the bound of a metric does not say it: a share of something, a sum over pods. */
  readonly expression?: string
  /** Where it is written what to do then. */
  readonly runbook?: string
  readonly for?: Duration
  /** Absent: nobody says. */
  readonly severity?: string
  /** Who is told at first; none: nobody says. */
  readonly to: readonly (Receiver | Team)[]
  /** How soon after somebody is told work on it begins. */
  readonly respond?: 'immediately' | Duration
  /** Who takes it on, one after another. */
  readonly escalates: readonly Escalation[]
  readonly in?: Environment
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}
