import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BackupOptions } from '../../platform/component/backup.ts'
import { objectStore } from '../../platform/component/object-store.ts'
import { drill } from '../../platform/language/drill.ts'
import { corruption } from '../../platform/language/failure.ts'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { retains } from './retains.ts'

type Said = Parameters<typeof promise.retains>[1]

const copy: BackupOptions = { by: 'pg_dump', every: 'day', keep: '30d', to: outside('vault') }
const locked = (time: '29d' | '30d') => ({ ...copy, to: objectStore('safe', { locked: time }) })
const immutable: Said = { immutable: true }
const weekly: Said = { verified: 'week' }

const rows: [name: string, copy: BackupOptions, said: Said, verdict: string, line: string][] = [
  [
    'said of it',
    { ...copy, immutable: true },
    immutable,
    'assumed',
    'nobody can delete ledger-db-backup before its time',
  ],
  [
    'said not to be',
    { ...copy, immutable: false },
    immutable,
    'broken',
    'ledger-db-backup can be deleted before its time',
  ],
  ['not said', copy, immutable, 'unknown', 'nobody says whether ledger-db-backup can be deleted before its time'],
  [
    'locked as long as it is kept',
    locked('30d'),
    immutable,
    'kept',
    'safe lets nobody delete ledger-db-backup for 30d, as long as it is kept',
  ],
  [
    'locked for less than it is kept, whatever is said of it',
    { ...locked('29d'), immutable: true },
    immutable,
    'broken',
    'safe lets nobody delete ledger-db-backup for 29d, and it is kept for 30d',
  ],
  [
    'locked, and kept for who knows how long',
    { ...locked('30d'), keep: undefined },
    immutable,
    'unknown',
    'safe lets nobody delete ledger-db-backup for 30d, and nobody says how long it is kept',
  ],
  [
    'tried as often',
    { ...copy, verified: 'week' },
    weekly,
    'assumed',
    'a copy of ledger-db-backup is brought back every week',
  ],
  [
    'tried too seldom',
    { ...copy, verified: 'month' },
    weekly,
    'broken',
    'a copy of ledger-db-backup is brought back every month, and every week is promised',
  ],
  [
    'tried by nobody',
    copy,
    weekly,
    'unknown',
    'nobody says that a copy of ledger-db-backup is ever brought back, and every week is promised',
  ],
]

const shopWith = (backup: BackupOptions, said: Said): ShopOptions => ({
  ledgerDb: { volume: { size: '10Gi' }, backups: [backup] },
  promises: ({ live, ledgerDb }) => [promise.retains(ledgerDb, { in: live, ...said })],
})

for (const [name, backup, said, verdict, line] of rows)
  test(`retains, copies that are there: ${name}`, () => {
    const options = shopWith(backup, said)
    const [found] = verdictsOf(retains, sampleWorld(options))
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(linesOf(found), [line])
    for (const { id } of found.assumes)
      assert.equal(verdictsOf(retains, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })

test('retains: a drill that brings copies back tries them, and one that takes over does not', () => {
  const with_ = (restores: boolean) =>
    sampleWorld({
      ...shopWith(copy, weekly),
      plans: ({ live, ledgerDb }) => ({
        drills: [
          drill('rehearsal', { of: corruption, in: live, every: 'week', ...(restores && { restores: ledgerDb }) }),
        ],
      }),
    })
  const [brought] = verdictsOf(retains, with_(true))
  assert.deepEqual(
    [brought?.verdict, brought && linesOf(brought)],
    ['kept', ['copies of ledger-db-backup are brought back by a drill, as often as every week']],
  )
  const [taken] = verdictsOf(retains, with_(false))
  assert.equal(taken?.verdict, 'unknown')
})
