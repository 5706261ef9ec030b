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

/** Several tenants share the platform, and none is to see what is another's. */
export interface Tenancy {
  /** Who a tenant is: each context, or each customer of one; absent: nobody says. */
  readonly tenant?: 'context' | 'customer'
  readonly stated?: Stated
}

/** What stands between one tenant and another in a store: something of its own for each, a rule of the store by row or by
 *  the beginning of a name, or no more than what the programs that call it ask for. */
export const APART_BY = [
  'bucket',
  'collection',
  'database',
  'prefix',
  'program',
  'policy',
  'schema',
  'topic',
  'virtual-host',
] as const

export type ApartBy = (typeof APART_BY)[number]

/** How a store that several share keeps apart what is theirs. */
export interface KeptApart {
  /** One context from another. */
  readonly contexts?: ApartBy
  /** One customer of a context from another. */
  readonly customers?: ApartBy
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
