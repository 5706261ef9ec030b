import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucket } from '../../platform/language/bucket.ts'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import { hintless, linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { resides } from './resides.ts'

function ask(options: ShopOptions, regions?: readonly string[]) {
  const promises: ShopOptions['promises'] = ({ ledgerDb }) => [promise.resides(ledgerDb, regions ? { regions } : {})]
  return verdictsOf(resides, sampleWorld({ ...options, promises }))[0]
}

const north: ShopOptions = { cluster: { region: 'eu-north-1' } }
const copied = { backups: [{ by: 'pg_dump', every: '6h', to: outside('a bucket') }] } as const
const copies = bucket('copies', {
  ...{ host: 's3.example.com', secret: 'keys', region: 'eu-north-1' },
  replicatesTo: [{ region: 'us-east-1' }],
})
const inBucket = { backups: [{ by: 'pg_dump', every: '6h', to: copies }] } as const
const rows: [
  name: string,
  options: ShopOptions,
  regions: readonly string[] | undefined,
  verdict: string,
  lines: readonly string[],
][] = [
  ['where it may', north, ['eu-north-1'], 'kept', ['live/ledger-db keeps ledger-db in eu-north-1']],
  [
    'elsewhere',
    north,
    ['eu-west-1'],
    'broken',
    ['live/ledger-db keeps ledger-db in eu-north-1, which is none of eu-west-1'],
  ],
  ['nobody says where it may', north, undefined, 'unknown', ['nobody says in which regions ledger-db may lie']],
  [
    'nobody says where it is',
    {},
    ['eu-west-1'],
    'unknown',
    ['nobody says in which region live/ledger-db keeps ledger-db'],
  ],
  [
    'a copy of which nobody says where it is',
    { ...north, ledgerDb: copied },
    ['eu-north-1'],
    'unknown',
    ['nobody says in which region live/ledger-db-backup keeps ledger-db'],
  ],
  [
    'a copy in a bucket, which is copied further',
    { ...north, ledgerDb: inBucket },
    ['eu-north-1'],
    'broken',
    ['live/ledger-db-backup keeps ledger-db in us-east-1, which is none of eu-north-1'],
  ],
]

for (const [name, options, regions, verdict, lines] of rows)
  test(`resides: ${name}`, () => {
    const found = ask(options, regions)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && hintless(found), [])
    assert.deepEqual(found && linesOf(found), lines)
  })
