import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostgresOptions } from '../../platform/component/postgres.ts'
import { redis } from '../../platform/component/redis.ts'
import { chart, command } from '../../platform/language/chart.ts'
import { local } from '../../platform/language/cluster.ts'
import { delivery, wave } from '../../platform/language/delivery.ts'
import { environment } from '../../platform/language/environment.ts'
import { badRelease } from '../../platform/language/failure.ts'
import { pipeline, stage } from '../../platform/language/pipeline.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { rollout } from '../../platform/language/rollout.ts'
import { scenario } from '../../platform/language/scenario.ts'
import { blueGreen, canary, recreate, rolling } from '../../platform/language/strategy.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { askedOf, type Places } from './sample-plans.ts'
import { schemas } from './schemas.ts'

type Plans = (places: Places) => Partial<PlatformOptions>

const stepwise: PostgresOptions = { schema: 'expand-contract' }
const atOnce: PostgresOptions = { schema: 'at-once' }
const unsaid = 'nobody says whether a change of the tables of ledger-db fits the version before too'
const neverSaid = 'nobody says when the tables of ledger-db are changed'
const fits = 'the tables of ledger-db are expanded first and contracted last: the version before fits too'
const migrated = 'the tables of ledger-db are changed by promotion from trial to live'

// Of what runs live, orders calls ledger-db, and checkout does not.
const replacing =
  (by = rolling()): Plans =>
  ({ orders, trial, live, ledgerDb }) => ({
    rollouts: [rollout('services', { of: [orders], by })],
    promotions: [promotion({ from: trial, to: live, migrates: [ledgerDb] })],
  })

const staged =
  (...order: readonly ('migrate' | 'deploy')[]): Plans =>
  ({ live, ledgerDb }) => ({
    pipelines: [
      pipeline('main', {
        on: ['push'],
        stages: order.map((does, at) =>
          does === 'migrate'
            ? stage(`migrate ${at}`, { does: ['verify'], in: live, migrates: [ledgerDb] })
            : stage('deploy', { does: ['deploy'], in: live, by: [rolling()] }),
        ),
      }),
    ],
  })

const rows: [name: string, plans: Plans, ledgerDb: PostgresOptions, verdict: Word | undefined, lines: string[]][] = [
  ['nobody says how anything is replaced', () => ({}), {}, undefined, []],
  [
    'nobody says how tables change, or when',
    ({ orders }) => ({ rollouts: [rollout('services', { of: [orders], by: rolling() })] }),
    {},
    'unknown',
    [unsaid, neverSaid],
  ],
  ['in steps, before anything starts', replacing(), stepwise, 'assumed', [fits, migrated]],
  ['a share of the calls first', replacing(canary()), stepwise, 'assumed', [fits, migrated]],
  [
    'at once, with the set before beside it',
    replacing(blueGreen()),
    atOnce,
    'broken',
    ['the tables of ledger-db change at once, and two versions are at work on them', migrated],
  ],
  ['at once, while nothing runs', replacing(recreate()), atOnce, undefined, []],
  [
    'at once, and a version is taken back',
    ({ trial, live, ledgerDb }) => ({
      promotions: [promotion({ from: trial, to: live, rollback: 'manual', migrates: [ledgerDb] })],
    }),
    atOnce,
    'unknown',
    ['the tables of ledger-db change at once, and nobody says what changes them back', migrated],
  ],
  [
    'what takes over elsewhere is not taken back',
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, rollback: 'failover' })] }),
    {},
    undefined,
    [],
  ],
  [
    'what calls no store',
    ({ checkout }) => ({ rollouts: [rollout('web', { of: [checkout], by: rolling() })] }),
    {},
    undefined,
    [],
  ],
  ['a stage that migrates and then deploys', staged('migrate', 'deploy'), stepwise, 'assumed', [fits]],
  ['expanded before, contracted behind', staged('migrate', 'deploy', 'migrate'), stepwise, 'assumed', [fits]],
  [
    'a stage behind the one that deploys',
    staged('deploy', 'migrate'),
    stepwise,
    'broken',
    [fits, 'stage migrate 1 of main changes the tables of ledger-db, and deploy deploys what calls it before that'],
  ],
  [
    'a wave',
    ({ orders, live, ledgerDb }) => ({
      rollouts: [rollout('services', { of: [orders], by: rolling() })],
      deliveries: [
        delivery('git', { by: 'controller', applies: [live], waves: [wave('schema', { migrates: [ledgerDb] })] }),
      ],
    }),
    stepwise,
    'assumed',
    [fits, 'the tables of ledger-db are changed by wave schema of git'],
  ],
  [
    'a person',
    ({ orders, live, ledgerDb }) => ({
      rollouts: [rollout('services', { of: [orders], by: rolling() })],
      procedures: [
        procedure('release', {
          in: live,
          steps: [step('run migrations', { actor: 'person', does: 'migrate', of: [ledgerDb] })],
        }),
      ],
    }),
    stepwise,
    'assumed',
    [fits, 'the tables of ledger-db are changed by run migrations of release'],
  ],
]

for (const [name, plans, ledgerDb, verdict, lines] of rows) {
  test(`schemas: ${name}`, () => {
    const found = askedOf(schemas, plans, { ledgerDb }).find(({ environment }) => environment === 'live')
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    const told = found?.because.map(({ says }) => says.line) ?? []
    for (const line of lines) assert.ok(told.includes(line), told.join('\n'))
  })
}

test('schemas: each way back is told', () => {
  const [found] = askedOf(schemas, ({ trial, live, orders }) => ({
    promotions: [promotion({ from: trial, to: live, rollback: 'automatic' })],
    charts: [chart('shop', { deploys: [orders], commands: [command('helm rollback shop', { in: [live] })] })],
    pipelines: [
      pipeline('main', {
        on: ['push'],
        stages: [stage('look', { does: ['verify'], in: live, onFailure: 'rollback' })],
      }),
    ],
    procedures: [
      procedure('bad release', { in: live, steps: [step('take it back', { actor: 'person', does: 'rollback' })] }),
    ],
  }))
  assert.deepEqual(found?.because[0]?.says.rows, [
    ['promotion from trial to live', 'goes back: automatic'],
    ['stage look of main', 'goes back'],
    ['helm rollback shop', 'goes back'],
    ['bad release', 'take it back'],
  ])
})

test('schemas: a procedure that says no place goes back where it answers what happens', () => {
  const back = procedure('bad release', { steps: [step('take it back', { actor: 'person', does: 'rollback' })] })
  const rowsOf = (place: 'live' | 'trial') =>
    askedOf(schemas, (places) => ({
      procedures: [back],
      scenarios: [scenario('wrong', { of: badRelease, in: places[place], by: back })],
    })).find(({ environment }) => environment === 'live')?.because[0]?.says.rows
  assert.deepEqual(rowsOf('live'), [['bad release', 'take it back']])
  assert.deepEqual(rowsOf('trial'), undefined)
})

test('schemas: what is declared of changes, denied', () => {
  const world = (denied: readonly string[]) =>
    sampleWorld(
      {
        ledgerDb: stepwise,
        live: { purpose: 'production' },
        plans: ({ orders }) => ({ rollouts: [rollout('services', { of: [orders], by: rolling() })] }),
      },
      { denied },
    )
  assert.equal(verdictsOf(schemas, world(['schema/ledger-db']))[0]?.verdict, 'broken')
})

const silent: [name: string, more: ShopOptions][] = [
  ['where it is not live', { live: { purpose: 'staging' } }],
  ['on machines without Kubernetes', { live: { on: local('machines') } }],
  ['of keys and values', { orders: { calls: [redis('keys')] }, more: () => [redis('keys')] }],
]

for (const [name, more] of silent)
  test(`schemas: nothing is asked ${name}`, () => {
    const plans: Plans = ({ orders }) => ({ rollouts: [rollout('services', { of: [orders], by: rolling() })] })
    assert.deepEqual(askedOf(schemas, plans, more), [])
  })

test('schemas: what serves beside it gets the tables with the rows', () => {
  const world = sampleWorld({
    ledgerDb: stepwise,
    live: { purpose: 'production' },
    environments: ({ harbour, live, orders, ledgerDb }) => [
      environment('beside', {
        ...{ on: harbour, namespace: 'beside', purpose: 'production' },
        ...{ activeWith: live, runs: [orders, ledgerDb] },
      }),
    ],
    plans: ({ orders }) => ({ rollouts: [rollout('services', { of: [orders], by: rolling() })] }),
  })
  assert.deepEqual(
    verdictsOf(schemas, world).map(({ id, verdict }) => [id, verdict]),
    [
      ['schemas/beside/ledger-db', 'assumed'],
      ['schemas/live/ledger-db', 'unknown'],
    ],
  )
})
