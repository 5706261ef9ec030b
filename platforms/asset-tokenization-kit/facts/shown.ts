// One row that is shown, in the order in which it reads: what it is, what says so, and what is said differently for the proof.

import type { Claim } from '../../facts/claim.ts'
import type { FactKind, Shown } from '../../facts/fact.ts'
import type { Correction } from '../../findings/changing.ts'

interface Said {
  readonly kinds: readonly [FactKind, ...FactKind[]]
  readonly holds: readonly [Claim, ...Claim[]]
  readonly unless: Correction
  readonly on?: 'as-written'
}

export function shown(number: number, title: string, { kinds, holds, unless, on }: Said): Shown {
  const id = `ATK-${String(number).padStart(2, '0')}`
  return { id, title, kinds, holds, unless, ...(on && { on }) }
}
