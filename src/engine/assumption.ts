// What an answer rests on and nobody has shown: an outside thing, an opaque object, somebody's estimate, a guess.

import type { Source } from '../estate/estate.ts'

export interface Assumption {
  /** Made of names only: `unseen-policies/<cluster>/<namespace>`. Denying it makes the answer that rests on it worse. */
  readonly id: string
  readonly says: string
  readonly kind: 'outside' | 'opaque' | 'estimate' | 'declared' | 'guess' | 'measurement'
  readonly source?: Source
}
