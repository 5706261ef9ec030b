import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import { sampleWorld, verdictsOf } from '../sample.ts'
import { retains } from './retains.ts'

const copy = { by: 'pg_dump', every: 'day', keep: '30d', to: outside('a bucket') } as const

const rows: [name: string, said: Parameters<typeof promise.retains>[1], verdict: string, line: string | undefined][] = [
  [
    'and nobody says how long',
    { asRequired: true },
    'unknown',
    'copies of ledger-db are to be kept as long as is required, and nobody says how long that is',
  ],
  [
    'for a time',
    { asRequired: true, for: '30d' },
    'assumed',
    'copies of ledger-db are kept for what is said to be required: 30d',
  ],
  [
    'for longer than they are',
    { asRequired: true, for: '90d' },
    'broken',
    'copies of ledger-db are kept for what is said to be required: 90d',
  ],
  ['where nothing is required', { for: '30d' }, 'kept', undefined],
]

for (const [name, said, verdict, line] of rows)
  test(`retains: as long as is required, ${name}`, () => {
    const world = sampleWorld({
      ledgerDb: { backups: [copy] },
      promises: ({ live, ledgerDb }) => [promise.retains(ledgerDb, { in: live, ...said })],
    })
    const [found] = verdictsOf(retains, world)
    const required = found?.because.find(({ rule }) => rule === 'required')
    assert.deepEqual([found?.verdict, required?.says.line], [verdict, line])
  })
