// Promises that a whole comes back, one part of it, or the names that lead to it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectStore } from '../../platform/component/object-store.ts'
import type { PostgresOptions } from '../../platform/component/postgres.ts'
import { redis } from '../../platform/component/redis.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { content } from '../../platform/language/content.ts'
import { type DnsFailoverOptions, dnsFailover } from '../../platform/language/dns-failover.ts'
import { drill } from '../../platform/language/drill.ts'
import { environment } from '../../platform/language/environment.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import { managed } from '../../platform/language/managed.ts'
import { outside } from '../../platform/language/place.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { scenario } from '../../platform/language/scenario.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { recovers } from './recovers.ts'

const restore = procedure('restore', {
  steps: [step('bring it back', { actor: 'person', does: 'restore', takes: '90m' })],
})
const unsaid = procedure('by hand', { steps: [step('bring it back', { actor: 'person', does: 'restore' })] })

type Row = [
  name: string,
  promises: (shop: Shop) => readonly PlatformPromise[],
  more: Partial<ShopOptions>,
  id: string,
  verdict: Word,
  lines: readonly string[],
]

const whole = ({ live }: Shop) => [promise.recovers(live, { within: '1h' })]
const prepared = (takes: '30m' | '2h' | undefined, by = unsaid): Partial<ShopOptions> => ({
  plans: ({ live }) => ({
    scenarios: [scenario('wrong rows', { of: corruption, in: live, by, ...(takes && { takes }) })],
  }),
})

const rows: Row[] = [
  [
    'nobody says what is done',
    whole,
    {},
    'any-failure/live',
    'unknown',
    ['nobody says what is done to bring live back, so 1h is not shown'],
  ],
  [
    'less than the time that it takes',
    ({ live }) => [promise.recovers(live, { within: '2h', strictly: true })],
    prepared('2h'),
    'any-failure/live',
    'broken',
    ['wrong rows takes 2h, and less than 2h is promised'],
  ],
  [
    'as much as it takes',
    ({ live }) => [promise.recovers(live, { within: '2h' })],
    prepared('2h'),
    'any-failure/live',
    'assumed',
    ['wrong rows takes 2h, within 2h'],
  ],
  [
    'a part that is promised in as much',
    ({ live, orders }) => [
      promise.recovers(live, { within: '1h', strictly: true }),
      promise.recovers(orders, { in: live, within: '1h' }),
    ],
    prepared('30m'),
    'any-failure/live',
    'broken',
    ['orders is promised back within 1h, and less than 1h is the most'],
  ],
  [
    'a part that is promised in less, too',
    ({ live, orders }) => [
      promise.recovers(live, { within: '1h', strictly: true }),
      promise.recovers(orders, { in: live, within: '1h', strictly: true }),
    ],
    prepared('30m'),
    'any-failure/live',
    'assumed',
    ['orders is promised back within less than 1h', 'wrong rows takes 30m, within less than 1h'],
  ],
  [
    'its parts are promised, and nothing between them',
    ({ live, ledgerDb, orders }) => [
      promise.recovers(live, { within: '1h' }),
      promise.recovers(ledgerDb, { in: live, from: loss.region, within: '15m' }),
      promise.recovers(orders, { in: live, from: loss.region, within: '5m' }),
    ],
    {},
    'any-failure/live',
    'unknown',
    [
      'what is promised of its parts comes to 20m, one after the other; of the 1h 40m is left to what nobody lists: who notices, who decides, what is brought to full size and looked at',
    ],
  ],
  [
    'a part that is back later than the whole',
    ({ live }) => [
      promise.recovers(live, { within: '1h' }),
      promise.recovers(live, { part: 'infrastructure', within: '2h' }),
    ],
    prepared('30m'),
    'any-failure/live',
    'broken',
    ['the infrastructure of live is promised back within 2h, and 1h is the most'],
  ],
  [
    'a part that may lose more, and of which nobody says when it is back',
    ({ live, ledgerDb }) => [
      promise.recovers(live, { within: '1h', losing: '5m' }),
      promise.recovers(ledgerDb, { in: live, from: loss.region, losing: '15m' }),
    ],
    prepared('30m'),
    'any-failure/live',
    'broken',
    [
      'ledger-db is promised to lose at most 15m, and 5m is the most; nobody says when ledger-db is back, which is needed within 1h',
    ],
  ],
  [
    'a part that may lose more of what is made again',
    ({ live, ledgerDb }) => [
      promise.recovers(live, { within: '1h', losing: '5m' }),
      promise.recovers(ledgerDb, { in: live, from: loss.region, within: '1h', losing: '15m' }),
    ],
    { ...prepared('30m'), ledgerDb: { holds: [content('answers', { ofRecord: false })] } },
    'any-failure/live',
    'assumed',
    ['ledger-db is promised back within 1h, with at most 15m lost', 'wrong rows takes 30m, within 1h'],
  ],
  [
    'what is prepared takes less',
    whole,
    prepared('30m'),
    'any-failure/live',
    'assumed',
    ['wrong rows takes 30m, within 1h'],
  ],
  [
    'what is prepared takes more',
    whole,
    prepared('2h'),
    'any-failure/live',
    'broken',
    ['wrong rows takes 2h, and 1h is promised'],
  ],
  [
    'its steps take more',
    whole,
    prepared(undefined, restore),
    'any-failure/live',
    'broken',
    ['wrong rows takes 90m, and 1h is promised'],
  ],
  [
    'its steps say no time',
    whole,
    prepared(undefined),
    'any-failure/live',
    'unknown',
    ['wrong rows takes a time that nobody says: nobody says how long bring it back takes, so 1h is not shown'],
  ],
  [
    'another failure than the one that is promised',
    ({ live }) => [promise.recovers(live, { from: loss.region, within: '1h' })],
    prepared('2h'),
    'loss-of-a-region/live',
    'unknown',
    ['nobody says what is done to bring live back, so 1h is not shown'],
  ],
  [
    'a procedure of its own',
    ({ live }) => [promise.recovers(live, { part: 'application', within: '1h', by: restore })],
    {},
    'any-failure/application',
    'broken',
    ['restore takes 90m, and 1h is promised'],
  ],
  [
    'a part of which nobody says how',
    ({ live }) => [promise.recovers(live, { part: 'application', within: '1h' })],
    {},
    'any-failure/application',
    'unknown',
    ['no procedure says how the application of live comes back, and 1h is promised'],
  ],
]

for (const [name, promises, more, id, verdict, lines] of rows) {
  test(`recovers: ${name}`, () => {
    const options = { ...more, promises }
    const found = verdictsOf(recovers, sampleWorld(options)).find((one) => one.id === `recovers/live/${id}`)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
    for (const assumption of found?.assumes ?? []) {
      const denied = verdictsOf(recovers, sampleWorld(options, { denied: [assumption.id] }))
      assert.equal(denied.find((one) => one.id === found?.id)?.verdict, 'broken', assumption.id)
    }
  })
}

const spare = environment('spare', { on: cluster('yard', { kubernetes: '1.34', nodes: [] }), namespace: 'spare' })
const ttls: [name: string, said: Partial<DnsFailoverOptions>, verdict: Word, line: string][] = [
  [
    'soon enough',
    { checks: { every: '30s', failures: 3 }, ttl: '60s' },
    'kept',
    'name leads elsewhere after 30s × 3 + 60s = 2m30s at worst, within 5m',
  ],
  [
    'a long TTL',
    { checks: { every: '30s', failures: 3 }, ttl: '300s' },
    'broken',
    'name leads elsewhere after 30s × 3 + 5m = 6m30s at worst, and 5m is promised',
  ],
  [
    'nobody says the TTL',
    { checks: { every: '30s', failures: 3 } },
    'unknown',
    'name leads elsewhere after checks and TTL, 30s × 3 + ?: nobody says the TTL, so 5m is not shown',
  ],
]

for (const [name, said, verdict, line] of ttls) {
  test(`recovers names: ${name}`, () => {
    const options: ShopOptions = {
      environments: () => [spare],
      promises: ({ live }) => [
        promise.recovers(dnsFailover('name', { from: live, to: spare, ...said }), { within: '5m' }),
      ],
    }
    const [found] = verdictsOf(recovers, sampleWorld(options))
    assert.deepEqual([found?.id, found?.verdict], ['recovers/live/any-failure/name', verdict])
    assert.deepEqual(found && linesOf(found), [line])
  })
}

const kept: [name: string, ledgerDb: PostgresOptions, wrong: [Word, string], gone: [Word, string]][] = [
  [
    'nothing at all',
    {},
    ['broken', 'the rows of ledger-db are lost for good, and at most 15m may be lost'],
    ['broken', 'the rows of ledger-db are lost for good, and at most 15m may be lost'],
  ],
  [
    'a replica elsewhere is no backup',
    { managedBy: managed('rds', { region: 'a' }), replicatesTo: [{ region: 'b', lag: '1m' }] },
    ['broken', 'the rows of ledger-db are lost for good, and at most 15m may be lost'],
    ['kept', 'the replica in b has the rows of ledger-db, but for 0s to 60s, and at most 15m may be lost'],
  ],
  [
    'a replica of which nobody says how far it is behind',
    { managedBy: managed('rds', { region: 'a', restoresBack: '7d' }), replicatesTo: [{ region: 'b' }] },
    ['kept', 'the rows of ledger-db come back from what rds keeps, but for 0s to 5m, and at most 15m may be lost'],
    [
      'unknown',
      'the replica in b has the rows of ledger-db, but for a time that nobody says, and at most 15m may be lost',
    ],
  ],
  [
    'a replica in the same region',
    { managedBy: managed('rds', { region: 'a' }), replicatesTo: [{ region: 'a', lag: '1m' }] },
    ['broken', 'the rows of ledger-db are lost for good, and at most 15m may be lost'],
    ['broken', 'the rows of ledger-db are lost for good, and at most 15m may be lost'],
  ],
  [
    'a replica that is further behind',
    { managedBy: managed('rds', { region: 'a', restoresBack: '7d' }), replicatesTo: [{ region: 'b', lag: '1h' }] },
    ['kept', 'the rows of ledger-db come back from what rds keeps, but for 0s to 5m, and at most 15m may be lost'],
    ['broken', 'the replica in b has the rows of ledger-db, but for 0s to 1h, and at most 15m may be lost'],
  ],
  [
    'copies too far apart',
    { managedBy: managed('rds'), backups: [{ how: 'snapshot', every: '1h', takes: '5m', to: outside('elsewhere') }] },
    ['broken', 'the rows of ledger-db come back from ledger-db-backup, but for 65m, and at most 15m may be lost'],
    ['broken', 'the rows of ledger-db come back from ledger-db-backup, but for 65m, and at most 15m may be lost'],
  ],
  [
    'copies too far apart, that lie nobody says where',
    { managedBy: managed('rds'), backups: [{ how: 'snapshot', every: '1h' }] },
    [
      'broken',
      'the rows of ledger-db come back from ledger-db-backup, but for more than 1h, and at most 15m may be lost',
    ],
    [
      'broken',
      'the rows of ledger-db come back, if ledger-db-backup is left, which nobody says, but for more than 1h, and at most 15m may be lost',
    ],
  ],
  [
    'copies close enough, that lie nobody says where',
    { managedBy: managed('rds'), backups: [{ how: 'snapshot', every: '5m', takes: '1m' }] },
    ['kept', 'the rows of ledger-db come back from ledger-db-backup, but for 6m, and at most 15m may be lost'],
    [
      'unknown',
      'the rows of ledger-db come back, if ledger-db-backup is left, which nobody says, but for 6m, and at most 15m may be lost',
    ],
  ],
  [
    'every write as it is made',
    { managedBy: managed('rds'), backups: [{ how: 'continuous', to: outside('elsewhere') }] },
    ['kept', 'the rows of ledger-db come back from ledger-db-backup, and at most 15m may be lost'],
    ['kept', 'the rows of ledger-db come back from ledger-db-backup, and at most 15m may be lost'],
  ],
  [
    'what is made again',
    { managedBy: managed('rds'), holds: [content('answers', { use: 'queries' })] },
    ['kept', 'what ledger-db holds is made again: nothing is written there first'],
    ['kept', 'what ledger-db holds is made again: nothing is written there first'],
  ],
]

for (const [name, ledgerDb, ...answers] of kept) {
  test(`recovers rows: ${name}`, () => {
    const world = sampleWorld({
      ledgerDb: { volume: undefined, ...ledgerDb },
      promises: ({ live }) => [promise.recovers(live, { losing: '15m' })],
      plans: ({ live }) => ({ scenarios: [scenario('away', { of: loss.region, in: live })] }),
    })
    const found = verdictsOf(recovers, world).filter(({ id }) => id.includes('ledger-db-after'))
    assert.deepEqual(
      found.map(({ id, verdict, because: [reason] }) => [id, verdict, reason?.says.line]),
      answers.map(([verdict, line], at) => [
        `recovers/live/any-failure/ledger-db-after-${at === 0 ? 'corruption' : 'loss-of-a-region'}`,
        verdict,
        line,
      ]),
    )
  })
}

test('recovers rows: a region is asked of who prepares for its loss, and every store by itself', () => {
  const of = (plans: ShopOptions['plans']) =>
    verdictsOf(
      recovers,
      sampleWorld({
        more: () => [redis('sessions', {}), objectStore('files', { versions: true })],
        promises: ({ live }) => [promise.recovers(live, { part: 'data', losing: '15m' })],
        ...(plans && { plans }),
      }),
    ).map(({ id, verdict }) => `${id.replace('recovers/live/any-failure/', '')} ${verdict}`)
  const wrong = ['files-after-corruption kept', 'ledger-db-after-corruption broken', 'sessions-after-corruption broken']
  assert.deepEqual(of(undefined), wrong)
  assert.equal(of(({ live }) => ({ scenarios: [scenario('away', { of: loss.region, in: live })] })).length, 6)
})

test('recovers rows: what is promised of a store and of its whole place are two promises', () => {
  const world = sampleWorld({
    ledgerDb: { volume: undefined, managedBy: managed('rds') },
    promises: ({ live, ledgerDb }) => [
      promise.recovers(ledgerDb, { in: live, losing: '5m' }),
      promise.recovers(live, { losing: '15m' }),
    ],
  })
  const ids = verdictsOf(recovers, world).map(({ id }) => id)
  assert.deepEqual(
    ids.filter((id) => id.includes('ledger-db-after')),
    [
      'recovers/live/any-failure/live/ledger-db-after-corruption',
      'recovers/live/any-failure/ledger-db-after-corruption',
    ],
  )
})

test('recovers: how often it is rehearsed is held against drills, and against what they take', () => {
  const said = (every: 'week' | 'year' | undefined) =>
    verdictsOf(
      recovers,
      sampleWorld({
        promises: ({ live }) => [
          promise.recovers(live, { part: 'application', within: '4h', tested: 'month' }),
          promise.availability({ in: live, atLeast: '99.9%' }),
        ],
        plans: ({ live }) => ({ drills: every ? [drill('again', { of: corruption, in: live, every })] : [] }),
      }),
    ).flatMap(({ because }) =>
      because.filter(({ rule }) => rule === 'tested').map(({ truth, says }) => [truth, says.line]),
    )
  assert.deepEqual(said('week'), [[true, 'the application of live is rehearsed every month']])
  assert.deepEqual(said('year'), [
    [false, 'the application of live is said to be rehearsed every month, and no drill comes as often'],
  ])
  assert.deepEqual(said(undefined), [
    [
      undefined,
      'nobody says where the application of live is rehearsed every month: in live itself it would leave 99.44% of the time, and 99.9% is promised',
    ],
  ])
})
