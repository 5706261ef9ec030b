// Where a thing of the estate comes from, read off the value that declared it.

import { atOf } from '../platform/at.ts'
import type { Stated } from '../platform/source.ts'
import type { Source } from './estate.ts'
import { given } from './given.ts'

/** The noun's place, and the document lines that say it: the most specific known first. */
export function sourceOf(value: object, ...stated: readonly (Stated | undefined)[]): Source {
  return given<Source>({ at: atOf(value)?.at, stated: stated.find((lines) => lines !== undefined) })
}
