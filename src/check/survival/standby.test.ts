import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostgresOptions, postgres } from '../../platform/component/postgres.ts'
import { bucket } from '../../platform/language/bucket.ts'
import { type ClusterOptions, cluster } from '../../platform/language/cluster.ts'
import { type EnvironmentOptions, environment } from '../../platform/language/environment.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { sized } from '../../platform/language/sized.ts'
import type { Step } from '../../platform/model.ts'
import { recovers } from '../recovery/recovers.ts'
import { linesOf, machine, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { survives } from './survives.ts'

const copies = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
const operatedBy = cloudNativePg({ archive: { to: copies, every: '5m', takes: '30s' } })
const apart = { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } as const
const ledger: PostgresOptions = {
  members: 2,
  replication: { mode: 'asynchronous', failover: 'automatic' },
  place: apart,
  version: '17.2',
  names: { 'ledger-db-main': 'primary' },
  operatedBy,
  backups: [{ by: 'base backup', every: '6h', takes: '10m', to: copies }],
}

const promote: Step[] = [
  step('decide', { does: 'decide', actor: 'person', takes: '10m' }),
  step('promote', { does: 'promote', actor: 'person', takes: '5m' }),
]

interface Case {
  readonly cluster?: Partial<ClusterOptions>
  readonly standby?: Partial<EnvironmentOptions>
  readonly there?: PostgresOptions
  readonly steps?: readonly Step[]
  readonly losing?: '6m' | '5m' | 'nothing'
  readonly keeps?: 'ledgerDb' | 'orders'
}

const rows: [name: string, of: Case, Word, line: RegExp][] = [
  [
    'it has the rows, a place, the names and somebody who promotes it',
    {},
    'assumed',
    /ledger-db in standby on island has the rows of ledger-db, but for 5m30s, and at most 6m/,
  ],
  [
    'the archive is as far behind as it may be',
    { losing: '5m' },
    'broken',
    /but for 5m30s, and at most 5m may be lost/,
  ],
  [
    'in the same data centre',
    { cluster: { nodes: [machine('i1', 'east'), machine('i2', 'north')] } },
    'broken',
    /which is in east too: one loss takes both/,
  ],
  [
    'nobody says where it stands',
    { cluster: { nodes: [machine('i1', 'north'), machine('i2', 'north', { zone: undefined })] } },
    'unknown',
    /nobody says the zones of all nodes/,
  ],
  [
    'one node for two that stand apart',
    { cluster: { nodes: [machine('i1', 'north')] } },
    'broken',
    /island has no place for all 2 pods of ledger-db once standby takes over/,
  ],
  [
    'another major version',
    { there: { version: '16.8' } },
    'broken',
    /PostgreSQL 17.2, and 16.8 in standby: another major version cannot replay its log/,
  ],
  ['another minor version', { there: { version: '17.4' } }, 'assumed', /is PostgreSQL 17.4 in standby as well/],
  [
    'pods of half the size',
    { there: { requests: { cpu: '125m', memory: '256Mi' } } },
    'broken',
    /a pod of ledger-db is smaller in standby/,
  ],
  [
    'a volume of half the size',
    { there: { volume: { size: '5Gi' } } },
    'broken',
    /a pod of ledger-db is smaller in standby/,
  ],
  [
    'other names',
    { there: { names: { 'ledger-db-second': 'primary' } } },
    'broken',
    /callers find no ledger-db-main in standby/,
  ],
  [
    'run by hand it follows nothing',
    { there: { operatedBy: undefined, backups: [], members: 1, replication: undefined } },
    'broken',
    /ledger-db in standby follows nothing: it has none of the rows/,
  ],
  [
    'nobody promotes it',
    { steps: promote.slice(0, 1) },
    'broken',
    /no step of takeover promotes ledger-db: what follows takes no writes by itself/,
  ],
  [
    'too slowly',
    { steps: [...promote, step('check', { actor: 'person', takes: '20m' })] },
    'broken',
    /takeover takes 35m, and 20m is promised/,
  ],
  ['by no procedure', { steps: [] }, 'unknown', /no procedure says how callers come to ledger-db on standby/],
  ['what is not there takes nothing over', { keeps: 'orders' }, 'broken', /standby on island does not run orders/],
]

for (const [name, of, word, line] of rows) {
  test(`survives the loss of a cluster, by one on standby: ${name}`, () => {
    const [found] = verdictsOf(survives, worldFor(of))
    assert.ok(found)
    assert.match(linesOf(found).join('\n'), line)
    assert.equal(found.verdict, word)
  })
}

test('survives the loss of a cluster, by one on standby: without what it rests on it is not kept', () => {
  const [found] = verdictsOf(survives, worldFor({}))
  assert.deepEqual(
    found?.assumes.map(({ id }) => id),
    [
      'follows/standby/ledger-db',
      'made/harbour/cloudnative-pg',
      'made/island/cloudnative-pg',
      'takes/live/ledger-db/write-ahead log',
      'takes/takeover/decide',
      'takes/takeover/promote',
    ],
  )
  for (const { id } of found?.assumes ?? []) {
    const [denied] = verdictsOf(survives, worldFor({}, [id]))
    assert.notEqual(denied?.verdict, 'assumed', id)
  }
})

test('what follows is no backup: wrong rows come back from a copy alone', () => {
  const [after] = verdictsOf(recovers, worldFor({}))
  assert.ok(after)
  assert.match(linesOf(after).join('\n'), /the rows of ledger-db come back from write-ahead log/)
  assert.deepEqual(
    after.because.flatMap(({ says }) => says.rows ?? []).find(([label]) => label === 'ledger-db in standby'),
    ['ledger-db in standby', 'lost: it holds the same wrong rows'],
  )
})

function worldFor(
  { cluster: island, standby, there, steps = promote, losing = '6m', keeps = 'ledgerDb' }: Case,
  denied: readonly string[] = [],
) {
  const options: ShopOptions = {
    ledgerDb: ledger,
    environments: ({ live, ledgerDb }) => [
      environment('standby', {
        on: cluster('island', {
          kubernetes: '1.34',
          nodes: [machine('i1', 'north'), machine('i2', 'north')],
          storage: { disk: { bound: 'node', default: true } },
          ...island,
        }),
        namespace: 'shop',
        standbyOf: live,
        runs: [ledgerDb],
        sized: [sized(ledgerDb as ReturnType<typeof postgres>, { members: 1, replication: undefined, ...there })],
        ...standby,
      }),
    ],
    promises: (shop) => [
      promise.survives(loss.cluster, {
        in: shop.live,
        keeps: [shop[keeps]],
        within: '20m',
        losing,
        ...(steps.length > 0 && { by: procedure('takeover', { steps }) }),
      }),
      promise.recovers(shop.ledgerDb, { in: shop.live, from: corruption, losing: '1m' }),
    ],
  }
  return sampleWorld(options, { denied })
}
