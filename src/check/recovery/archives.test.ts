import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { postgres } from '../../platform/component/postgres.ts'
import { bucket } from '../../platform/language/bucket.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { sized } from '../../platform/language/sized.ts'
import { linesOf, manifestWorld, sampleWorld, verdictsOf } from '../sample.ts'
import { archives } from './archives.ts'

const store = (name: string, namespace: string, more = '', endpoint = 'https://s3.example.com') => `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  backup: {barmanObjectStore: {destinationPath: 's3://copies/', endpointURL: '${endpoint}'${more}}}
---`

const rows: [name: string, yaml: string, says: string[]][] = [
  ['a name of its own', store('a', 'x') + store('b', 'x'), ['kept', 'kept']],
  ['one name in two namespaces', store('a', 'x') + store('a', 'y'), ['broken', 'broken']],
  ['told apart by the server', store('a', 'x') + store('a', 'y', ', serverName: y-a'), ['kept', 'kept']],
  ['given the same name', store('a', 'x') + store('b', 'x', ', serverName: a'), ['broken', 'broken']],
  [
    'a host that each namespace has for itself',
    store('a', 'x', '', 'http://minio:9000') + store('a', 'y', '', 'http://minio:9000'),
    ['kept', 'kept'],
  ],
  [
    'a host of the cluster',
    store('a', 'x', '', 'http://minio.storage.svc:9000') + store('a', 'y', '', 'http://minio.storage.svc:9000'),
    ['broken', 'broken'],
  ],
]

for (const [name, yaml, says] of rows) {
  test(`archives: ${name}`, () => {
    const found = verdictsOf(archives, manifestWorld(yaml)).map(({ verdict }) =>
      verdict === 'assumed' ? 'kept' : verdict,
    )
    assert.deepEqual(found, says)
  })
}

const copies = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
const backups = [{ by: 'base backup', every: '6h', to: copies }] as const
const linesFor = (of: string) => {
  const island = cluster('island', { kubernetes: '1.34', nodes: [] })
  const operatedBy = cloudNativePg({ follows: { archive: copies, of } })
  const world = sampleWorld({
    ledgerDb: { operatedBy: cloudNativePg({ archive: { to: copies } }), backups },
    environments: ({ ledgerDb }) => [
      environment('standby', {
        on: island,
        namespace: 'shop',
        runs: [ledgerDb],
        sized: [sized(ledgerDb as ReturnType<typeof postgres>, { operatedBy })],
      }),
    ],
  })
  return verdictsOf(archives, world).flatMap((verdict) => linesOf(verdict))
}

test('archives: what is replayed is written', () => {
  assert.deepEqual(linesFor('ledger-db-live').slice(-1), [
    'ledger-db replays what ledger-db in live archives as ledger-db-live in s3://copies',
  ])
})

test('archives: nothing is written under the name that is replayed', () => {
  assert.deepEqual(linesFor('ledger-db').slice(-1), [
    'ledger-db replays ledger-db in s3://copies, and nothing archives under that name',
  ])
})
