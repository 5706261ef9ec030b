// A verb: what it is called with, what it says of itself, what it does. `defineVerb` ties the options to what runs.

import type { Given, Options } from './options.ts'

export interface Verb<O extends Options = Options> {
  readonly options: O
  /** A few sentences for `seaworthy VERB --help`, without the usage and the options. */
  readonly about: string
  /** Command lines that work, one each. */
  readonly examples: readonly string[]
  /** Answers with the exit code. */
  readonly run: (rest: readonly string[], given: Given<O>) => Promise<number>
}

export function defineVerb<O extends Options>(verb: Verb<O>): Verb<O> {
  return verb
}
