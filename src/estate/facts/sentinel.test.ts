// What Sentinels carry: who follows whom, who votes, and to whom the names of the roles lead.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redis } from '../../platform/component/redis.ts'
import { service } from '../../platform/component/service.ts'
import { bucket } from '../../platform/language/bucket.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { platform } from '../../platform/language/platform.ts'
import type { Fact } from '../estate.ts'
import { lower } from '../lower.ts'

const copies = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
const cache = redis('cache', {
  members: 3,
  replication: { mode: 'asynchronous', failover: 'automatic', lag: '10s' },
  names: { 'cache-main': 'primary' },
  sentinel: { downAfter: '5s' },
  backups: [{ by: 'BGSAVE', every: '6h', to: copies }],
})
const shop = service('shop', { calls: [cache] })
const on = cluster('east', { kubernetes: '1.33', nodes: [] })
const [estate] = lower(
  platform('p', { environments: [environment('live', { on, namespace: 'shop', runs: [cache, shop] })] }),
)

const factsOf = <T extends Fact['trait']>(trait: T) =>
  (estate?.facts ?? []).filter((fact): fact is Extract<Fact, { trait: T }> => fact.trait === trait)

test('sentinels: they make the members follow', () => {
  assert.deepEqual(
    factsOf('replicates').map(({ of, standing, promotesSeconds, lagSeconds }) => [
      of,
      standing,
      promotesSeconds,
      lagSeconds,
    ]),
    [['StatefulSet/shop/cache', { is: 'carried', by: 'StatefulSet/shop/cache-sentinel' }, { from: 5, to: 19 }, 10]],
  )
})

test('sentinels: all of them vote', () => {
  assert.deepEqual(
    factsOf('elects').map(({ name, voters, standing }) => [name, voters, standing.is]),
    [['cache-sentinel', ['StatefulSet/shop/cache-sentinel'], 'carried']],
  )
})

test('sentinels: the name of a role means the store, and its proxy keeps it', () => {
  assert.deepEqual(
    factsOf('endpoint')
      .filter(({ role }) => role !== undefined)
      .map(({ service: name, of, standing }) => [name, of, standing]),
    [['Service/shop/cache-main', 'StatefulSet/shop/cache', { is: 'carried', by: 'Deployment/shop/cache-main' }]],
  )
})

test('sentinels: callers call the proxy, and everybody whom they need', () => {
  const text = ({ from, to }: Extract<Fact, { trait: 'calls' }>) =>
    `${from.split('/')[2]} → ${to.is === 'workload' ? to.workload.split('/')[2] : to.name}:${to.port}`
  assert.deepEqual(factsOf('calls').map(text).sort(), [
    'cache → cache-sentinel:26379',
    'cache → cache:6379',
    'cache-backup → cache:6379',
    'cache-backup → s3.example.com:443',
    'cache-main → cache:6379',
    'cache-sentinel → cache-sentinel:26379',
    'cache-sentinel → cache:6379',
    'shop → cache-main:6379',
  ])
})
