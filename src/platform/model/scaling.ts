// How many pods a workload has, and how large they are, where an autoscaler decides it.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Duration, Percent, Range, Size } from '../units.ts'
import type { Metric } from './alert.ts'
import type { Cluster } from './cluster.ts'
import type { Cadence } from './drill.ts'
import type { Environment } from './environment.ts'

/** How many pods may come or go at once; what is not said is as Kubernetes has it. */
export interface ScalingStep {
  /** So many pods, or such a share of them … */
  readonly pods?: number | Percent
  /** … in so long. */
  readonly every?: Duration
  /** For how long a metric has to want it (`stabilizationWindowSeconds`). */
  readonly window?: Duration
  readonly stated?: Stated
}

export interface ScalingSteps {
  /** Fewest pods. */
  readonly from?: number
  /** Most pods. */
  readonly to?: number
  readonly up?: ScalingStep
  readonly down?: ScalingStep
}

/** What a metric is held at: `'1000/min'` by pod, `'200ms'`, `'70%'`, `100`. */
export type ScalingTarget = number | string

/** One metric, and what is said of it alone. */
export interface ScalingMetric extends ScalingSteps {
  /** A share of what is requested, or an amount by pod. */
  readonly cpu?: Percent | Cpu
  readonly memory?: Percent | Size
  readonly metric?: Metric
  readonly target?: ScalingTarget
  readonly stated?: Stated
}

export interface Scaling extends ScalingSteps {
  /** By what: with a target, or its name alone where nobody says one. */
  readonly on?: readonly (ScalingMetric | Metric | 'cpu' | 'memory')[]
  /** A time between two changes. */
  readonly cooldown?: Duration
  /** Default `hpa`. */
  readonly by?: 'hpa' | 'keda'
  /** Who is asked for metrics that are neither CPU nor memory. */
  readonly asks?: Component
  readonly stated?: Stated
}

export interface Resizing {
  /** What becomes of pods whose requests are to change. */
  readonly mode?: 'Auto' | 'Recreate' | 'Initial' | 'Off' | 'InPlaceOrRecreate'
  /** Default both. */
  readonly of?: readonly ('cpu' | 'memory')[]
  /** Over how long usage is looked at. */
  readonly history?: Duration
  /** How often somebody looks at what is recommended. */
  readonly evaluates?: Cadence
  readonly stated?: Stated
}

/** What adds nodes that pods wait for, and takes those that nobody needs. */
export interface ClusterAutoscaler {
  /** Nodes that are used less than this are taken once their pods fit elsewhere. */
  readonly utilization?: Percent
  /** Nodes of the cluster, all pools together. */
  readonly most?: number
  /** From a pod that waits to a node that takes it. */
  readonly adds?: Duration | Range<Duration>
  /** How long a node is not needed before it goes. */
  readonly removes?: Duration
  readonly stated?: Stated
}

/** Time by the calendar: `3 months`, `2 weeks`. */
export type Span = Duration | `${number} ${'day' | 'week' | 'month' | 'quarter' | 'year'}${'' | 's'}`

/** How much of something there is, how it grows, and how long it takes to have more. */
export interface Forecast {
  readonly is: 'forecast'
  readonly name: string
  readonly of: Cluster | Component | Environment
  readonly resource: 'compute' | 'cpu' | 'memory' | 'storage' | 'traffic' | 'connections'
  /** On the day of the check. */
  readonly now: Percent | Size | number
  /** Of traffic: in how long it is that much. */
  readonly per?: Cadence
  /** By so much of what there was … */
  readonly grows: Percent
  /** … in each of these. */
  readonly every: Cadence
  /** What there is room for; of a share, all of it. */
  readonly most?: Percent | Size | number
  /** From the order to the day when there is more. */
  readonly lead?: Span | 'none'
  /** How much more may be spent, and in how long. */
  readonly budget?: Percent | { readonly more: Percent; readonly in: Cadence }
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}
