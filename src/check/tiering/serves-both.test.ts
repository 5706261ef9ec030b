import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postgres } from '../../platform/component/postgres.ts'
import { redis } from '../../platform/component/redis.ts'
import type { Component } from '../../platform/component.ts'
import { content } from '../../platform/language/content.ts'
import { managed } from '../../platform/language/managed.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { followed, otherBeside, promotesLedger } from '../sample-beside.ts'
import { judgedTiers } from './sample-tiers.ts'
import { servesBoth } from './serves-both.ts'

const rowsOf = content('orders', { ofRecord: true })
const answers = content('answers', { use: 'queries' })

const rows: [name: string, store: Component | undefined, says: string][] = [
  ['no store', undefined, 'kept serves-both/trial/live: no store stands in both trial and live'],
  [
    'a store of its own in each',
    postgres('orders-db', { holds: [rowsOf] }),
    'broken serves-both/trial/live: trial and live each have their own orders-db (trial is declared like live), and nothing is said to bring rows from one to the other',
  ],
  [
    'one that follows the other',
    postgres('orders-db', { holds: [rowsOf], replicatesTo: [{ region: 'south' }] }),
    'broken serves-both/trial/live: orders-db of one of trial and live follows the other in south: it takes no writes there until it is promoted',
  ],
  [
    'one that hands writes on to the first',
    postgres('orders-db', {
      holds: [rowsOf],
      managedBy: managed('rds', { region: 'north' }),
      replicatesTo: [{ region: 'south', takes: 'reads' }],
    }),
    'assumed serves-both/trial/live: orders-db of trial and live is one, of which the replica in south hands writes on to the first place',
  ],
  [
    'one that takes writes in both',
    postgres('orders-db', { holds: [rowsOf], replicatesTo: [{ region: 'south', takes: 'writes' }] }),
    'assumed serves-both/trial/live: orders-db of trial and live is one, of which the replica in south takes writes too',
  ],
  [
    'what is made again',
    redis('answers', { holds: [answers] }),
    'kept serves-both/trial/live: what lies in answers is made again from elsewhere',
  ],
  [
    'nobody says what lies there',
    redis('cache', {}),
    'unknown serves-both/trial/live: trial and live each have their own cache (trial is declared like live), and nobody says what it holds, or what brings that from one to the other',
  ],
]

for (const [name, store, says] of rows) {
  test(`serves-both: ${name}`, () => {
    assert.deepEqual(
      judgedTiers(servesBoth, () => [], { active: true, live: { runs: store ? [store] : [] } }),
      [says],
    )
  })
}

test('serves-both: asked only of what serves beside another', () => {
  assert.deepEqual(
    judgedTiers(servesBoth, () => [], { live: { runs: [postgres('orders-db', {})] } }),
    [],
  )
})

test('serves-both: one that follows, and is to be promoted when a region is gone', () => {
  const world = sampleWorld({ ledgerDb: followed, environments: otherBeside, plans: promotesLedger })
  const [found] = verdictsOf(servesBoth, world)
  assert.equal(found?.verdict, 'broken')
  assert.deepEqual(found && linesOf(found), [
    'ledger-db has one member that takes writes, and one that follows it is to be promoted: the other of other and live takes none until then',
  ])
})
