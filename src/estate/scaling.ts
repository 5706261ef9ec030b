// What scales the pods and the nodes of a cluster, as far as no object says it.

import type { Ref } from '../kubernetes/types.ts'
import type { Stated } from '../platform/source.ts'
import type { SecondsRange, Source } from './estate.ts'

export interface EstateAutoscaler {
  /** Nodes that are used less than this share are taken once their pods fit elsewhere, 0 to 1. */
  readonly utilization?: number
  /** Nodes of the cluster, all pools together. */
  readonly most?: number
  /** From a pod that waits to a node that takes it. */
  readonly addsSeconds?: SecondsRange
  /** How long a node is not needed before it goes. */
  readonly removesSeconds?: number
  readonly source: Source
}

export type ScalingFact =
  | {
      /** What is said of an autoscaler and stands in no field of one. */
      readonly trait: 'scales'
      readonly of: Ref
      /** KEDA makes the autoscaler, and serves what it measures. */
      readonly byKeda?: true
      /** What nobody says and no autoscaler goes without, in words; no object stands for it then. */
      readonly unsaid: readonly string[]
      /** Bounds and steps that are said of single metrics. */
      readonly metrics: readonly ScaledMetric[]
      /** Between two changes. */
      readonly cooldownSeconds?: number
    }
  /** Each pod holds so many connections open at most. */
  | { readonly trait: 'pools'; readonly from: Ref; readonly to: Ref; readonly connections: number }
  /** Each member takes so many connections at once. */
  | { readonly trait: 'accepts'; readonly of: Ref; readonly connections: number }
  | {
      readonly trait: 'resizes'
      readonly of: Ref
      /** What becomes of pods whose requests are to change. */
      readonly mode?: 'Auto' | 'Recreate' | 'Initial' | 'Off' | 'InPlaceOrRecreate'
      /** Over how long usage is looked at. */
      readonly historySeconds?: number
      /** Between two looks at what is recommended. */
      readonly evaluatesSeconds?: number
    }
  /** What one pod carries in a second. */
  | { readonly trait: 'handles'; readonly of: Ref; readonly perSecond: number }

export interface ScaledMetric {
  readonly name: string
  /** Of what is requested or used; of each pod; of something else. */
  readonly is: 'resource' | 'pods' | 'external'
  /** Held at so many in a second by pod, where its target is a rate. */
  readonly perSecond?: number
  readonly min?: number
  readonly max?: number
  readonly up?: ScaledStep
  readonly down?: ScaledStep
  readonly stated?: Stated
}

/** So many pods, or such a share of them (`50%`), in so long; once it has been wanted for a window. */
export interface ScaledStep {
  readonly pods?: number | string
  readonly everySeconds?: number
  readonly windowSeconds?: number
}
