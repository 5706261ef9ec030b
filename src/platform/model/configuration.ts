// What is set for each environment by itself.

import type { Stated } from '../source.ts'
import type { Environment } from './environment.ts'

export interface Configuration {
  readonly is: 'configuration'
  readonly name: string
  /** The environments that have one each. */
  readonly of: readonly Environment[]
  readonly holds: readonly ('variables' | 'secrets' | 'flags' | 'scaling')[]
  readonly stated?: Stated
}
