// People, by the duty that they have.

import type { Stated } from '../source.ts'
import type { Receiver } from './alert.ts'

export interface Team {
  readonly is: 'team'
  readonly name: string
  /** Who they are; default: nobody says, so that anybody may be among them. */
  readonly members?: readonly string[]
  /** Teams that nobody here is in as well. */
  readonly apartFrom: readonly Team[]
  /** The ways by which all of them, or whoever is on duty, are told. */
  readonly reachedBy?: readonly Receiver[]
  readonly stated?: Stated
}
