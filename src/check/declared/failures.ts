// Failures by the words that files have for them: `node` is the loss of one, `corruption` and `hang` are what they are.

import * as failures from '../../platform/language/failure.ts'
import { isMade } from '../../platform/made.ts'
import type { Failure } from '../../platform/model.ts'

const all = [...Object.values(failures), ...Object.values(failures.loss)].filter((one): one is Failure =>
  isMade(one, 'failure'),
)
const byWord: ReadonlyMap<string, Failure> = new Map(all.map((failure) => [failureWord(failure), failure]))

export const failureWords: readonly string[] = [...byWord.keys()].sort()

export function failureWord({ kind, of }: Failure): string {
  return kind === 'loss' ? of : kind
}

/** Undefined for a word that is none. */
export function failureCalled(word: string): Failure | undefined {
  return byWord.get(word)
}
