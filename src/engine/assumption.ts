// What an answer rests on and nobody has shown: an outside thing, an opaque object, somebody's estimate, a guess.

import type { Source } from '../estate/estate.ts'

export interface Assumption {
  /** Made of names only: `unseen-policies/<cluster>/<namespace>`. Denying it makes the answer that rests on it worse. */
  readonly id: string
  readonly says: string
  readonly kind: 'outside' | 'opaque' | 'estimate' | 'declared' | 'guess' | 'measurement'
  readonly source?: Source
}

/** The union of assumption sets, by id, sorted. */
export function joinAssumptions(sets: readonly (readonly Assumption[])[]): readonly Assumption[] {
  // Most of what is asked rests on nothing.
  if (sets.every(({ length }) => length === 0)) return []
  const byId = new Map<string, Assumption>()
  for (const set of sets)
    for (const assumption of set) if (!byId.has(assumption.id)) byId.set(assumption.id, assumption)
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
