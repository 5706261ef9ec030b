import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ObjectStoreOptions, objectStore } from '../../platform/component/object-store.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import { managed } from '../../platform/language/managed.ts'
import { outside, volumeIn } from '../../platform/language/place.ts'
import type { Failure } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { waysBack } from './ways-back.ts'

const copies = (region: string) => objectStore('copies', { managedBy: managed('s3', { region }) })
const yard = cluster('yard', { kubernetes: '1.34', nodes: [] })
const hourly = { how: 'snapshot', every: '1h', takes: '5m' } as const

const rows: [name: string, options: ObjectStoreOptions, failure: Failure, ways: string[]][] = [
  ['nothing', {}, corruption, []],
  ['older versions of what is wrong', { versions: true }, corruption, ['older versions true before 0 0']],
  ['and of what is gone', { versions: true }, loss.region, ['older versions false here 0 0']],
  [
    'a copy outside',
    { backups: [{ ...hourly, to: outside('elsewhere') }] },
    loss.region,
    ['files-backup true elsewhere 3900 3900'],
  ],
  [
    'a copy in another region',
    { backups: [{ ...hourly, to: copies('b') }] },
    loss.region,
    ['files-backup true elsewhere 3900 3900'],
  ],
  [
    'a copy in the same',
    { backups: [{ ...hourly, to: copies('a') }] },
    loss.region,
    ['files-backup false here 3900 3900'],
  ],
  [
    'a copy in a cluster',
    { backups: [{ ...hourly, to: volumeIn(yard, '1Gi') }] },
    loss.region,
    ['files-backup undefined unsaid 3900 3900'],
  ],
  [
    'a copy beside what is wrong',
    { backups: [{ ...hourly, to: copies('a') }] },
    corruption,
    ['files-backup true before 3900 3900'],
  ],
  [
    'a copy every day, and nobody says how long it takes',
    { backups: [{ how: 'snapshot', every: 'day', to: copies('b') }] },
    loss.region,
    ['files-backup true elsewhere 86400 undefined'],
  ],
  [
    'the best first',
    {
      replicatesTo: [{ region: 'b', lag: '15m' }],
      backups: [{ ...hourly, to: copies('b') }],
      versions: true,
    },
    loss.region,
    ['the replica in b true elsewhere 0 900', 'files-backup true elsewhere 3900 3900', 'older versions false here 0 0'],
  ],
  [
    'what is wrong is replicated',
    { replicatesTo: [{ region: 'b', lag: '15m' }], backups: [{ ...hourly, to: copies('b') }] },
    corruption,
    ['files-backup true before 3900 3900', 'the replica in b false replicated 0 900'],
  ],
]

for (const [name, options, failure, ways] of rows) {
  test(`ways back: ${name}`, () => {
    const traits = traitsOf(objectStore('files', { managedBy: managed('s3', { region: 'a' }), ...options }))
    const found = waysBack(traits, failure, { region: 'a' })
    assert.deepEqual(
      found.map(({ name, survives, why, loses }) => `${name} ${survives} ${why} ${loses.from} ${loses.to}`),
      ways,
    )
  })
}
