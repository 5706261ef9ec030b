import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectStore } from '../../platform/component/object-store.ts'
import type { PostgresOptions } from '../../platform/component/postgres.ts'
import { content } from '../../platform/language/content.ts'
import { loss } from '../../platform/language/failure.ts'
import { outside } from '../../platform/language/place.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { scenario } from '../../platform/language/scenario.ts'
import { sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { recovers } from './recovers.ts'

const replicated = { members: 3, replication: { mode: 'asynchronous', failover: 'automatic' } } as const
const promoted: [name: string, ledgerDb: PostgresOptions, of: boolean, verdict: Word, line: string][] = [
  [
    'a follower that is promoted stands nobody says where',
    { ...replicated, backups: [{ every: '1h', to: outside('elsewhere') }] },
    true,
    'unknown',
    'nobody says where the follower of ledger-db stands that is to be promoted, or how far behind it is, and at most 15m may be lost',
  ],
  [
    'none is promoted',
    { ...replicated, backups: [{ every: '1h', to: outside('elsewhere') }] },
    false,
    'broken',
    'the rows of ledger-db come back from ledger-db-backup, but for more than 1h, and at most 15m may be lost',
  ],
  [
    'there is none',
    { members: 1, backups: [{ every: '1h', to: outside('elsewhere') }] },
    true,
    'broken',
    'the rows of ledger-db come back from ledger-db-backup, but for more than 1h, and at most 15m may be lost',
  ],
]

for (const [name, ledgerDb, isPromoted, verdict, line] of promoted) {
  test(`recovers rows: ${name}`, () => {
    const by = procedure('away', {
      steps: [step('go', { does: isPromoted ? 'promote' : 'redirect', actor: 'person' })],
    })
    const world = sampleWorld({
      ledgerDb,
      promises: ({ live }) => [promise.recovers(live, { losing: '15m' })],
      plans: ({ live }) => ({ scenarios: [scenario('away', { of: loss.region, in: live, by })] }),
    })
    const found = verdictsOf(recovers, world).find(({ id }) => id.endsWith('ledger-db-after-loss-of-a-region'))
    assert.deepEqual([found?.verdict, found?.because[0]?.says.line], [verdict, line])
  })
}

test('recovers rows: copies of the others are no rows of their own', () => {
  const vault = objectStore('vault', { holds: [content('copies', { use: 'backups' })] })
  const bucket = objectStore('bucket', {})
  const found = verdictsOf(
    recovers,
    sampleWorld({
      ledgerDb: {
        backups: [
          { name: 'one', every: '1h', to: vault },
          { name: 'two', every: '1h', to: bucket },
        ],
      },
      more: () => [vault, bucket],
      promises: ({ live }) => [promise.recovers(live, { part: 'data', losing: '15m' })],
    }),
  )
  assert.deepEqual(
    found.map(({ id, verdict, because: [reason] }) => [id.split('/').at(-1), verdict, reason?.says.line]),
    [
      [
        'bucket-after-corruption',
        'unknown',
        'nobody says what lies in bucket beside copies of ledger-db, which can be taken again',
      ],
      [
        'ledger-db-after-corruption',
        'broken',
        'the rows of ledger-db come back from one, but for more than 1h, and at most 15m may be lost',
      ],
    ],
  )
})
