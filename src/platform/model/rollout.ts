// How a version takes the place of the one before it.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration, Percent } from '../units.ts'
import type { Environment } from './environment.ts'

export type Strategy =
  /** Pods are replaced some at a time. */
  | { readonly is: 'strategy'; readonly kind: 'rolling' }
  /** All are stopped before new ones start. */
  | { readonly is: 'strategy'; readonly kind: 'recreate' }
  /** What runs is changed where it runs. */
  | { readonly is: 'strategy'; readonly kind: 'in-place' }
  /** A second, complete set runs beside the first, and all calls change over at once. */
  | {
      readonly is: 'strategy'
      readonly kind: 'blue-green'
      /** How long the first set stays, to go back to. */
      readonly keepsOld?: Duration
    }
  /** A share of the calls first, and more of them step by step. */
  | {
      readonly is: 'strategy'
      readonly kind: 'canary'
      readonly steps: readonly { readonly weight: Percent; readonly for?: Duration }[]
      /** The share of failed calls above which it ends. */
      readonly abortsAbove?: Percent
      /** The program that looks at them and takes the version back: `Argo Rollouts`. Default: nobody says. */
      readonly by?: string
    }

/** How components change, where that is said of them and not of a promotion. */
export interface Rollout {
  readonly is: 'rollout'
  readonly name: string
  readonly of: readonly Component[]
  /** Default: wherever they run. */
  readonly in?: readonly Environment[]
  readonly by: Strategy
  readonly stated?: Stated
}
