import assert from 'node:assert/strict'
import { test } from 'node:test'
import { procedure, step } from '../../platform/language/procedure.ts'
import type { Step } from '../../platform/model.ts'
import { type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { ordered } from './ordered.ts'

type Steps = (shop: Shop) => readonly Step[]

const act = (does: 'deploy' | 'migrate', of: Step['of'], more: Partial<Step> = {}) =>
  step(`${does} ${of?.map(({ name }) => name).join(' and ')}`, { does, actor: 'person', of, ...more })

const rows: [name: string, steps: Steps, verdict: Word | undefined, rows: readonly string[]][] = [
  [
    'the store, its schema, what calls it',
    ({ ledgerDb, orders }) => [act('deploy', [ledgerDb]), act('migrate', [ledgerDb]), act('deploy', [orders])],
    'kept',
    [],
  ],
  [
    'the schema before its store',
    ({ ledgerDb }) => [act('migrate', [ledgerDb]), act('deploy', [ledgerDb])],
    'broken',
    ['migrate ledger-db: migrates ledger-db, which deploy ledger-db deploys no earlier'],
  ],
  [
    'what calls it before the schema',
    ({ ledgerDb, orders }) => [act('deploy', [ledgerDb, orders]), act('migrate', [ledgerDb])],
    'broken',
    [
      'deploy ledger-db and orders: deploys orders, which calls ledger-db; its schema is migrated no earlier, by migrate ledger-db',
    ],
  ],
  [
    'what does not call it may come before',
    ({ ledgerDb, checkout }) => [act('deploy', [ledgerDb, checkout]), act('migrate', [ledgerDb])],
    'kept',
    [],
  ],
  ['a store that is there already', ({ ledgerDb }) => [act('migrate', [ledgerDb])], 'kept', []],
  [
    'side by side is not after',
    ({ ledgerDb }) => [act('deploy', [ledgerDb]), act('migrate', [ledgerDb], { after: [] })],
    'broken',
    ['migrate ledger-db: migrates ledger-db, which deploy ledger-db deploys no earlier'],
  ],
  [
    'after one that is after it',
    ({ ledgerDb, orders }) => [
      act('deploy', [ledgerDb]),
      act('migrate', [ledgerDb]),
      step('look', { does: 'verify', actor: 'person', after: ['migrate ledger-db'] }),
      act('deploy', [orders], { after: ['look'] }),
    ],
    'kept',
    [],
  ],
  ['nothing is deployed', () => [step('look', { does: 'verify', actor: 'person' })], undefined, []],
]

for (const [name, steps, verdict, expected] of rows) {
  test(`ordered: ${name}`, () => {
    const plans = (shop: Shop) => ({ procedures: [procedure('begin', { in: shop.live, steps: steps(shop) })] })
    const [found] = verdictsOf(ordered, sampleWorld({ plans }))
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(
      (found?.because[0]?.says.rows ?? []).map((row) => row.join(': ')),
      expected,
    )
  })
}

const does = (name: string, what: Step['does'], more: Partial<Step> = {}) =>
  step(name, { does: what, actor: 'person', ...more })
const looking: [name: string, steps: Steps, ...says: readonly string[]][] = [
  [
    'the last look comes last',
    () => [does('restore', 'restore'), does('lead callers', 'redirect'), does('look', 'verify')],
    'true look looks once this is over: restore, lead callers',
  ],
  [
    'side by side with what is changed',
    () => [
      does('restore', 'restore'),
      does('rotate', 'rotate', { after: [] }),
      does('look', 'verify', { after: ['restore'] }),
    ],
    'false look may look before this is over: rotate',
  ],
  [
    'one of two looks waits for it',
    () => [
      does('restore', 'restore'),
      does('rotate', 'rotate', { after: [] }),
      does('look', 'verify', { after: ['restore'] }),
      does('look again', 'verify', { after: ['look', 'rotate'] }),
    ],
    'true look, look again look once this is over: restore, rotate',
  ],
  [
    'a look at something else',
    ({ ledgerDb, orders }) => [
      does('rows', 'restore', { of: [ledgerDb] }),
      does('pages', 'rollback', { of: [orders], after: [] }),
      does('look', 'verify', { of: [ledgerDb], after: ['rows'] }),
    ],
    'true look looks once this is over: rows',
  ],
  ['nobody looks', () => [does('restore', 'restore'), does('rotate', 'rotate', { after: [] })]],
]

for (const [name, steps, ...says] of looking)
  test(`ordered: ${name}`, () => {
    const plans = (shop: Shop) => ({ procedures: [procedure('begin', { in: shop.live, steps: steps(shop) })] })
    const found = verdictsOf(ordered, sampleWorld({ plans })).flatMap(({ because }) => because)
    assert.deepEqual(
      found.flatMap(({ rule, truth, says: { line } }) => (rule === 'looks' ? [`${truth} ${line}`] : [])),
      says,
    )
  })
