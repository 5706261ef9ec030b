// What is measured, and who is told.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Environment } from './environment.ts'

export interface Metric {
  readonly is: 'metric'
  readonly name: string
  readonly of?: Component
  readonly unit?: 'ms' | 's' | 'bytes' | 'percent' | 'count'
  readonly stated?: Stated
}

export interface Receiver {
  readonly is: 'receiver'
  readonly name: string
  readonly by: string
  readonly stated?: Stated
}

export interface Alert {
  readonly is: 'alert'
  readonly name: string
  readonly when: {
    readonly metric: Metric
    readonly above?: string | number
    readonly below?: string | number
    readonly absent?: boolean
  }
  readonly for?: Duration
  readonly severity: string
  readonly to?: Receiver
  readonly in?: Environment
  readonly stated?: Stated
}
