import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostgresOptions } from '../../platform/component/postgres.ts'
import { managed } from '../../platform/language/managed.ts'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { followed, otherBeside, promotesLedger } from '../sample-beside.ts'
import type { Word } from '../verdict.ts'
import { outlives } from './outlives.ts'

const rds = managed('rds', { region: 'a' })
const replicatesTo = [{ region: 'b', lag: '1m' }] as const
const snapshots = { how: 'snapshot', every: '1d' } as const

const promised: [name: string, ledgerDb: PostgresOptions, verdict: Word, line: string][] = [
  ['nothing is said', {}, 'broken', 'nothing of ledger-db is in a second region'],
  ['a replica', { managedBy: rds, replicatesTo }, 'kept', 'the replica in b is left of ledger-db'],
  [
    'copies elsewhere',
    { backups: [{ ...snapshots, to: outside('b') }] },
    'kept',
    'ledger-db-backup is left of ledger-db',
  ],
  [
    'copies that may lie anywhere',
    { backups: [snapshots] },
    'unknown',
    'nobody says where ledger-db-backup of ledger-db lies',
  ],
]

for (const [name, ledgerDb, verdict, line] of promised) {
  test(`outlives: several regions are promised, ${name}`, () => {
    const options: ShopOptions = {
      ledgerDb: { volume: undefined, ...ledgerDb },
      promises: ({ live }) => [promise.spans({ in: live, regions: 'several' })],
    }
    assert.deepEqual(asked(options), [['outlives/live/ledger-db', verdict, line]])
  })
}

const beside: [name: string, ledgerDb: PostgresOptions, verdict: Word, line: string][] = [
  [
    'each has its own',
    { backups: [snapshots] },
    'broken',
    'live and other serve at once, each with a ledger-db of its own (other is declared like live): nothing is said to bring what is written in one to the other',
  ],
  [
    'each has its own, and nobody says what it holds',
    {},
    'unknown',
    'live and other serve at once, each with a ledger-db of its own (other is declared like live), and nobody says what it holds, or what brings that from one to the other',
  ],
  [
    'one may follow the other',
    { replicatesTo },
    'unknown',
    'live and other serve at once, ledger-db is copied to the replica in b, and nobody says which of them takes writes',
  ],
  [
    'others run it, and its replica answers reads',
    { managedBy: rds, replicatesTo: [{ region: 'b', lag: '1m', takes: 'reads' }] },
    'assumed',
    'live and other serve at once, and the replica in b of ledger-db answers reads, and hands writes on',
  ],
  [
    'it takes writes in both',
    { replicatesTo: [{ region: 'b', lag: '1m', takes: 'writes' }] },
    'assumed',
    'live and other serve at once, and the replica in b of ledger-db takes writes too',
  ],
  [
    'pods of its own that answer reads alone',
    { replicatesTo: [{ region: 'b', lag: '1m', takes: 'reads' }] },
    'unknown',
    'live and other serve at once, ledger-db is copied to the replica in b, and nobody says which of them takes writes',
  ],
  [
    'others run it',
    { managedBy: rds },
    'unknown',
    'live and other serve at once, and nobody says whether they have one ledger-db or two',
  ],
]

for (const [name, ledgerDb, verdict, line] of beside) {
  test(`outlives: two serve at once, ${name}`, () => {
    const options: ShopOptions = {
      ledgerDb: { volume: undefined, ...ledgerDb },
      environments: otherBeside,
    }
    assert.deepEqual(asked(options), [['outlives/live/ledger-db', verdict, line]])
  })
}

test('outlives: two serve at once, and one that may stand in the other is promoted when a region is gone', () => {
  const options: ShopOptions = {
    ledgerDb: { volume: undefined, ...followed },
    environments: otherBeside,
    plans: promotesLedger,
  }
  assert.deepEqual(asked(options), [
    [
      'outlives/live/ledger-db',
      'unknown',
      'live and other serve at once, and nobody says in which of them the follower of ledger-db stands that is to be promoted',
    ],
  ])
})

test('outlives: one region is asked nothing', () => {
  assert.deepEqual(asked({}), [])
  assert.deepEqual(asked({ promises: ({ live }) => [promise.spans({ in: live, regions: 1 })] }), [])
})

function asked(options: ShopOptions) {
  return verdictsOf(outlives, sampleWorld(options)).map((verdict) => [verdict.id, verdict.verdict, ...linesOf(verdict)])
}
