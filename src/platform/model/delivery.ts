// How what is declared gets onto the clusters.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Environment } from './environment.ts'

/** What is applied together, before the next wave begins. */
export interface Wave {
  readonly is: 'wave'
  readonly name: string
  readonly applies: readonly Component[]
  /** Stores whose schema is migrated once what is applied here is ready. */
  readonly migrates: readonly Component[]
  readonly stated?: Stated
}

export interface Delivery {
  readonly is: 'delivery'
  readonly name: string
  /** A controller that holds the environments to its repository, a pipeline that runs on a change, or a person. */
  readonly by: 'controller' | 'pipeline' | 'person'
  readonly applies: readonly Environment[]
  /** In order; what stands in none of them is applied with the last. */
  readonly waves: readonly Wave[]
  readonly stated?: Stated
}
