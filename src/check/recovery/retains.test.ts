import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BackupOptions } from '../../platform/component/backup.ts'
import type { PostgresOptions } from '../../platform/component/postgres.ts'
import type { StoreOptions } from '../../platform/component/store-options.ts'
import { bucket } from '../../platform/language/bucket.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { outside, volumeIn } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Cluster } from '../../platform/model.ts'
import { linesOf, machine, sampleWorld, verdictsOf } from '../sample.ts'
import { retains } from './retains.ts'

const harbour: Cluster = cluster('harbour', { kubernetes: '1.34', nodes: [machine('n1', 'east')] })
const dump = (more: Partial<BackupOptions>): BackupOptions => ({
  ...{ by: 'pg_dump', every: '6h', keep: 28, to: outside('bucket') },
  ...more,
})
const inVolume = (size: `${number}Gi`, more: Partial<BackupOptions> = {}) =>
  dump({ to: volumeIn(harbour, size), ...more })
const one: StoreOptions = { volume: { size: '10Gi' } }
const three: StoreOptions = { ...one, members: 3, replication: 'none' }

type Row = [name: string, store: StoreOptions, backup: BackupOptions, verdict: string, lines: string[]]

const rows: Row[] = [
  [
    'outside there is room',
    one,
    dump({}),
    'kept',
    [
      'ledger-db-backup keeps 28 copies × 6h = 7d',
      'bucket holds them: 28 copies × 10Gi, as much as a volume that is full = 280Gi',
    ],
  ],
  [
    'one copy less than is promised',
    one,
    dump({ keep: 27 }),
    'broken',
    ['ledger-db-backup keeps 27 copies × 6h = 162h, and 28 copies and 7d are promised'],
  ],
  [
    'as many, and too soon after each other',
    one,
    dump({ every: '4h' }),
    'broken',
    ['ledger-db-backup keeps 28 copies × 4h = 112h, and 28 copies and 7d are promised'],
  ],
  [
    'nobody says how many are kept',
    one,
    dump({ keep: undefined }),
    'unknown',
    ['nobody says how many copies ledger-db-backup keeps'],
  ],
  [
    'a copy that is done just in time for the next',
    one,
    dump({ takes: '6h' }),
    'assumed',
    [
      'ledger-db-backup keeps 28 copies × 6h = 7d',
      'ledger-db-backup takes 6h for a copy, and begins the next after 6h',
      'bucket holds them: 28 copies × 10Gi, as much as a volume that is full = 280Gi',
    ],
  ],
  [
    'a copy that may not be done when the next is due',
    one,
    dump({ takes: { from: '4h', to: '7h' } }),
    'broken',
    ['ledger-db-backup takes 4h to 7h for a copy, and is to begin the next after 6h: copies fall behind'],
  ],
  [
    'a volume that holds them when it is full',
    one,
    inVolume('280Gi'),
    'kept',
    [
      'ledger-db-backup keeps 28 copies × 6h = 7d',
      '28 copies × 10Gi, as much as a volume that is full = 280Gi ≤ 280Gi of the volume ledger-db-backup',
    ],
  ],
  [
    'a volume that does not',
    one,
    inVolume('279Gi'),
    'broken',
    ['28 copies × 10Gi, as much as a volume that is full = 280Gi > 279Gi of the volume ledger-db-backup'],
  ],
  [
    'members that hold other rows are copied one by one',
    three,
    inVolume('280Gi'),
    'broken',
    [
      '28 copies × 3 members that hold other rows each × 10Gi, as much as a volume that is full = 840Gi > 280Gi of the volume ledger-db-backup',
    ],
  ],
  [
    'a size that somebody says',
    three,
    inVolume('84Gi', { size: '1Gi' }),
    'assumed',
    [
      'ledger-db-backup keeps 28 copies × 6h = 7d',
      '28 copies × 3 members that hold other rows each × 1Gi = 84Gi ≤ 84Gi of the volume ledger-db-backup',
    ],
  ],
]

test('retains: a log has no number of its own beside the copies that it goes with', () => {
  const to = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
  const operated = (backups: BackupOptions[]) =>
    verdictsOf(retains, worldWith({ ...one, backups, operatedBy: cloudNativePg({ archive: { to } }) }))[0]
  const base = { by: 'base backup', every: '6h', to } as const
  const found = operated([{ ...base, keep: 28 }])
  assert.equal(found?.verdict, 'assumed')
  assert.equal(linesOf(found)[0], 'ledger-db-backup keeps 28 copies × 6h = 7d')
  assert.equal(operated([{ ...base, keep: 27 }])?.verdict, 'broken')
})

for (const [name, store, backup, verdict, lines] of rows) {
  test(`retains: ${name}`, () => {
    const [found] = verdictsOf(retains, worldWith({ ...store, backups: [backup] }))
    assert.equal(found?.id, 'retains/live/ledger-db')
    assert.equal(found.verdict, verdict)
    assert.deepEqual(linesOf(found), lines)
  })
}

test('retains: with the time of a copy denied it is never done in time', () => {
  const store = { ...one, backups: [dump({ takes: '1m' })] }
  const [found] = verdictsOf(retains, worldWith(store, ['takes/live/ledger-db/ledger-db-backup']))
  assert.equal(found?.verdict, 'broken')
})

test('retains: without copies it is broken', () => {
  const [found] = verdictsOf(retains, worldWith(one))
  assert.deepEqual(found && linesOf(found), ['nothing takes copies of ledger-db'])
})

test('retains: with the size denied a copy counts as a full volume', () => {
  const [found] = verdictsOf(
    retains,
    worldWith({ ...one, backups: [inVolume('28Gi', { size: '1Gi' })] }, ['copy-size/live/ledger-db']),
  )
  assert.equal(found?.verdict, 'broken')
})

function worldWith(ledgerDb: PostgresOptions, denied: readonly string[] = []) {
  return sampleWorld(
    {
      ledgerDb,
      promises: ({ live, ledgerDb: store }) => [promise.retains(store, { in: live, copies: 28, for: '7d' })],
    },
    { denied },
  )
}

const aged: [name: string, backup: BackupOptions, verdict: string, line: string][] = [
  ['kept by age', dump({ keep: '7d' }), 'kept', 'ledger-db-backup keeps each copy for 7d'],
  ['let go too soon', dump({ keep: '6d' }), 'broken', 'ledger-db-backup keeps each copy for 6d, and 7d are promised'],
]

for (const [name, backup, verdict, line] of aged)
  test(`retains: ${name}`, () => {
    const world = sampleWorld({
      ledgerDb: { ...one, backups: [backup] },
      promises: ({ live, ledgerDb }) => [promise.retains(ledgerDb, { in: live, for: '7d' })],
    })
    const [found] = verdictsOf(retains, world)
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
