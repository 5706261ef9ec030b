import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kafka, managed, mongodb, postgres, redis } from '../../index.ts'
import type { Component } from '../../platform/component.ts'
import type { ManagedOptions } from '../../platform/language/managed.ts'
import { linesOf, verdictsOf, worldOfOne } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { offered } from './offered.ts'

const verdictOn = (store: Component) => verdictsOf(offered, worldOfOne(store))[0]

const region = 'eu-west-1'
const [a, b, c] = ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'] as const
const rds = (more: ManagedOptions) => managed('rds', more)
const msk = (zones: string[]) => managed('msk', { zones })
const atlas = (zones: string[] = ['a', 'b', 'c']) => managed('atlas-mongodb', { zones })
const cache = (size: string) => managed('elasticache', { size })
const failover = 'automatic'
const synchronous = { mode: 'synchronous', failover } as const

const rows: [name: string, store: Component, verdict: Word | undefined, line?: string][] = [
  ['nothing is said', redis('r', { managedBy: managed('elasticache') }), undefined],
  [
    'zones of its region',
    postgres('p', { managedBy: rds({ region, zones: [a, b] }) }),
    'kept',
    `${a}, ${b} are zones of ${region}, where rds stands`,
  ],
  [
    'a zone of another',
    postgres('p', { managedBy: rds({ region, zones: [a, 'eu-west-3b'] }) }),
    'broken',
    `eu-west-3b is no zone of ${region}, where rds stands`,
  ],
  ['zones whose names say no region', postgres('p', { managedBy: rds({ region, zones: ['a', 'b'] }) }), undefined],
  [
    'brokers that zones share evenly',
    kafka('k', { managedBy: msk(['a', 'b', 'c']), members: 6 }),
    'kept',
    'msk takes as many in each zone, and 6 in 3 zones are asked for',
  ],
  [
    'brokers that they do not',
    kafka('k', { managedBy: msk(['a', 'b', 'c']), members: 4 }),
    'broken',
    'msk takes as many in each zone, and 4 in 3 zones are asked for',
  ],
  [
    'one zone alone',
    kafka('k', { managedBy: msk(['a']) }),
    'broken',
    'msk takes two zones or three, and 1 is asked for',
  ],
  [
    'an even number of voters',
    mongodb('m', { managedBy: atlas(), members: 4 }),
    'broken',
    'atlas-mongodb takes an odd number of them, three at least, and 4 in 3 zones are asked for',
  ],
  [
    'a majority without one zone',
    mongodb('m', { managedBy: atlas(), members: 3 }),
    'kept',
    'the 3 members of m stand in 3 zones: without one of them 2 may be left, enough for the 2 that a write needs',
  ],
  [
    'none without one of two',
    mongodb('m', { managedBy: atlas(['a', 'b']), members: 3 }),
    'broken',
    'the 3 members of m stand in 2 zones: without one of them 1 may be left, too few for the 2 that a write needs',
  ],
  [
    'copies in step without one zone',
    kafka('k', { managedBy: msk(['a', 'b', 'c']), members: 3, copies: 3, minInSync: 2 }),
    'kept',
    'the 3 copies of k stand in 3 zones: without one of them 2 may be left, enough for the 2 that a write needs',
  ],
  [
    'not in two zones',
    kafka('k', { managedBy: msk(['a', 'b']), members: 4, copies: 3, minInSync: 2 }),
    'broken',
    'the 3 copies of k stand in 2 zones: without one of them 1 may be left, too few for the 2 that a write needs',
  ],
  [
    'two standbys in three zones',
    postgres('p', { managedBy: rds({ region, zones: [a, b, c] }), followers: 2, replication: synchronous }),
    'kept',
    '2 synchronous followers of rds and their primary stand in 3 zones',
  ],
  [
    'two standbys in two',
    postgres('p', { managedBy: rds({ region, zones: [a, b] }), followers: 2, replication: synchronous }),
    'broken',
    '2 synchronous followers of rds and their primary stand in 3 zones, and 2 are said',
  ],
  [
    'three standbys',
    postgres('p', { managedBy: rds({}), followers: 3, replication: synchronous }),
    'broken',
    'rds has one synchronous follower or two, and 3 are asked for',
  ],
  [
    'a replica that takes over by itself',
    postgres('p', { managedBy: rds({}), followers: 1, replication: { failover } }),
    'broken',
    'rds makes no follower the primary by itself that follows it asynchronously',
  ],
  [
    'one that people promote',
    postgres('p', { managedBy: rds({}), followers: 1, replication: { failover: 'manual' } }),
    undefined,
  ],
  [
    'a machine of another service',
    redis('r', { managedBy: cache('db.r6g.large') }),
    'broken',
    'machines of elasticache are called cache.…, and db.r6g.large is asked for',
  ],
  [
    'keys that a machine holds',
    redis('r', { managedBy: cache('cache.r6g.large'), mode: 'cluster', members: 6, shards: 3, memory: '60Gi' }),
    'kept',
    'each of 6 members holds 10Gi, and cache.r6g.large has 13.1Gi',
  ],
  [
    'more than it holds',
    redis('r', { managedBy: cache('cache.r6g.large'), mode: 'cluster', members: 3, memory: '60Gi' }),
    'broken',
    'each of 3 members holds 20Gi, and cache.r6g.large has 13.1Gi alone',
  ],
  [
    'a machine that no table has',
    redis('r', { managedBy: cache('cache.z9.large'), mode: 'cluster', members: 3, memory: '60Gi' }),
    'unknown',
    'each of 3 members holds 20Gi, and nobody says how much memory cache.z9.large has',
  ],
  [
    'parts of one and of two',
    redis('r', { managedBy: managed('elasticache'), mode: 'cluster', members: 7, shards: 3 }),
    'broken',
    'elasticache has as many members in each part, and 7 are asked for in 3',
  ],
  [
    'pairs, and what of their memory is keys',
    redis('r', { managedBy: managed('elasticache'), mode: 'cluster', members: 6, shards: 'pairs', memory: '6Gi' }),
    'kept',
    '6 members are 3 parts of 2: of what all may hold, 3Gi are keys, each held by 2',
  ],
  [
    'a version that it has',
    mongodb('m', { managedBy: managed('atlas-mongodb'), version: '8.0.4' }),
    'kept',
    'atlas-mongodb has version 8.0.4',
  ],
  [
    'a version that no table has',
    mongodb('m', { managedBy: managed('atlas-mongodb'), version: '3.2' }),
    'unknown',
    'of atlas-mongodb the versions 7.0, 8.0 are known, and 3.2 is asked for',
  ],
]

for (const [name, store, verdict, line] of rows)
  test(`offered: ${name}`, () => {
    const found = verdictOn(store)
    assert.equal(found?.verdict, verdict)
    if (found) assert.ok(linesOf(found).includes(line ?? ''), linesOf(found).join('\n'))
  })
