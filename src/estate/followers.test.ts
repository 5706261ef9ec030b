import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../kubernetes/read.ts'
import { postgres } from '../platform/component/postgres.ts'
import { bucket } from '../platform/language/bucket.ts'
import { cluster } from '../platform/language/cluster.ts'
import { environment } from '../platform/language/environment.ts'
import { cloudNativePg } from '../platform/language/operator.ts'
import { platform } from '../platform/language/platform.ts'
import type { Estate } from './estate.ts'
import { followsIn, withFollowers } from './followers.ts'
import { fieldsAt } from './import/fields.ts'
import { importManifests } from './import.ts'
import { lower } from './lower.ts'

const copies = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
const db = postgres('db', {
  volume: { size: '10Gi' },
  operatedBy: cloudNativePg({ archive: { to: copies, takes: '30s' } }),
  backups: [{ by: 'base backup', every: '6h', to: copies }],
})
const live = environment('live', {
  on: cluster('east', { kubernetes: '1.34', nodes: [] }),
  namespace: 'shop',
  runs: [db],
})
const standby = environment('standby', {
  on: cluster('north', { kubernetes: '1.34', nodes: [] }),
  namespace: 'shop',
  standbyOf: live,
  runs: [db],
})

test('followers: a store on standby is written as one that replays, and archives under a name of its own', () => {
  const north = lower(platform('p', { environments: [live, standby] })).find((one) => one.cluster === 'north')
  const spec = fieldsAt(north?.objects.find(({ ref }) => ref === 'Cluster/shop/db')?.manifest ?? {}, 'spec')
  assert.deepEqual(spec.replica, { enabled: true, source: 'db-live' })
  assert.deepEqual(fieldsAt(spec, 'bootstrap'), { recovery: { source: 'db-live' } })
  assert.equal(fieldsAt(spec, 'backup', 'barmanObjectStore').serverName, 'db-standby')
  assert.equal(north?.environments.find(({ name }) => name === 'standby')?.standbyOf, 'live')
})

test('followers: the one that is followed learns by whom', () => {
  const [east] = lower(platform('p', { environments: [live, standby] }))
  assert.deepEqual(followedIn(east), ['db by db in standby on north'])
  assert.deepEqual(followedIn(lower(platform('p', { environments: [live] }))[0]), [])
})

const store = (server: string, more = '') =>
  `{destinationPath: "s3://copies/", endpointURL: "https://s3.example.com"${server}${more}}`
const written = (spec: string, name = 'db') =>
  `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: ${name}, namespace: shop}\nspec: ${spec}\n`
const source = written(`{backup: {barmanObjectStore: ${store('')}}}`)
const reading = (replica: string, barman: string) =>
  written(`{replica: ${replica}, externalClusters: [{name: other, barmanObjectStore: ${barman}}]}`)

const rows: [name: string, here: string, there: string, followed: string[]][] = [
  [
    'under the name of the Cluster',
    source,
    reading('{enabled: true, source: other}', store(', serverName: db')),
    ['db by db in shop on north'],
  ],
  ['under another name it is another archive', source, reading('{enabled: true, source: other}', store('')), []],
  [
    'switched off, as after a promotion',
    source,
    reading('{enabled: false, source: other}', store(', serverName: db')),
    [],
  ],
  ['a source alone makes none', source, reading('{source: other}', store(', serverName: db')), []],
  [
    'another is the primary',
    source,
    reading('{primary: other, source: other}', store(', serverName: db')),
    ['db by db in shop on north'],
  ],
  ['it is the primary itself', source, reading('{primary: db, source: other}', store(', serverName: db')), []],
  [
    'by another name, the primary',
    source,
    reading('{primary: here, self: here, source: other}', store(', serverName: db')),
    [],
  ],
  [
    'a host that each cluster has for itself',
    source.replace('s3.example.com', 'minio.storage.svc:9000'),
    reading(
      '{enabled: true, source: other}',
      store(', serverName: db').replace('s3.example.com', 'minio.storage.svc:9000'),
    ),
    [],
  ],
  [
    'by the plugin and its ObjectStore',
    `${written('{plugins: [{name: barman-cloud.cloudnative-pg.io, isWALArchiver: true, parameters: {barmanObjectName: kept}}]}')}---\n${objectStore()}`,
    `${written('{replica: {enabled: true, source: other}, externalClusters: [{name: other, plugin: {name: barman-cloud.cloudnative-pg.io, parameters: {barmanObjectName: kept, serverName: db}}}]}')}---\n${objectStore()}`,
    ['db by db in shop on north'],
  ],
  ['hostile fields', source, reading('{enabled: true, source: [1]}', '7'), []],
]

for (const [name, here, there, followed] of rows) {
  test(`followers: ${name}`, () => {
    const [east] = withFollowers([estateOf('east', here), estateOf('north', there)])
    assert.deepEqual(followedIn(east), followed)
  })
}

test('followers: in one cluster any host is the same', () => {
  const inner = (yaml: string) => yaml.replace('s3.example.com', 'minio')
  const other = reading('{enabled: true, source: other}', store(', serverName: db')).replace('name: db,', 'name: db2,')
  const [one] = withFollowers([estateOf('east', `${inner(source)}---\n${inner(other)}`)])
  assert.equal(followedIn(one).length, 1)
  assert.equal(one && followsIn(one).length, 1)
})

function objectStore(): string {
  return 'apiVersion: barmancloud.cnpg.io/v1\nkind: ObjectStore\nmetadata: {name: kept, namespace: shop}\nspec: {configuration: {destinationPath: "s3://copies"}}\n'
}

function estateOf(name: string, yaml: string): Estate {
  return importManifests(readManifests(yaml, 'a.yaml').manifests, { cluster: name, kubernetes: '1.34' }).estate
}

function followedIn(estate: Estate | undefined): readonly string[] {
  return (estate?.facts ?? []).flatMap((fact) =>
    fact.trait === 'followed'
      ? [`${fact.component} by ${fact.by.component} in ${fact.by.environment} on ${fact.by.cluster}`]
      : [],
  )
}
