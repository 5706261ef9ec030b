// Decisions on the architecture: what was looked at, what came of each, and what implements it.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Cluster } from './cluster.ts'
import type { Environment } from './environment.ts'

/** One of the ways that a decision is about. */
export interface Option {
  readonly is: 'option'
  readonly name: string
  readonly verdict: 'selected' | 'rejected' | 'deferred'
  /** Of a deferred one: the day by which it is taken up again. */
  readonly until?: string
  /** What implements it. */
  readonly by: readonly (Cluster | Component | Environment)[]
  readonly stated?: Stated
}

export interface Decision {
  readonly is: 'decision'
  readonly name: string
  readonly options: readonly Option[]
  readonly stated?: Stated
}
