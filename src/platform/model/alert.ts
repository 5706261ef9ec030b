// What is measured, and who is told.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Environment, PortRef } from './environment.ts'

export interface Metric {
  readonly is: 'metric'
  readonly name: string
  readonly of?: Component
  /** The call that it times. */
  readonly over?: Component | PortRef
  readonly unit?: 'ms' | 's' | 'bytes' | 'percent' | 'ratio' | 'count'
  /** The ledger that has committed what is sent when the measured time ends. */
  readonly commitsTo?: Component
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

/** What makes an alert fire: a metric out of its bounds or gone, a counter that rises, members that are down, or always. */
export interface Condition {
  readonly metric?: Metric
  readonly above?: string | number
  readonly below?: string | number
  readonly absent?: boolean
  /** The metric, a counter, rises by so many or more … */
  readonly rises?: number
  /** … in so long. */
  readonly over?: Duration
  readonly down?: Component
  /** How many of its pods must be down. */
  readonly members?: 'any' | 'all'
  readonly always?: boolean
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
  readonly severity: string
  readonly to?: Receiver
  readonly in?: Environment
  readonly stated?: Stated
}
