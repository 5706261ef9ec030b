import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectStore } from '../../platform/component/object-store.ts'
import { chart, command } from '../../platform/language/chart.ts'
import { local } from '../../platform/language/cluster.ts'
import { mesh } from '../../platform/language/mesh.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { rollout } from '../../platform/language/rollout.ts'
import { blueGreen, canary, rolling } from '../../platform/language/strategy.ts'
import type { Environment } from '../../platform/model.ts'
import { linesOf, type ShopOptions } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { replaces } from './replaces.ts'
import { askedOf, type Places } from './sample-plans.ts'

const tenth = canary({ steps: [{ weight: '10%' }] })
const upgrade = (live: Environment) => command('helm upgrade web ./web', { in: [live], by: rolling() })
const quota = { live: { quota: { 'requests.cpu': '1500m' } } } as const

// Live runs 2 pods of checkout, 1 of orders and 1 of ledger-db, each with 250m.
const rows: [
  name: string,
  plans: (places: Places) => Partial<PlatformOptions>,
  more: ShopOptions,
  verdict: Word | undefined,
  line: string,
][] = [
  ['nobody says how', () => ({}), {}, undefined, ''],
  [
    'said once',
    ({ checkout }) => ({ rollouts: [rollout('web', { of: [checkout], by: rolling() })] }),
    {},
    'kept',
    'checkout: rolling',
  ],
  [
    'said twice, alike',
    ({ checkout, trial, live }) => ({
      promotions: [promotion({ from: trial, to: live, by: [rolling()] })],
      rollouts: [rollout('web', { of: [checkout], by: rolling() })],
    }),
    {},
    'kept',
    'checkout: rolling',
  ],
  [
    'said twice',
    ({ checkout, trial, live }) => ({
      promotions: [promotion({ from: trial, to: live, by: [blueGreen()] })],
      rollouts: [rollout('web', { of: [checkout], by: rolling() })],
    }),
    {},
    'broken',
    'checkout is replaced in 2 ways, and one can be',
  ],
  [
    'said of another place',
    ({ checkout, trial, live }) => ({
      promotions: [promotion({ from: trial, to: live, by: [blueGreen()] })],
      rollouts: [rollout('web', { of: [checkout], in: [trial], by: rolling() })],
    }),
    {},
    'kept',
    'checkout: blue-green',
  ],
  [
    'said of a chart that deploys it',
    ({ checkout, live }) => ({
      charts: [chart('web', { deploys: [checkout], commands: [upgrade(live)] })],
      rollouts: [rollout('web', { of: [checkout], by: blueGreen() })],
    }),
    {},
    'broken',
    'checkout is replaced in 2 ways, and one can be',
  ],
  [
    'said of a chart that deploys something else',
    ({ checkout, orders, live }) => ({
      charts: [chart('web', { deploys: [orders], commands: [upgrade(live)] })],
      rollouts: [rollout('web', { of: [checkout], by: blueGreen() })],
    }),
    {},
    'kept',
    'checkout: blue-green',
  ],
  [
    'said of a chart of which nobody says what it deploys',
    ({ checkout, live }) => ({
      charts: [chart('web', { commands: [upgrade(live)] })],
      rollouts: [rollout('web', { of: [checkout], by: blueGreen() })],
    }),
    {},
    'unknown',
    'checkout is replaced in 2 ways if web deploys it, which nobody says',
  ],
  [
    'two sets of rows, of which nobody says how the second is filled',
    ({ ledgerDb }) => ({ rollouts: [rollout('rows', { of: [ledgerDb], by: blueGreen() })] }),
    {},
    'unknown',
    'rollout rows has two sets of ledger-db, and nobody says what brings what is written to one to the other',
  ],
  [
    'two sets, and members that follow each other in each',
    ({ ledgerDb }) => ({ rollouts: [rollout('rows', { of: [ledgerDb], by: blueGreen() })] }),
    { ledgerDb: { members: 2, replication: { mode: 'asynchronous', failover: 'manual' } } },
    'unknown',
    'rollout rows has two sets of ledger-db, and nobody says what brings what is written to one to the other',
  ],
  [
    'two sets of members that are said to be independent',
    ({ ledgerDb }) => ({ rollouts: [rollout('rows', { of: [ledgerDb], by: blueGreen() })] }),
    { ledgerDb: { members: 2, replication: 'none' } },
    'broken',
    'rollout rows has two sets of ledger-db, and nothing brings what is written to one to the other',
  ],
  [
    'room for a second set',
    ({ checkout }) => ({ rollouts: [rollout('web', { of: [checkout], in: undefined, by: blueGreen() })] }),
    quota,
    'kept',
    'a second set of checkout has room in the quota: 1000m + 500m = 1500m, and 1500m may be asked for',
  ],
  [
    'no room for a second set',
    ({ checkout, orders }) => ({ rollouts: [rollout('web', { of: [checkout, orders], by: blueGreen() })] }),
    quota,
    'broken',
    'a second set of checkout, orders has no room in the quota: 1000m + 750m = 1750m, and 1500m may be asked for',
  ],
  [
    'a share that pods make',
    ({ checkout }) => ({ rollouts: [rollout('web', { of: [checkout], by: tenth })] }),
    { checkout: { replicas: 9 } },
    'kept',
    'one new pod beside 9 takes 1 ∕ 10 = 10% of the calls to checkout',
  ],
  [
    'a share that pods cannot make',
    ({ checkout }) => ({ rollouts: [rollout('web', { of: [checkout], by: tenth })] }),
    {},
    'broken',
    'one new pod beside 2 takes 1 ∕ 3 = 33% of the calls to checkout, and nothing that shares out calls makes it 10%',
  ],
  [
    'a share that a mesh makes',
    ({ checkout }) => ({ rollouts: [rollout('web', { of: [checkout], by: tenth })] }),
    { live: { mesh: mesh('mesh', { by: 'istio' }) } },
    'kept',
    'mesh shares out 10% of the calls to checkout',
  ],
]

for (const [name, plans, more, verdict, line] of rows) {
  test(`replaces: ${name}`, () => {
    const found = askedOf(replaces, plans, more).find(({ environment }) => environment === 'live')
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    const lines = found?.because.map(({ says }) => says.line) ?? []
    if (verdict !== undefined) assert.ok(lines.includes(line), lines.join('\n'))
  })
}

test('what is said of a whole place says nothing of its stores, with volumes or without', () => {
  const plans = ({ trial, live }: Places) => ({ promotions: [promotion({ from: trial, to: live, by: [blueGreen()] })] })
  const [found] = askedOf(replaces, plans, { more: () => [objectStore('bucket', { by: 'minio' })] })
  const lines = found ? linesOf(found) : []
  assert.ok(lines.includes('checkout: blue-green'))
  assert.ok(!lines.some((line) => line.startsWith('bucket') || line.startsWith('ledger-db')), lines.join('\n'))
})

test('what runs under Docker Compose is replaced by no rollout', () => {
  const rollouts = ({ checkout }: Places) => ({
    rollouts: [rollout('web', { of: [checkout], by: rolling() }), rollout('shop', { of: [checkout], by: blueGreen() })],
  })
  const found = askedOf(replaces, rollouts, { live: { on: local('machines') } })
  assert.deepEqual(
    found.map(({ environment, verdict }) => [environment, verdict]),
    [['trial', 'broken']],
  )
})
