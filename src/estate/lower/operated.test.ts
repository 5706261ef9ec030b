// A store that an operator runs: what is written for the operator, what the operator makes of it, and what that carries.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PostgresOptions, postgres } from '../../platform/component/postgres.ts'
import { bucket } from '../../platform/language/bucket.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { node } from '../../platform/language/node.ts'
import { type CloudNativePgOptions, cloudNativePg } from '../../platform/language/operator.ts'
import { platform } from '../../platform/language/platform.ts'
import type { Estate, Fact } from '../estate.ts'
import { fieldsAt } from '../import/fields.ts'
import { lower } from '../lower.ts'

const copies = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
const base = { name: 'db-base', by: 'base backup', every: '6h', keep: 30, takes: '30m', to: copies } as const
const three = { members: 3, replication: { mode: 'synchronous', failover: 'automatic', promotes: '1m' } } as const

function estateOf(options: PostgresOptions, operator: CloudNativePgOptions = {}): Estate {
  const db = postgres('db', { volume: { size: '10Gi' }, ...options, operatedBy: cloudNativePg(operator) })
  const on = cluster('east', { kubernetes: '1.33', nodes: [node('a', { cpu: 4, memory: '16Gi' })] })
  const [estate] = lower(
    platform('shop', { environments: [environment('live', { on, namespace: 'shop', runs: [db] })] }),
  )
  return estate as Estate
}

const specOf = (estate: Estate, ref: string) =>
  fieldsAt(estate.objects.find((object) => object.ref === ref)?.manifest ?? {}, 'spec')

const rows: [name: string, options: PostgresOptions, operator: CloudNativePgOptions, path: string[], is: unknown][] = [
  ['as many instances as members', three, {}, ['instances'], 3],
  ['no budget over a single instance: nobody could drain its node', {}, {}, ['enablePDB'], false],
  ['and what the operator does by itself over several', three, {}, ['enablePDB'], undefined],
  ['the size of the volume', three, {}, ['storage', 'size'], '10Gi'],
  ['an image of its version', { version: '15' }, {}, ['imageName'], 'ghcr.io/cloudnative-pg/postgresql:15'],
  ['one follower has every row', three, {}, ['postgresql', 'synchronous', 'number'], 1],
  ['and only one that may have them all is promoted', three, {}, ['postgresql', 'synchronous', 'failoverQuorum'], true],
  [
    'asynchronous where it is said so',
    { members: 3, replication: { mode: 'asynchronous', failover: 'automatic' } },
    {},
    ['postgresql', 'synchronous'],
    undefined,
  ],
  ['one member follows nobody', { ...three, members: 1 }, {}, ['postgresql', 'synchronous'], undefined],
  [
    'apart where it is required',
    { place: { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } },
    {},
    ['affinity', 'podAntiAffinityType'],
    'required',
  ],
  ['copies are kept for whole days', { backups: [base] }, {}, ['backup', 'retentionPolicy'], '8d'],
  [
    'the log is archived as often as is said',
    { backups: [base] },
    { archive: { to: copies, every: '90s' } },
    ['postgresql', 'parameters', 'archive_timeout'],
    '90s',
  ],
  [
    'what follows replays the archive of the other',
    {},
    { follows: { archive: copies, of: 'main-db' } },
    ['replica', 'source'],
    'main-db',
  ],
  [
    'and archives under a name of its own',
    { backups: [base] },
    { archive: { to: copies }, follows: { archive: copies, of: 'db' } },
    ['backup', 'barmanObjectStore', 'serverName'],
    'db-live',
  ],
]

for (const [name, options, operator, path, is] of rows) {
  test(`a Cluster of CloudNativePG: ${name}`, () => {
    const spec = specOf(estateOf(options, operator), 'Cluster/shop/db')
    assert.deepEqual(
      path.length === 1 ? spec[path[0] as string] : fieldsAt(spec, ...path.slice(0, -1))[path.at(-1) as string],
      is,
    )
  })
}

test('nothing else is written for the store, and what the operator makes is of its component', () => {
  const { objects } = estateOf({ ...three, names: { 'db-primary': 'primary' }, backups: [base] })
  const own = objects.filter(({ component }) => component === 'db')
  assert.deepEqual(
    own.filter(({ origin }) => origin === 'lowered').map(({ ref }) => ref),
    ['Cluster/shop/db', 'ScheduledBackup/shop/db-base'],
  )
  assert.ok(own.some(({ ref, origin }) => ref === 'StatefulSet/shop/db' && origin === 'made'))
  assert.ok(own.some(({ ref, origin }) => ref === 'Service/shop/db-primary' && origin === 'made'))
})

test('a pooler is a resource, and it calls the store', () => {
  const estate = estateOf(three, { poolers: [{ name: 'db-pool', instances: 2, mode: 'transaction' }] })
  assert.deepEqual(specOf(estate, 'Pooler/shop/db-pool').pgbouncer, { poolMode: 'transaction' })
  assert.ok(callsOf(estate).includes('Deployment/shop/db-pool → StatefulSet/shop/db'))
})

test('replication is carried by the resource, with the estimate of whoever declares it', () => {
  const facts = factsOf(estateOf(three), 'replicates')
  assert.deepEqual(
    facts.map(({ mode, failover, promotesSeconds, standing }) => ({ mode, failover, promotesSeconds, standing })),
    [
      {
        mode: 'synchronous',
        failover: 'automatic',
        promotesSeconds: { from: 60, to: 60 },
        standing: { is: 'carried', by: 'Cluster/shop/db' },
      },
    ],
  )
})

test('copies and the log lie in the bucket, each with the time that it takes', () => {
  const facts = factsOf(estateOf({ ...three, backups: [base] }, { archive: { to: copies, takes: '20s' } }), 'backsUp')
  assert.deepEqual(
    facts.map(({ name, everySeconds, takesSeconds, standing }) => [name, everySeconds, takesSeconds?.to, standing.is]),
    [
      ['db-base', 21600, 1800, 'carried'],
      ['write-ahead log', 300, 20, 'carried'],
    ],
  )
})

test('an archive of base copies, and the regions of the bucket, are those that somebody says', () => {
  const to = bucket('copies', { host: 's3.example.com', secret: 'copies-keys', region: 'north' })
  const said = [{ ...base, to, archive: { for: '1y' as const } }]
  const facts = factsOf(estateOf({ ...three, backups: said }, { archive: { to } }), 'backsUp')
  assert.deepEqual(
    facts.map(({ name, archivedSeconds, to: place }) => [
      name,
      archivedSeconds,
      place.is === 'outside' && place.regions,
    ]),
    [
      ['db-base', 365 * 86_400, ['north']],
      ['write-ahead log', undefined, ['north']],
    ],
  )
})

test('names of roles are kept by the resource', () => {
  const [fact] = factsOf(estateOf({ ...three, names: { 'db-primary': 'primary' } }), 'endpoint')
  assert.deepEqual([fact?.role, fact?.standing], ['primary', { is: 'carried', by: 'Cluster/shop/db' }])
})

test('its pods are let out to the bucket at its addresses, where somebody says them', () => {
  const outside = (to: typeof copies) =>
    factsOf(estateOf({ backups: [{ ...base, to }] }), 'calls').map(({ to }) => to.is === 'outside' && to.address)
  assert.deepEqual(outside(copies), [undefined])
  assert.deepEqual(outside(bucket('copies', { host: 's3.example.com', at: '203.0.113.0/24', secret: 'copies-keys' })), [
    '203.0.113.0/24',
  ])
})

test('its pods call each other, and the bucket where there is one', () => {
  assert.deepEqual(callsOf(estateOf({})), [])
  assert.deepEqual(callsOf(estateOf({ ...three, backups: [base] })), [
    'StatefulSet/shop/db → StatefulSet/shop/db',
    'StatefulSet/shop/db → s3.example.com:443',
  ])
})

function factsOf<T extends Fact['trait']>({ facts }: Estate, trait: T) {
  return facts.filter((fact): fact is Extract<Fact, { trait: T }> => fact.trait === trait)
}

function callsOf(estate: Estate): string[] {
  return factsOf(estate, 'calls')
    .map(({ from, to }) => `${from} → ${to.is === 'workload' ? to.workload : `${to.name}:${to.port}`}`)
    .sort()
}
