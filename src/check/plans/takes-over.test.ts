import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostgresOptions } from '../../platform/component/postgres.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { type EnvironmentOptions, environment } from '../../platform/language/environment.ts'
import { loss } from '../../platform/language/failure.ts'
import { managed } from '../../platform/language/managed.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { scenario } from '../../platform/language/scenario.ts'
import type { ServiceName, Step } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { takesOver } from './takes-over.ts'

const one = (does: Step['does'], takes?: Step['takes']) =>
  step(`${does}`, { actor: 'person', does, ...(takes && { takes }) })

const replicas: [
  name: string,
  service: ServiceName,
  steps: readonly Step[],
  verdict: Word,
  lines: readonly string[],
][] = [
  [
    'nobody does anything',
    'rds',
    [],
    'broken',
    [
      'no step promotes the replica of ledger-db, and rds promotes none in another region by itself',
      'no step leads clients to the promoted ledger-db, which rds gives another name',
      'nobody says when the promoted ledger-db has a follower again',
    ],
  ],
  [
    'a service of which nothing is known',
    'cloud-sql',
    [],
    'unknown',
    [
      'no step promotes the replica of ledger-db',
      'no step leads clients to the promoted ledger-db',
      'nobody says when the promoted ledger-db has a follower again',
    ],
  ],
  [
    'it is promoted, and nobody finds it',
    'rds',
    [one('promote'), one('follow')],
    'broken',
    ['no step leads clients to the promoted ledger-db, which rds gives another name'],
  ],
  [
    'all of it',
    'rds',
    [one('promote'), one('configure'), one('follow')],
    'kept',
    [
      'the replica of ledger-db is promoted by promote',
      'clients find the promoted ledger-db by configure',
      'follow gives the promoted ledger-db a follower',
    ],
  ],
]

for (const [name, service, steps, verdict, lines] of replicas) {
  test(`takes-over: a replica, ${name}`, () => {
    const ledgerDb: PostgresOptions = {
      volume: undefined,
      managedBy: managed(service, { region: 'a' }),
      replicatesTo: [{ region: 'b', lag: '1m' }],
    }
    const found = asked({ ledgerDb, plans: plansOf(steps) })
    assert.deepEqual(found, [['takes-over/live/ledger-db', verdict, lines]])
  })
}

test('takes-over: what takes writes in both regions is promoted by nobody', () => {
  const ledgerDb: PostgresOptions = {
    volume: undefined,
    managedBy: managed('rds', { region: 'a' }),
    replicatesTo: [{ region: 'b', lag: '1m', takes: 'writes' }],
  }
  assert.deepEqual(asked({ ledgerDb, plans: plansOf([]) }), [])
})

const standbys: [
  name: string,
  said: Partial<EnvironmentOptions>,
  steps: readonly Step[],
  verdict: Word,
  lines: readonly string[],
][] = [
  ['as large', { standby: 'hot' }, [], 'kept', ['spare runs all of it']],
  [
    'warm, and nobody says how much',
    { standby: 'warm' },
    [],
    'unknown',
    ['nobody says how much of spare stands by, and no step brings it to full size'],
  ],
  [
    'half of it, for ever',
    { standby: 'warm', standbyAt: '50%' },
    [],
    'broken',
    ['50% of spare stands by, and no step brings it to full size'],
  ],
  [
    'half of it, in a time that nobody says',
    { standby: 'warm', standbyAt: '50%' },
    [one('scale')],
    'unknown',
    ['50% of spare stands by, and scale brings it to full size in a time that nobody says'],
  ],
  [
    'half of it, and soon all',
    { standby: 'warm', standbyAt: '50%' },
    [one('scale', '10m')],
    'kept',
    ['spare runs all of it', '50% of spare stands by, and scale brings it to full size'],
  ],
  [
    'nothing of it, and soon all',
    { standby: 'cold' },
    [one('deploy', '1h')],
    'kept',
    ['spare runs all of it', 'nothing of spare stands by, and deploy brings it to full size'],
  ],
]

const yard = cluster('yard', { kubernetes: '1.34', nodes: [] })

for (const [name, said, steps, verdict, lines] of standbys) {
  test(`takes-over: a standby, ${name}`, () => {
    const environments: ShopOptions['environments'] = ({ live }) => [
      environment('spare', { on: yard, namespace: 'spare', like: live, standbyOf: live, ...said }),
    ]
    const promises: ShopOptions['promises'] = ({ live }) => [promise.recovers(live, { within: '1h' })]
    assert.deepEqual(asked({ environments, promises, plans: plansOf(steps) }), [
      ['takes-over/live/spare', verdict, lines],
    ])
  })
}

const partial: [name: string, steps: readonly Step[], isWhole: boolean, found: string[]][] = [
  ['lacks what has to run', [], true, ['broken spare does not run orders']],
  ['is brought what has to run', [one('deploy')], true, ['kept spare does not run orders, which deploy brings']],
  ['is there for a store alone', [], false, []],
]

for (const [name, steps, isWhole, expected] of partial) {
  test(`takes-over: a standby ${name}`, () => {
    const found = asked({
      environments: ({ live, orders }) => [
        environment('spare', { on: yard, namespace: 'spare', like: live, without: [orders], standbyOf: live }),
      ],
      promises: ({ live, ledgerDb }) =>
        isWhole
          ? [promise.recovers(live, { within: '1h' })]
          : [promise.recovers(ledgerDb, { in: live, from: loss.cluster, within: '1h' })],
      plans: plansOf(steps),
    })
    assert.deepEqual(
      found.map(([, verdict, lines]) => [verdict, ...lines].join(' ')),
      expected,
    )
  })
}

test('takes-over: nothing is asked where nothing stands elsewhere, and nobody is led there', () => {
  assert.deepEqual(asked({}), [])
  const ledgerDb: PostgresOptions = { volume: undefined, managedBy: managed('rds'), replicatesTo: [{ region: 'b' }] }
  assert.deepEqual(asked({ ledgerDb, live: { purpose: 'test' } }), [])
})

function plansOf(steps: readonly Step[]): ShopOptions['plans'] {
  if (steps.length === 0) return undefined
  const by = procedure('away', { steps })
  return ({ live }) => ({ scenarios: [scenario('away', { of: loss.region, in: live, by })] })
}

function asked({
  plans,
  ...options
}: ShopOptions): readonly (readonly [id: string, verdict: Word, lines: readonly string[]])[] {
  const world = sampleWorld({ ...options, ...(plans && { plans }) })
  return verdictsOf(takesOver, world).map((verdict) => [verdict.id, verdict.verdict, linesOf(verdict)])
}
