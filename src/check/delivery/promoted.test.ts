import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branch } from '../../platform/language/branch.ts'
import { cluster, local } from '../../platform/language/cluster.ts'
import { delivery } from '../../platform/language/delivery.ts'
import { environment } from '../../platform/language/environment.ts'
import { pipeline, stage } from '../../platform/language/pipeline.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { release } from '../../platform/language/release.ts'
import { blueGreen, rolling } from '../../platform/language/strategy.ts'
import { team } from '../../platform/language/team.ts'
import type { Environment } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { promoted } from './promoted.ts'
import { askedOf, type Places } from './sample-plans.ts'

const main = branch('main', { reviews: 1 })
const managers = team('managers')

const ready = { on: 'manual', approvers: [managers], rollback: 'manual' } as const

const rows: [
  name: string,
  of: string,
  plans: (places: Places) => Partial<PlatformOptions>,
  verdict: Word | undefined,
  line: string,
][] = [
  ['nobody speaks of ways', 'live', () => ({}), undefined, ''],
  [
    'only a controller',
    'live',
    ({ live }) => ({ deliveries: [delivery('git', { by: 'controller', applies: [live] })] }),
    undefined,
    '',
  ],
  [
    'one after the other',
    'live',
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, ...ready })] }),
    'kept',
    'promotion from trial to live: managers',
  ],
  [
    'nothing comes there',
    'last',
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, ...ready })] }),
    'unknown',
    'nobody says how versions come to last',
  ],
  [
    'nothing comes to what stands by',
    'standby',
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, ...ready })] }),
    'broken',
    'no way is said by which what is released to live comes to standby, which stands by for it',
  ],
  [
    'only rows come to what stands by',
    'standby',
    ({ live, standby }) => ({ promotions: [promotion({ from: live, to: standby, on: 'replication' })] }),
    'broken',
    'no way is said by which what is released to live comes to standby, which stands by for it: only rows follow',
  ],
  [
    'and a version where somebody wants one',
    'standby',
    ({ live, standby }) => ({
      promotions: [promotion({ from: live, to: standby, on: 'replication' })],
      releases: [release('spare', { to: standby, every: 'demand' })],
    }),
    'broken',
    'no way is said by which what is released to live comes to standby, which stands by for it: one comes there whenever somebody wants it, and only rows follow',
  ],
  [
    'and each version, nobody says by what',
    'standby',
    ({ live, standby }) => ({
      promotions: [promotion({ from: live, to: standby, on: 'replication' })],
      releases: [release('spare', { to: standby, every: 'change' })],
    }),
    'unknown',
    'no way is said by which what is released to live comes to standby, which stands by for it: one comes there with each change, and only rows follow',
  ],
  [
    'how often, and nobody says by what',
    'last',
    ({ trial, live, last }) => ({
      promotions: [promotion({ from: trial, to: live, ...ready })],
      releases: [release('last', { to: last, every: 'week' })],
    }),
    'unknown',
    'nobody says by what a version comes to last: one comes there every week',
  ],
  [
    'versions follow to what stands by',
    'standby',
    ({ live, standby }) => ({ promotions: [promotion({ from: live, to: standby, on: 'promotion' })] }),
    'kept',
    'promotion from live to standby: by promotion',
  ],
  [
    'nothing between',
    'live',
    ({ live }) => ({ promotions: [promotion({ to: live })] }),
    'broken',
    'the promotion to live is open: nothing has to hold, and nobody has to agree',
  ],
  [
    'something has to hold',
    'live',
    ({ trial, live }) => ({
      promotions: [promotion({ from: trial, to: live, on: 'promotion', requires: ['all'], rollback: 'automatic' })],
    }),
    'kept',
    'promotion from trial to live: all',
  ],
  [
    'a branch that others look at',
    'live',
    ({ live }) => ({ promotions: [promotion({ from: main, to: live, on: 'merge', rollback: 'manual' })] }),
    'kept',
    'promotion from main to live: a review',
  ],
  [
    'nobody says what starts it',
    'live',
    ({ trial, live }) => ({
      promotions: [promotion({ from: trial, to: live, approvers: [managers], rollback: 'manual' })],
    }),
    'unknown',
    'nobody says what starts the promotion from trial to live',
  ],
  [
    'nobody says how to go back',
    'live',
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, on: 'manual', approvers: [managers] })] }),
    'unknown',
    'nobody says how to go back from the promotion from trial to live',
  ],
  [
    'a switch without a second set',
    'live',
    ({ trial, live }) => ({
      promotions: [promotion({ from: trial, to: live, ...ready, rollback: 'switch', by: [rolling()] })],
    }),
    'broken',
    'the promotion from trial to live goes back by a switch, and what is rolled out keeps no second set to switch to',
  ],
  [
    'a switch between two sets',
    'live',
    ({ trial, live }) => ({
      promotions: [promotion({ from: trial, to: live, ...ready, rollback: 'switch', by: [blueGreen()] })],
    }),
    'kept',
    'the promotion from trial to live goes back: switch',
  ],
  [
    'a pipeline that skips what stands between',
    'live',
    ({ trial, last, live }) => ({
      pipelines: [ship(trial, live)],
      promotions: [promotion({ from: trial, to: last, on: 'manual' }), promotion({ from: last, to: live, ...ready })],
    }),
    'broken',
    'ship deploys here next after trial, and promotions come from last: what it deploys was never there',
  ],
  [
    'a pipeline by the same way',
    'live',
    ({ trial, last, live }) => ({
      pipelines: [ship(trial, last, live)],
      promotions: [promotion({ from: trial, to: last, on: 'manual' }), promotion({ from: last, to: live, ...ready })],
    }),
    'kept',
    'promotion from last to live: by manual',
  ],
  [
    'a pipeline that is said to serve it',
    'last',
    ({ trial, last, live }) => ({
      pipelines: [
        pipeline('ship', { on: ['push'], stages: [stage('to live', { does: ['deploy'], in: live })], serves: [last] }),
      ],
      promotions: [promotion({ from: trial, to: last, on: 'manual' })],
    }),
    'broken',
    'ship is said to serve last, and no stage of it deploys there',
  ],
]

function ship(...places: readonly Environment[]) {
  return pipeline('ship', {
    on: ['push'],
    stages: places.map((place) => stage(`to ${place.name}`, { does: ['deploy'], in: place })),
  })
}

for (const [name, of, plans, verdict, line] of rows) {
  test(`promoted: ${name}`, () => {
    const found = askedOf(promoted, plans).find(({ environment }) => environment === of)
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    const lines = found?.because.map(({ says }) => says.line) ?? []
    if (verdict !== undefined) assert.ok(lines.includes(line), lines.join('\n'))
  })
}

const hintOf = (plans: (places: Places) => Partial<PlatformOptions>) =>
  askedOf(promoted, plans)
    .find(({ environment }) => environment === 'standby')
    ?.because.find(({ rule }) => rule === 'ways')?.hint

test('promoted: the hint is one that may be said', () => {
  assert.equal(
    hintOf(({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, ...ready })] })),
    "promotion({ from: live, to: standby, on: 'promotion' })",
  )
  const rowsOnly = ({ live, standby }: Places) => promotion({ from: live, to: standby, on: 'replication' })
  const hint = hintOf((places) => ({ promotions: [rowsOnly(places)] }))
  assert.equal(hint, 'a delivery that applies standby, or a stage of a pipeline that deploys in it')
  const followed = askedOf(promoted, (places) => ({
    promotions: [rowsOnly(places)],
    deliveries: [delivery('git', { by: 'controller', applies: [places.standby] })],
  }))
  assert.equal(followed.find(({ environment }) => environment === 'standby')?.verdict, 'kept')
})

test('what serves beside another, and what stands on a developer’s machine', () => {
  const world = sampleWorld({
    environments: ({ harbour, live }) => [
      environment('there', { on: cluster('there', { nodes: [] }), namespace: 'shop', activeWith: live }),
      environment('preview', { on: harbour, namespace: 'preview', per: 'pull-request', lives: 'until-closed' }),
      environment('own', { on: local('machines'), namespace: 'own' }),
    ],
    plans: ({ live }) => ({ promotions: [promotion({ from: main, to: live, on: 'merge', rollback: 'manual' })] }),
  })
  const lines = verdictsOf(promoted, world)
    .filter(({ environment: place }) => place !== 'live')
    .flatMap((found) => [`${found.environment}: ${found.verdict}`, ...linesOf(found)])
  assert.deepEqual(lines, [
    'preview: unknown',
    'nobody says by what a version comes to preview: one comes there with each pull-request',
    'there: unknown',
    'nobody says whether what is released to live comes to there too',
  ])
})
