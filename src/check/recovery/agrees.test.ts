import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RedisOptions, redis } from '../../platform/component/redis.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { linesOf, manifestWorld, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { agrees } from './agrees.ts'

const rows: [name: string, store: ShopOptions['ledgerDb'], found: string | undefined][] = [
  ['one member', { members: 1 }, undefined],
  [
    'independent members behind one name',
    { members: 3, replication: 'none' },
    'broken: what is written through ledger-db is on one of the 3 members of ledger-db, which are independent: 2 of 3 reads miss it',
  ],
  [
    'two of them',
    { members: 2, replication: 'none', names: ['ledger', 'ledger-read'] },
    'broken: what is written through ledger and ledger-read is on one of the 2 members of ledger-db, which are independent: every second read misses it',
  ],
  ['each called by its own name', { members: 3, replication: 'none', names: [], headless: 'ledger-db' }, undefined],
  [
    'replication that is only said',
    { members: 3, replication: { mode: 'asynchronous', failover: 'automatic' } },
    'broken: ledger-db is said to have one member that takes writes and 2 that follow it, and nothing declared makes them follow, or promotes one of them when that is gone: pods that nothing sets up start as servers of their own',
  ],
  [
    'and that a person fails over',
    { members: 2, replication: { mode: 'asynchronous', failover: 'manual' } },
    'broken: ledger-db is said to have one member that takes writes and 1 that follows it, and nothing declared makes them follow: pods that nothing sets up start as servers of their own',
  ],
  [
    'replication that an operator carries',
    {
      members: 3,
      replication: { mode: 'asynchronous', failover: 'automatic' },
      operatedBy: cloudNativePg(),
      names: { 'ledger-primary': 'primary' },
    },
    'assumed: every member of ledger-db has all rows, whichever ledger-primary leads to',
  ],
]

for (const [name, ledgerDb, found] of rows) {
  test(`agrees: ${name}`, () => {
    const [verdict] = verdictsOf(agrees, sampleWorld({ ledgerDb }))
    assert.equal(verdict && `${verdict.verdict}: ${linesOf(verdict)[0]}`, found)
  })
}

test('agrees: manifests do not say what members hold', () => {
  const world = manifestWorld(`
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: cache, namespace: shop}
spec:
  replicas: 3
  selector: {matchLabels: {app: cache}}
  template: {metadata: {labels: {app: cache}}, spec: {containers: [{name: cache, image: memcached}]}}
---
apiVersion: v1
kind: Service
metadata: {name: cache, namespace: shop}
spec: {selector: {app: cache}, ports: [{port: 11211}]}`)
  assert.deepEqual(verdictsOf(agrees, world), [])
})

const clusters: [name: string, options: RedisOptions, found: string][] = [
  ['with followers', { members: 6, shards: 3 }, 'assumed'],
  ['without, and still told who has a key', { members: 3, replication: 'none' }, 'assumed'],
]

for (const [name, options, found] of clusters)
  test(`agrees: members that share out keys, ${name}`, () => {
    const cache = redis('cache', { mode: 'cluster', ...options })
    const [verdict] = verdictsOf(agrees, sampleWorld({ more: () => [cache] }))
    assert.equal(verdict?.verdict, found)
    assert.equal(
      verdict && linesOf(verdict)[0],
      'whichever member of cache cache leads to, it names the one that has a key',
    )
    assert.deepEqual(
      verdict?.assumes.map(({ id }) => id),
      ['joined/live/cache'],
    )
  })
