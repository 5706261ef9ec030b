import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cluster,
  content,
  environment,
  kafka,
  managed,
  mongodb,
  node,
  objectStore,
  PlatformProblems,
  platform,
  postgres,
  rabbitmq,
  redis,
  search,
  sharedVolume,
  warehouse,
} from '../../index.ts'
import type { Component } from '../component.ts'
import { traitsOf } from '../traits.ts'

const east = cluster('east', { kubernetes: '1.33', nodes: [node('n1', { cpu: 4, memory: '8G' })] })

function refused(...runs: readonly Component[]): readonly string[] {
  try {
    platform('shop', { environments: [environment('live', { on: east, namespace: 'shop', runs })] })
  } catch (error) {
    if (error instanceof PlatformProblems) return error.problems.map(({ path, found }) => `${path} | ${found}`)
    throw error
  }
  return []
}

const followed: [name: string, store: Component, mode: string | undefined][] = [
  ['several members of MongoDB are one replica set', mongodb('m', { members: 3 }), 'consensus'],
  ['one member follows nobody', mongodb('m'), undefined],
  ['brokers whose messages have one copy', kafka('k', { members: 3 }), 'none'],
  ['brokers whose messages have three', kafka('k', { members: 3, copies: 3 }), 'consensus'],
  ['one queue with copies', rabbitmq('r', { members: 3, topics: { jobs: { copies: 3 } } }), 'consensus'],
  ['a cluster of masters alone', redis('c', { mode: 'cluster', members: 3 }), 'none'],
  ['masters with followers', redis('c', { mode: 'cluster', members: 6, shards: 3 }), 'asynchronous'],
  ['what a provider runs', postgres('p', { managedBy: managed('rds'), members: 2 }), undefined],
]

for (const [name, store, mode] of followed)
  test(`stores: ${name}`, () => {
    assert.equal(traitsOf(store).replicates?.mode, mode)
  })

const slips: [name: string, store: Component, said: readonly string[]][] = [
  ['a service of another kind', postgres('p', { managedBy: managed('msk') }), ['managedBy | msk']],
  [
    'pods of a service',
    redis('c', { managedBy: managed('elasticache'), budget: { minAvailable: 1 } }),
    ['budget | an option of pods'],
  ],
  ['more copies than brokers', kafka('k', { members: 3, topics: { a: { copies: 4 } } }), ['topics.a.copies | 4']],
  ['more in step than there are copies', kafka('k', { members: 3, minInSync: 2 }), ['minInSync | 2']],
  ['as many in step as there are copies', kafka('k', { members: 3, copies: 3, minInSync: 3 }), []],
  ['a cluster of two', redis('c', { mode: 'cluster', members: 2 }), ['members | 2']],
  ['more shards than members', redis('c', { mode: 'cluster', members: 6, shards: 7 }), ['shards | 7']],
  [
    'an index whose members nobody says to share',
    search('s', { members: 3 }),
    ['replication | nothing, with 3 members'],
  ],
  ['an exporter that nobody knows', mongodb('m', { exporter: {} }), ['exporter | no image and port']],
  ['what lies in it', mongodb('m', { holds: [content('orders', { collections: { from: 15, to: 20 } })] }), []],
]

for (const [name, store, said] of slips)
  test(`stores: refuses ${name}`, () => {
    assert.deepEqual(refused(store), said)
  })

test('stores: what others run has no pods, and what has members has some', () => {
  const controllers = (store: Component) => traitsOf(store).runs.map(({ controller }) => controller)
  assert.deepEqual(controllers(objectStore('files')), ['outside'])
  assert.deepEqual(controllers(objectStore('files', { managedBy: managed('s3') })), ['outside'])
  assert.deepEqual(controllers(objectStore('files', { members: 4, replication: 'none' })), ['StatefulSet'])
  assert.deepEqual(controllers(warehouse('facts')), ['outside'])
  assert.deepEqual(controllers(kafka('events', { managedBy: managed('msk'), copies: 3 })), ['outside'])
})

test('stores: members of a Redis share what all may hold, and say what goes', () => {
  const cache = redis('c', { mode: 'cluster', members: 4, shards: 4, memory: '4Gi', eviction: 'allkeys-lru' })
  const [{ command, requests, ports } = { command: [], requests: {}, ports: [] }] = traitsOf(cache).runs
  assert.deepEqual(requests, { memory: '1073741824' })
  assert.equal(
    command?.join(' '),
    'redis-server --cluster-enabled yes --cluster-config-file /data/nodes.conf --maxmemory 1073741824 --maxmemory-policy allkeys-lru',
  )
  assert.deepEqual(
    ports.map(({ name, port }) => [name, port]),
    [
      ['redis', 6379],
      ['bus', 16379],
    ],
  )
  assert.deepEqual(traitsOf(cache).evicts, { policy: 'allkeys-lru', memory: '4Gi' })
  assert.equal(traitsOf(redis('c')).runs[0]?.command, undefined)
})

test('stores: a volume of a size that nobody says is known, and no claim is made of it', () => {
  const [state] = traitsOf(mongodb('m', { volume: { class: 'fast' } })).keeps
  assert.equal(state?.size, undefined)
  assert.equal(state?.class, 'fast')
})

test('stores: a volume of its own has no pods, and pods of several nodes may mount it', () => {
  const { runs, keeps, backsUp } = traitsOf(
    sharedVolume('media', { class: 'network', backups: [{ how: 'snapshot', every: '1d' }] }),
  )
  assert.deepEqual([runs.length, keeps[0]?.accessMode, backsUp[0]?.of], [0, 'ReadWriteMany', 'media'])
})
