// What a counter answers with, and what it counts.

import type { Component } from '../../platform/component.ts'
import type { Cluster, Environment, Journey, Measure, Procedure } from '../../platform/model.ts'
import type { Amount } from './amount.ts'

export type Count = Extract<Measure, { is: 'measure' }>

/** A count, and the whole that it is a share of. */
export interface Counted {
  readonly amount: Amount
  readonly whole?: Amount
}

/** The environment that is counted, and the component where only one is. */
export function scopeOf({
  of,
  in: place,
}: {
  readonly of: Environment | Cluster | Component | Procedure | Journey
  readonly in?: Environment
}): { environment: string; component?: string } {
  return of.is === 'component' ? { environment: place?.name ?? '', component: of.name } : { environment: of.name }
}
