// Statements on what images are built on, on how things change, and on who agrees to it.

import { base } from '../component/fields.ts'
import type { BaseRule } from '../model.ts'
import { flag, labels, list, need, noun, oneOf, record, stated, text } from '../schema.ts'
import { definePromise as define, type PromiseOf, type PromiseOptions } from './define-promise.ts'

const bases = define('bases', {
  rules: need(
    list(
      record("a rule such as { base: 'distroless', of: 'runtimes' }", {
        base: need(base, 'what images are built on'),
        runtime: text,
        multiStage: flag,
        official: flag,
        in: list(noun('environment'), 1),
        of: oneOf('jobs', 'runtimes'),
        labels,
        stated,
      }),
      1,
    ),
    'which base for what',
  ),
  firstMatches: flag,
})
const immutable = define('immutable', { what: need(oneOf('everything', 'ours'), '') })
const changes = define('changes', { are: need(oneOf('approved', 'recorded', 'byTwo'), '') })

export const deliveryOfPlatforms = { bases, changes, immutable }

export const deliveryPromises = {
  /**
   * What images are built on. Of two rules that are about one workload neither comes first, unless `firstMatches`.
   * `promise.bases([{ base: 'distroless', of: 'runtimes' }, { base: 'alpine', of: 'jobs' }])`
   */
  bases: (rules: readonly BaseRule[], options: PromiseOptions & { readonly firstMatches?: boolean } = {}) =>
    bases(options, { rules }),

  /** Nothing is changed where it runs, it is replaced: nodes and containers (`ours`), or what providers run too (`everything`). */
  immutable: (what: PromiseOf<'immutable'>['what'], options: PromiseOptions = {}) => immutable(options, { what }),

  /**
   * Every way by which a change comes into an environment: somebody agrees to it (`approved`), it is kept who changed
   * what (`recorded`), nobody comes through alone (`byTwo`).
   */
  changes: (are: PromiseOf<'changes'>['are'], options: PromiseOptions = {}) => changes(options, { are }),
}
