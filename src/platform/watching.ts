// What a component is to the engines where it watches others: it gathers metrics or records, or sends alerts on.

import type { Receiver } from './model.ts'
import type { Stated } from './source.ts'
import type { Duration, Percent, Size } from './units.ts'

/** Gathers the metrics of others, and evaluates alerts on them. */
export interface Collecting {
  /** Between two scrapes of a target. */
  readonly every: Duration
  /** Between two evaluations of a rule. */
  readonly evaluates: Duration
  /** How long it keeps what it gathered. */
  readonly retention: Duration
  /** Nobody says so: it is its own default. */
  readonly isRetentionUnsaid?: true
  /** Who makes its pods, of a resource that says all this; without it, it is run by hand. */
  readonly operatedBy?: 'prometheus-operator'
  readonly volume?: { readonly size?: Size; readonly class?: string }
  /** How many time series it holds at once, at least; absent: nobody says. */
  readonly series?: number
  readonly stated?: Stated
}

/** Sends alerts on to receivers. */
export interface Notifying {
  readonly operatedBy: 'prometheus-operator' | 'hand'
  /** The ways by which it can tell anybody; absent: those that alerts name. */
  readonly receivers?: readonly Receiver[]
}

/** Gathers records that programs make of what they do, and keeps them. */
export interface Gathering {
  readonly records: 'logs' | 'traces'
  /** Which of them, by name; absent: nobody says. */
  readonly of?: readonly string[]
  readonly format?: 'json' | 'text'
  /** How long it keeps them, tier by tier in their order; empty: nobody says. */
  readonly keeps: readonly {
    readonly tier: string
    readonly for: Duration
    /** Counted from when a record is written, or from when it enters the tier; absent: nobody says. */
    readonly from?: 'writing' | 'entry'
    readonly stated?: Stated
  }[]
  /** Which share of which records it takes; of what is not named here, all. */
  readonly samples: readonly { readonly of: string; readonly share: Percent; readonly stated?: Stated }[]
  /** When it is decided which traces are kept: at their first span, or once the whole trace is there. */
  readonly decides?: 'head' | 'tail'
  /** By which headers a trace goes on from one program to the next. */
  readonly propagates?: 'w3c' | 'b3' | 'jaeger'
  readonly keptIn?: 'search-index' | 'time-series' | 'object-storage' | 'own-storage'
  readonly stated?: Stated
}

export interface Metering {
  readonly port: string
  readonly path: string
  readonly metrics: readonly string[]
  readonly stated?: Stated
}
