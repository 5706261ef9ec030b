import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BackupOptions } from '../../platform/component/backup.ts'
import { objectStore } from '../../platform/component/object-store.ts'
import type { StoreOptions } from '../../platform/component/store-options.ts'
import { bucket } from '../../platform/language/bucket.ts'
import { managed } from '../../platform/language/managed.ts'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { retains } from './retains.ts'

const dump = (more: Partial<BackupOptions>): BackupOptions => ({
  ...{ by: 'pg_dump', every: '6h', keep: 28, to: outside('bucket') },
  ...more,
})
const one: StoreOptions = { volume: { size: '10Gi' } }

type Said = Parameters<typeof promise.retains>[1]

const often: [name: string, backup: BackupOptions, said: Said, verdict: string, line: string][] = [
  ['as often', dump({}), { every: 'day' }, 'kept', 'ledger-db-backup is taken every 6h, as often as every day'],
  [
    'too seldom',
    dump({}),
    { every: 'hour' },
    'broken',
    'ledger-db-backup is taken every 6h, and every hour is promised',
  ],
  [
    'all the time',
    { how: 'continuous', to: outside('b') },
    { every: 'hour' },
    'kept',
    'ledger-db-backup copies every write as it is made',
  ],
  ['by no such way', dump({}), { every: 'day', how: 'snapshot' }, 'broken', 'nothing takes copies of ledger-db'],
  [
    'in no archive',
    dump({}),
    { archived: '1y' },
    'broken',
    'ledger-db-backup goes to no archive, and 1y in one are promised',
  ],
  [
    'long enough',
    dump({ archive: { for: '2y' } }),
    { archived: '1y' },
    'kept',
    'ledger-db-backup lies in an archive for 730d',
  ],
  [
    'too short',
    dump({ archive: { for: '30d' } }),
    { archived: '1y' },
    'broken',
    'ledger-db-backup lies in an archive for 30d, and 1y are promised',
  ],
  [
    'nobody says where',
    dump({ to: undefined }),
    { acrossRegions: true },
    'unknown',
    'nobody says where ledger-db-backup lies, and two regions are promised',
  ],
  [
    'nobody says in which region',
    dump({}),
    { acrossRegions: true },
    'unknown',
    'ledger-db-backup lies in bucket: nobody says in which regions that is, and two are promised',
  ],
  [
    'copied to one region, from one that nobody says',
    dump({ to: bucket('far', { host: 's3.example.com', secret: 'far-keys', replicatesTo: [{ region: 'north' }] }) }),
    { acrossRegions: true },
    'unknown',
    'ledger-db-backup lies in north, and in a region that nobody says',
  ],
  [
    'in one region',
    dump({ to: bucket('far', { host: 's3.example.com', secret: 'far-keys', region: 'north' }) }),
    { acrossRegions: true },
    'broken',
    'ledger-db-backup lies in north',
  ],
]

for (const [name, backup, said, verdict, line] of often)
  test(`retains: ${name}`, () => {
    const world = sampleWorld({
      ledgerDb: { ...one, backups: [backup] },
      promises: ({ live, ledgerDb }) => [promise.retains(ledgerDb, { in: live, ...said })],
    })
    const [found] = verdictsOf(retains, world)
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })

test('retains: one region, and two', () => {
  const places = (more: object) => objectStore('safe', { managedBy: managed('s3', { region: 'west' }), ...more })
  const copies = (more: object) => bucket('copies', { host: 's3.example.com', secret: 'copies-keys', ...more })
  const line = (place: ReturnType<typeof places> | ReturnType<typeof copies>) => {
    const world = sampleWorld({
      ledgerDb: { ...one, backups: [dump({ to: place })] },
      promises: ({ live, ledgerDb }) => [promise.retains(ledgerDb, { in: live, acrossRegions: true })],
    })
    const [found] = verdictsOf(retains, world)
    return [found?.verdict, found && linesOf(found)[0]]
  }
  assert.deepEqual(line(places({})), ['broken', 'ledger-db-backup lies in west'])
  const north = { replicatesTo: [{ region: 'north' }] }
  const both = ['kept', 'ledger-db-backup lies in west and north']
  assert.deepEqual(line(places(north)), both)
  assert.deepEqual(line(copies({ region: 'west', ...north })), both)
  assert.deepEqual(line(copies({ region: 'west' })), ['broken', 'ledger-db-backup lies in west'])
  assert.equal(line(copies({}))[0], 'unknown')
})
