import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postgres } from '../../platform/component/postgres.ts'
import { service } from '../../platform/component/service.ts'
import { call } from '../../platform/language/call.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { platform } from '../../platform/language/platform.ts'
import { linesOf, machine, sampleWorld, verdictsOf } from '../sample.ts'
import { connections } from './connections.ts'

interface Said {
  readonly pool?: number
  readonly most?: number
  readonly takes?: number
  readonly members?: number
}

function worldWith({ pool, most, takes, members = 1 }: Said) {
  const harbour = cluster('harbour', { kubernetes: '1.34', nodes: [machine('n1', 'east')] })
  const replication = { mode: 'asynchronous', failover: 'manual' } as const
  const db = postgres('db', {
    members,
    ...(members > 1 && { replication }),
    ...(takes !== undefined && { connections: takes }),
  })
  const api = service('api', {
    replicas: 2,
    calls: [pool === undefined ? db : call(db, { connections: pool })],
    ...(most !== undefined && { scales: { from: 2, to: most, on: [{ cpu: '70%' }] } }),
  })
  const live = environment('live', { on: harbour, namespace: 'shop', runs: [api, db] })
  return sampleWorld(platform('shop', { environments: [live] }))
}

const rows: [says: string, said: Said, verdict: string | undefined, line?: string][] = [
  ['as many as it takes', { pool: 10, most: 10, takes: 100 }, 'kept', '100 connections are held at most; db takes 100'],
  [
    'one pod too many',
    { pool: 10, most: 11, takes: 100 },
    'broken',
    '110 connections are held at most, and db takes 100',
  ],
  [
    'as many pods as there are, without an autoscaler',
    { pool: 51, takes: 100 },
    'broken',
    '102 connections are held at most, and db takes 100',
  ],
  [
    'members that may share them',
    { pool: 10, most: 11, takes: 100, members: 3 },
    'unknown',
    '110 connections are held at most, and db takes 100 by member, of 3: enough only if they spread over its members',
  ],
  [
    'more than all members take',
    { pool: 10, most: 31, takes: 100, members: 3 },
    'broken',
    '310 connections are held at most, and db takes 100 by member, of 3',
  ],
  ['nobody says the pools', { most: 11, takes: 100 }, undefined],
  ['nobody says what it takes', { pool: 10, most: 11 }, undefined],
]
for (const [says, said, verdict, line] of rows) {
  test(`connections: ${says}`, () => {
    const [found] = verdictsOf(connections, worldWith(said))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}
