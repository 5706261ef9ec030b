import type { Stated } from '../source.ts'

/** A program that people or pipelines use against clusters. */
export interface Tool {
  readonly is: 'tool'
  readonly name: string
  /** `3.12` */
  readonly version: string
  /** It is the oldest that may be used. */
  readonly orNewer?: boolean
  readonly stated?: Stated
}
