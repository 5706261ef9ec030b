// Whose things are whose: the organisations that stand behind a platform, the members of ledgers that they operate, and
// the contexts that share it.

import type { Stated } from '../source.ts'
import type { Hsm } from './security.ts'
import type { Segment } from './traffic.ts'

/** Whoever operates a part of what is declared or stands at the other end of it. */
export interface Organisation {
  readonly is: 'organisation'
  readonly name: string
  readonly kind?: 'agency' | 'company' | 'consortium' | 'provider'
  /** Of a consortium: who belongs to it; absent: nobody has said. */
  readonly members?: readonly Organisation[]
  readonly stated?: Stated
}

/** A tenant or a business of its own, among others on the same platform. */
export interface Context {
  readonly is: 'context'
  readonly name: string
  /** As people call it. */
  readonly title?: string
  /** What it does. */
  readonly purpose?: string
  readonly stated?: Stated
}

/** Members of a ledger in one role. */
export interface MemberGroup {
  readonly role: string
  /** None: nobody says how many there are. */
  readonly members: readonly Member[]
  /** Who operates all of them, or the consortium whose members do. */
  readonly operator?: Organisation
  readonly hsm?: Hsm | 'dedicated'
  readonly stated?: Stated
}

export interface Member {
  readonly name: string
  readonly operator?: Organisation
  readonly hsm?: Hsm | 'dedicated'
  /** The segment that it stands in, where that is not the one of the ledger. */
  readonly in?: Segment
  /** It stands outside every cluster. */
  readonly isOutside?: true
}
