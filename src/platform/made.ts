// Every value that a noun made, with what it was made from. Kept outside the values, so that no file can forge it.

import type { Noun } from './noun.ts'
import type { Problem } from './problem.ts'

export interface Making {
  readonly is: Noun
  /** `postgres orders-db`, for messages. */
  readonly title: string
  /** What the noun was given, copied and frozen. */
  readonly given: { readonly [option: string]: unknown }
  readonly problems: readonly Problem[]
  /** The same noun, called at the same place with other options. */
  readonly remake: (given: { readonly [option: string]: unknown }) => object
  /** Options that came from elsewhere than this noun's own call (`sized` in a derived environment). */
  readonly origins?: ReadonlyMap<string, object>
}

const makings = new WeakMap<object, Making>()

export function remember(value: object, making: Making): void {
  makings.set(value, making)
}

export function makingOf(value: unknown): Making | undefined {
  return typeof value === 'object' && value !== null ? makings.get(value) : undefined
}

/** Is this a value that a noun of this kind made? */
export function isMade(value: unknown, ...of: readonly Noun[]): boolean {
  const making = makingOf(value)
  return making !== undefined && (of.length === 0 || of.includes(making.is))
}
