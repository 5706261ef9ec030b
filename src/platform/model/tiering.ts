// What sets environments apart: whose rows they hold, how long they last, how much of each thing they have.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration, Percent } from '../units.ts'
import type { Environment } from './environment.ts'

export type Purpose =
  | 'production'
  | 'recovery'
  | 'validation'
  | 'staging'
  | 'test'
  | 'preview'
  | 'development'
  | 'shared'

/**
 * Whose rows lie somewhere: those of production; some of those; the same with persons made unknown; rows that somebody or
 * something made up; none, where what is called only answers as if it had some.
 */
export type DataClass = 'production' | 'subset' | 'masked' | 'synthetic' | 'test' | 'mock'

/** Where the rows of an environment come from. */
export interface DataSource {
  readonly from: Environment
  /** `replication`: as they are written; `copy`: now and then. */
  readonly by?: 'copy' | 'replication'
  /** Whether persons are made unknown on the way. */
  readonly masks?: boolean
  /** What does it: a job of the environment. */
  readonly with?: Component
  readonly stated?: Stated
}

export interface Tiering {
  readonly purpose?: Purpose
  /** Whose rows may lie there. */
  readonly data?: DataClass
  readonly dataFrom?: DataSource
  /** Its rows are worth nothing: they go with it. */
  readonly ephemeral?: boolean
  /** There is one for each branch, or for each pull request, in a namespace of its own. */
  readonly per?: 'branch' | 'pull-request'
  /** How long it lasts: so long, until its branch or pull request is closed, or for good. */
  readonly lives?: Duration | 'until-closed' | 'for-good'
  /** How many pods each service, worker and gateway has there. */
  readonly replicas?: number
  /** The other one that serves at the same time, of which it is the equal (active/active). */
  readonly activeWith?: Environment
  /** What stands of one on standby: nothing, some of it, or all. */
  readonly standby?: 'cold' | 'warm' | 'hot'
  /** How much of the replicas of the other, or of the fewest of their autoscalers, stands there until it takes over. */
  readonly standbyAt?: Percent
  /** Settings that are the same for all that runs there. */
  readonly variables?: { readonly [name: string]: string }
  /** Which features are on: one by one, or as a rule. */
  readonly features?: 'permissive' | 'restricted' | { readonly [feature: string]: boolean }
}

/** In what two environments may differ though one mirrors the other. */
export type Difference = 'size' | 'endpoints' | 'versions' | 'settings' | 'cluster'

/** Kinds of settings that an environment has of its own. */
export type Setting = 'variables' | 'secrets' | 'features' | 'scaling'

/** Exactly so many, more than one, or within bounds. */
export type Many = number | 'several' | { readonly atLeast?: number; readonly atMost?: number }

/** Promises on environments as such. */
export type EnvironmentPromise =
  | { readonly kind: 'mirrors'; readonly of: Environment; readonly except: readonly Difference[] }
  | { readonly kind: 'replicas'; readonly each: Many }
  | { readonly kind: 'spans'; readonly regions?: Many; readonly zones?: Many; readonly clusters?: Many }
  | { readonly kind: 'lives'; readonly for: Duration | 'good' | 'until-closed' }
  | { readonly kind: 'allots'; readonly share: Percent | 'all' | 'least'; readonly of?: Environment }
  | { readonly kind: 'configures'; readonly by: readonly Setting[] }
  | { readonly kind: 'holds'; readonly data: DataClass }
  | { readonly kind: 'integrates'; readonly stage: 'production' | 'sandbox' | 'mock' }
