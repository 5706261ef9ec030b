import assert from 'node:assert/strict'
import { test } from 'node:test'
import { content, environment, managed, mongodb, platform, redis } from '../../index.ts'
import type { Component } from '../../platform/component.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { platformWorld } from '../platform-world.ts'
import { linesOf, machine, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { assembled } from './assembled.ts'
import { keepsContent } from './keeps-content.ts'

const harbour = cluster('harbour', { kubernetes: '1.34', nodes: [machine('n1', 'east')] })

function worldOf(store: Component) {
  const live = environment('live', { on: harbour, namespace: 'shop', runs: [store] })
  return platformWorld({ platform: platform('shop', { environments: [live] }), planned: [] }, { asOf: '2026-11-21' })
}

const trail = content('trail', { use: 'events', class: 'audit', ofRecord: true })
const carts = content('carts', { ofRecord: true, lives: '7d' })
const pages = content('pages', { lives: '5m' })
const half = [content('old', { size: '50Gi' }), content('new', { size: '50Gi' })]

const kept: [name: string, store: Component, verdict: Word | undefined, line?: string][] = [
  [
    'any key may go',
    redis('c', { eviction: 'allkeys-lru', holds: [trail, pages] }),
    'broken',
    'trail is written here first, and allkeys-lru drops any key when memory is full',
  ],
  [
    'none goes',
    redis('c', { eviction: 'noeviction', holds: [trail] }),
    'kept',
    'nothing is dropped when memory is full, so trail stays',
  ],
  [
    'memory alone refuses writes and drops nothing',
    redis('c', { memory: '1Gi', holds: [trail] }),
    'kept',
    'nothing is dropped when memory is full, so trail stays',
  ],
  [
    'only keys with a time go, and it has none',
    redis('c', { eviction: 'volatile-ttl', holds: [trail] }),
    'kept',
    'volatile-ttl drops only keys with a time to live, and trail has none',
  ],
  [
    'only keys with a time go, and it has one',
    redis('c', { eviction: 'volatile-ttl', holds: [carts] }),
    'broken',
    'carts is written here first, and volatile-ttl drops keys with a time to live when memory is full',
  ],
  ['what may be made again', redis('c', { eviction: 'allkeys-lru', holds: [pages] }), undefined],
  [
    'more than a volume',
    mongodb('m', { members: 3, volume: { size: '99Gi' }, holds: half }),
    'broken',
    '50Gi of old + 50Gi of new = 100Gi > 99Gi of a member of m',
  ],
  [
    'as much as a volume',
    mongodb('m', { members: 3, volume: { size: '100Gi' }, holds: half }),
    'kept',
    '50Gi of old + 50Gi of new = 100Gi ≤ 100Gi of a member of m',
  ],
  [
    'shared out among two parts',
    mongodb('m', { volume: { size: '50Gi' }, shards: { parts: 2 }, holds: half }),
    'kept',
    '50Gi of old + 50Gi of new = 100Gi ≤ 2 parts × 50Gi = 100Gi of a member of m',
  ],
  ['a volume of a size that nobody says', mongodb('m', { volume: { class: 'fast' }, holds: half }), undefined],
]

for (const [name, store, verdict, line] of kept)
  test(`keeps-content: ${name}`, () => {
    const [found] = verdictsOf(keepsContent, worldOf(store))
    assert.equal(found?.verdict, verdict)
    if (found) assert.equal(linesOf(found)[0], line)
  })

const members: [name: string, store: Component, verdict: Word | undefined, line?: string][] = [
  [
    'shared out, and nobody leads there',
    mongodb('m', { members: 3, shards: { key: ['tenant'], by: 'hash' } }),
    'broken',
    'rows of m are shared out by tenant, and no router and no configuration server is declared',
  ],
  [
    'routers alone',
    mongodb('m', { members: 3, shards: { key: ['tenant'], routers: 2 } }),
    'broken',
    'rows of m are shared out by tenant, and no configuration server is declared',
  ],
  [
    'both are there',
    mongodb('m', { members: 3, shards: { key: ['tenant'], routers: 2, configServers: 3 } }),
    'kept',
    'rows of m are shared out by tenant: 2 routers and 3 configuration servers lead to them',
  ],
  [
    'a provider leads there',
    mongodb('m', { managedBy: managed('atlas-mongodb'), shards: { key: ['tenant'] } }),
    undefined,
  ],
  [
    'three masters, and followers are said',
    redis('c', { mode: 'cluster', members: 3, replication: { failover: 'automatic' } }),
    'broken',
    'a cluster has 3 masters at least, and of 3 members of c none is left to follow',
  ],
  [
    'two followers short',
    redis('c', { mode: 'cluster', members: 4, replication: { failover: 'automatic' } }),
    'broken',
    'a cluster has 3 masters at least, and of 4 members of c only 1 can follow',
  ],
  [
    'a follower each',
    redis('c', { mode: 'cluster', members: 6, shards: 'pairs' }),
    'kept',
    '6 members of c are 3 masters with 3 that follow',
  ],
  ['masters alone, and nobody says more', redis('c', { mode: 'cluster', members: 3 }), undefined],
  [
    'what has changed since nothing',
    mongodb('m', { backups: [{ how: 'incremental', every: 'hour' }] }),
    'broken',
    'm-backup of m builds on no whole copy',
  ],
  [
    'what has changed since the day',
    mongodb('m', {
      backups: [
        { name: 'm-changes', how: 'incremental', every: 'hour' },
        { name: 'm-all', how: 'full', every: 'day' },
      ],
    }),
    'kept',
    'm-changes of m builds on whole copies',
  ],
]

for (const [name, store, verdict, line] of members)
  test(`assembled: ${name}`, () => {
    const [found] = verdictsOf(assembled, worldOf(store))
    assert.equal(found?.verdict, verdict)
    if (found) assert.equal(linesOf(found)[0], line)
  })

test('assembled: a dump is never a part of one', () => {
  const backups = [
    { name: 'm-changes', how: 'incremental', by: 'mongodump', every: 'hour' },
    { name: 'm-all', how: 'full', every: 'day' },
  ] as const
  const [found] = verdictsOf(assembled, worldOf(mongodb('m', { backups })))
  assert.equal(found?.verdict, 'broken')
  assert.ok(
    found && linesOf(found).includes('mongodump takes whole copies alone, and m-changes is said to be incremental'),
  )
})
