// A picture in a document: boxes and arrows as they are drawn.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Cluster } from './cluster.ts'
import type { Environment } from './environment.ts'
import type { Monitoring } from './monitoring.ts'
import type { Stage } from './pipeline.ts'

/** A box: what is declared, or the words in it where nothing declared is meant. */
export type Box = Cluster | Component | Environment | Monitoring | Stage | string

export interface Drawing {
  readonly is: 'drawing'
  readonly name: string
  /** Drawn whole: what runs there and has no box is left out of the picture. */
  readonly of?: Environment
  readonly arrows: readonly (readonly [from: Box, to: Box])[]
  /** Boxes that no arrow begins or ends at. */
  readonly boxes: readonly Box[]
  /** The words in the box of something that is declared under another name. */
  readonly says: readonly (readonly [what: Exclude<Box, string>, words: string])[]
  readonly stated?: Stated
}
