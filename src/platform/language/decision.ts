import { make, type NounSpec } from '../make.ts'
import type { Decision, Option } from '../model.ts'
import { date, list, need, noun, oneOf, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import { repeatedName } from './repeated-name.ts'

export interface OptionOptions {
  readonly verdict: Option['verdict']
  /** Of a deferred one: the day by which it is taken up again. */
  readonly until?: string
  /** What implements it. */
  readonly by?: Option['by']
  readonly stated?: Stated
}

export const optionSpec: NounSpec<OptionOptions, Option> = {
  is: 'option',
  word: 'option',
  named: text,
  fields: {
    verdict: need(oneOf('selected', 'rejected', 'deferred'), 'what came of it'),
    until: date,
    by: list(noun('cluster', 'component', 'environment')),
    stated,
  },
  rules(_, { verdict, until }, say) {
    if (until !== undefined && verdict !== 'deferred')
      say({ path: 'until', found: `a day for one that is ${verdict}`, allowed: "nothing, or verdict: 'deferred'" })
  },
  build: (name, options) => ({ is: 'option', name, by: [], ...options }),
}

/** One way that a decision looks at. `option('a cluster of its own', { verdict: 'deferred', until: '2027-03-31' })` */
export function option(name: string, options: OptionOptions): Option {
  return make(optionSpec, name, options)
}

export const decisionSpec: NounSpec<{ options: readonly Option[]; stated?: Stated }, Decision> = {
  is: 'decision',
  word: 'decision',
  named: text,
  fields: { options: need(list(noun('option'), 1), 'what was looked at'), stated },
  rules: (_, { options }, say) => repeatedName(options, 'options', say),
  build: (name, options) => ({ is: 'decision', name, ...options }),
}

/**
 * A decision on the architecture. `decision('where it runs', { options: [option('beside the ledger', { verdict:
 * 'selected', by: [live] }), standby] })`
 */
export function decision(
  name: string,
  options: { readonly options: readonly Option[]; readonly stated?: Stated },
): Decision {
  return make(decisionSpec, name, options)
}
