// Doubt: `undecided` becomes worlds before lowering; `planned` is absent. Engines never see either.

import type { Stated } from '../source.ts'

/** An open either/or: one of `options` will hold, nobody has decided which. */
export interface Undecided<T> {
  readonly is: 'undecided'
  readonly name: string
  readonly options: readonly T[]
  readonly stated?: Stated
}

/** A part that is not there yet: declared, shown in reports, absent from every estate. */
export interface Planned<T> {
  readonly is: 'planned'
  readonly value: T
  readonly due?: string
  readonly stated?: Stated
}
