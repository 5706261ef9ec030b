import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster } from '../../platform/language/cluster.ts'
import { decision, option } from '../../platform/language/decision.ts'
import type { Option } from '../../platform/model.ts'
import { linesOf, type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { decided } from './decided.ts'

const ghost = cluster('ghost', { kubernetes: '1.34', nodes: [] })

// The day is 2026-11-21.
const rows: [name: string, options: (shop: Shop) => readonly Option[], verdict: Word, line: string][] = [
  [
    'taken, and there',
    ({ live, ledgerDb }) => [option('one cluster', { verdict: 'selected', by: [live, ledgerDb] })],
    'kept',
    'ledger-db and live implement one cluster',
  ],
  [
    'taken, and nothing follows',
    () => [option('one cluster', { verdict: 'selected' })],
    'broken',
    'nothing is said to implement one cluster',
  ],
  [
    'taken, and not there',
    () => [option('two clusters', { verdict: 'selected', by: [ghost] })],
    'broken',
    'two clusters is implemented by ghost, which is not there',
  ],
  [
    'rejected, and there all the same',
    ({ live, harbour }) => [
      option('one cluster', { verdict: 'selected', by: [live] }),
      option('a cluster each', { verdict: 'rejected', by: [harbour] }),
    ],
    'broken',
    'a cluster each is rejected, and harbour implements it all the same',
  ],
  [
    'two at once',
    ({ live }) => [
      option('one cluster', { verdict: 'selected', by: [live] }),
      option('two clusters', { verdict: 'selected', by: [live] }),
    ],
    'broken',
    'one cluster and two clusters are selected, and one can be',
  ],
  [
    'all put off',
    () => [option('two clusters', { verdict: 'deferred' })],
    'unknown',
    'nothing is selected, and two clusters put off',
  ],
  ['all rejected', () => [option('two clusters', { verdict: 'rejected' })], 'unknown', 'nothing is selected'],
  [
    'put off until a day that is over',
    ({ live }) => [
      option('one cluster', { verdict: 'selected', by: [live] }),
      option('two clusters', { verdict: 'deferred', until: '2026-11-20' }),
    ],
    'broken',
    'two clusters was put off until 2026-11-20, and it is 2026-11-21',
  ],
  [
    'put off until today',
    ({ live }) => [
      option('one cluster', { verdict: 'selected', by: [live] }),
      option('two clusters', { verdict: 'deferred', until: '2026-11-21' }),
    ],
    'kept',
    'two clusters is put off until 2026-11-21',
  ],
]

for (const [name, options, verdict, line] of rows) {
  test(`decided: ${name}`, () => {
    const plans = (shop: Shop) => ({ decisions: [decision('clusters', { options: options(shop) })] })
    const [found] = verdictsOf(decided, sampleWorld({ plans }))
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}
