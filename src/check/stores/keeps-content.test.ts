import assert from 'node:assert/strict'
import { test } from 'node:test'
import { content, environment, kafka, managed, mongodb, platform, redis, sized } from '../../index.ts'
import type { Component } from '../../platform/component.ts'
import { cluster } from '../../platform/language/cluster.ts'
import type { Environment } from '../../platform/model.ts'
import { platformWorld } from '../platform-world.ts'
import { linesOf, machine, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { assembled } from './assembled.ts'
import { keepsContent } from './keeps-content.ts'

const harbour = cluster('harbour', { kubernetes: '1.34', nodes: [machine('n1', 'east')] })

function worldOf(store: Component) {
  const live = environment('live', { on: harbour, namespace: 'shop', runs: [store] })
  return worldIn(live)
}

function worldIn(live: Environment) {
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
    redis('c', { eviction: 'noeviction', persistence: 'log', holds: [trail] }),
    'kept',
    'nothing is dropped when memory is full, so trail stays',
  ],
  [
    'memory alone refuses writes and drops nothing',
    redis('c', { memory: '1Gi', persistence: 'log', holds: [trail] }),
    'kept',
    'nothing is dropped when memory is full, so trail stays',
  ],
  [
    'only keys with a time go, and it has none',
    redis('c', { eviction: 'volatile-ttl', persistence: 'log', holds: [trail] }),
    'kept',
    'volatile-ttl drops only keys with a time to live, and trail has none',
  ],
  [
    'only keys with a time go, and it has one',
    redis('c', { eviction: 'volatile-ttl', holds: [carts] }),
    'broken',
    'carts is written here first, and volatile-ttl drops keys with a time to live when memory is full',
  ],
  [
    'what may be made again',
    redis('c', { eviction: 'allkeys-lru', holds: [pages] }),
    'kept',
    'when memory is full allkeys-lru drops any key, and pages can be made again',
  ],
  [
    'less than its container ends at',
    redis('c', { mode: 'cluster', members: 3, memory: '3Gi', limits: { memory: '1536Mi' }, persistence: 'snapshots' }),
    'kept',
    'each of 3 members of c may hold 1Gi and its container 1536Mi: 512Mi are left, also for what changes while a snapshot or a log is written',
  ],
  [
    'as much as its container ends at',
    redis('c', { memory: '1Gi', limits: { memory: '1Gi' } }),
    'broken',
    'c may hold 1Gi, and its container ends at 1Gi, before anything is dropped',
  ],
  [
    'more than a volume',
    mongodb('m', { members: 3, volume: { size: '99Gi' }, holds: half }),
    'broken',
    '50Gi of new + 50Gi of old = 100Gi > 99Gi of a member of m',
  ],
  [
    'as much as a volume',
    mongodb('m', { members: 3, volume: { size: '100Gi' }, holds: half }),
    'kept',
    '50Gi of new + 50Gi of old = 100Gi ≤ 100Gi of a member of m',
  ],
  [
    'shared out among two parts',
    mongodb('m', { volume: { size: '50Gi' }, shards: { parts: 2 }, holds: half }),
    'kept',
    '50Gi of new + 50Gi of old = 100Gi ≤ 2 parts × 50Gi = 100Gi of a member of m',
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
    'kept',
    'rows of m are shared out by tenant, and atlas-mongodb leads to them',
  ],
  [
    'by one field twice',
    mongodb('m', { managedBy: managed('atlas-mongodb'), shards: { key: ['tenant', 'tenant'] } }),
    'broken',
    'rows of m are to be shared out by tenant and tenant: a key has tenant once',
  ],
  [
    'as many members as copies',
    kafka('k', { members: 3, copies: 3, minInSync: 2 }),
    'kept',
    '3 members of k hold 3 copies of each message, of which 2 must be in step',
  ],
  ['copies among members that nobody counts', kafka('k', { managedBy: managed('msk'), copies: 3 }), undefined],
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

const log = { name: 'm-log', how: 'continuous' } as const
const all = { name: 'm-all', how: 'full', every: 'day' } as const

for (const [name, backups, verdict] of [
  [
    'as long as what it builds on',
    [
      { ...log, keep: '30d' },
      { ...all, keep: '30d' },
    ],
    'kept',
  ],
  [
    'longer than what it builds on',
    [
      { ...log, keep: '31d' },
      { ...all, keep: '30d' },
    ],
    'broken',
  ],
  ['beside one that nobody says', [{ ...log, keep: '31d' }, all], undefined],
] as const)
  test(`assembled: what has changed is kept ${name}`, () => {
    const [found] = verdictsOf(assembled, worldOf(mongodb('m', { backups })))
    assert.equal(found?.verdict, verdict)
    if (found?.verdict === 'broken')
      assert.deepEqual(linesOf(found), [
        'm-log is kept for 31d, and m-all, on which it builds, for 30d: what is older brings nothing back',
      ])
  })

test('assembled: fewer members than each message has copies, where a place is made smaller', () => {
  const queue = kafka('k', { members: 3, copies: 3, minInSync: 2 })
  const lines = (less: object) => {
    const live = environment('live', { on: harbour, namespace: 'shop', runs: [queue], sized: [sized(queue, less)] })
    const found = verdictsOf(assembled, worldIn(live))[0]
    return [found?.verdict, found && linesOf(found)[0]]
  }
  assert.deepEqual(lines({ members: 1 }), ['broken', '3 copies of each message need as many members, and k has 1'])
  assert.deepEqual(lines({ members: 1, copies: 1 }), ['broken', 'a write waits for 2 copies in step, and k keeps 1'])
  assert.equal(lines({ members: 1, copies: 1, minInSync: 1 })[0], 'kept')
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
