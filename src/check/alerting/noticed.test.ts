import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prometheus } from '../../platform/component/prometheus.ts'
import { service } from '../../platform/component/service.ts'
import { alert } from '../../platform/language/alert.ts'
import { always, down, rises } from '../../platform/language/condition.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import { receiver } from '../../platform/language/receiver.ts'
import { makingOf } from '../../platform/made.ts'
import type { Alert } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, shop, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { noticed } from './noticed.ts'

const onCall = receiver('on call', { by: 'pager' })
const restarts = metric('kube_pod_container_status_restarts_total', { unit: 'count' })
const loop = (by: number, over: '10m' | '1h', more: Partial<Alert> = {}) =>
  alert(`loop-${over}`, { when: rises(restarts, { by, over }), severity: 'P1', to: onCall, ...more })
const three = { members: 3, replication: 'none', exporter: {} } as const
const following = { ...three, replication: { mode: 'consensus', failover: 'automatic' } } as const
const on = (members: 'any' | 'all', more: Partial<Alert> = {}) => [
  alert(`${members}-down`, { when: down(shop().ledgerDb, members), severity: 'P1', to: onCall, ...more }),
]
const collector = () => [prometheus('prometheus', { listens: 9090, every: '15s', evaluates: '30s' })]
const late =
  'the 3 members of ledger-db are independent, so with one down 1/3 of the data is away; all-down waits until all 3 are down, and no alert fires at one'

type What = (shop: Shop) => Parameters<typeof promise.noticed>[0]
const loops: What = () => 'crash-loops'
const store: What = ({ ledgerDb }) => ledgerDb
const cluster: What = () => loss.cluster

const rows: [
  name: string,
  what: What,
  alerts: readonly Alert[],
  options: ShopOptions & { readonly within?: '2m' | '10m' },
  verdict: Word,
  lines: readonly string[],
][] = [
  [
    'five restarts in ten minutes',
    loops,
    [loop(5, '10m')],
    {},
    'broken',
    [
      'loop-10m sees only containers that die within 90s of each start; one that runs longer, up to 10m, keeps dying unseen',
    ],
  ],
  [
    'and five in an hour beside it',
    loops,
    [loop(5, '10m'), loop(5, '1h')],
    {},
    'kept',
    [
      'loop-1h sees every container that dies within 10m of each start',
      'loop-10m goes to on call; loop-1h goes to on call',
    ],
  ],
  [
    'an hour, and held for half of it',
    loops,
    [loop(5, '1h', { for: '30m' })],
    {},
    'broken',
    [
      'loop-1h sees only containers that die within 5m30s of each start; one that runs longer, up to 10m, keeps dying unseen',
    ],
  ],
  [
    'more than the waits allow',
    loops,
    [loop(7, '10m')],
    {},
    'broken',
    ['loop-10m sees no container at all; one that runs longer, up to 10m, keeps dying unseen'],
  ],
  [
    'no alert on restarts',
    loops,
    on('any'),
    {},
    'broken',
    ['no alert counts restarts (kube_pod_container_status_restarts_total)'],
  ],
  [
    'an alert that tells nobody',
    loops,
    [loop(5, '1h', { to: undefined })],
    {},
    'unknown',
    ['nobody says whom loop-1h tells'],
  ],
  ['independent members, all down', store, on('all'), { ledgerDb: three }, 'broken', [late]],
  [
    'independent members, one down',
    store,
    on('any'),
    { ledgerDb: three },
    'kept',
    [
      'any-down fires when one of ledger-db is down',
      'ledger-db answers its collector at metrics',
      'any-down goes to on call',
    ],
  ],
  [
    'members that follow, all down',
    store,
    on('all'),
    { ledgerDb: following },
    'kept',
    [
      'all-down fires when all 3 of ledger-db are down; with some down the others carry on',
      'ledger-db answers its collector at metrics',
      'all-down goes to on call',
    ],
  ],
  [
    'nothing that answers a collector',
    store,
    on('any'),
    {},
    'broken',
    ['nothing of ledger-db answers a collector, so none can tell that it is down'],
  ],
  ['no alert at all', store, [], { ledgerDb: three }, 'broken', ['no alert fires when ledger-db is down']],
  [
    'a service of which some are down',
    ({ checkout }) => checkout,
    [alert('gone', { when: down(service('checkout', {}), 'all'), severity: 'P1', to: onCall })],
    { checkout: { listens: { http: 8080, metrics: 9090 }, metrics: { port: 'metrics' } } },
    'kept',
    [
      'gone fires when all 2 of checkout are down; with some down the others carry on',
      'checkout answers its collector at metrics',
      'gone goes to on call',
    ],
  ],
  [
    'a cluster that is watched from inside',
    cluster,
    [loop(5, '1h')],
    { more: collector },
    'assumed',
    ['prometheus and the alerts that it evaluates are lost with harbour; somebody outside notices it'],
  ],
  [
    'a sign of life that is missed',
    cluster,
    [alert('life', { when: always(), severity: 'none', to: receiver('switch', { by: 'mail', expects: '5m' }) })],
    { more: collector },
    'kept',
    ['when harbour is lost, a sign of life ends that is missed outside'],
  ],
  [
    'a sign of life that nobody expects',
    cluster,
    [alert('life', { when: always(), severity: 'none', to: onCall })],
    {},
    'assumed',
    ['harbour is lost with what watches it; somebody outside notices it'],
  ],
  [
    'in time: 15 + 30 + 30 s',
    store,
    on('any'),
    { ledgerDb: three, more: collector, within: '2m' },
    'kept',
    [
      'any-down fires when one of ledger-db is down',
      'ledger-db answers its collector at metrics',
      'any-down goes to on call',
      'any-down tells it after at most 75s, and 2m is promised',
    ],
  ],
  [
    'late: and it must hold for two minutes',
    store,
    on('any', { for: '2m' }),
    { ledgerDb: three, more: collector, within: '2m' },
    'broken',
    ['any-down tells it after at most 3m15s, and 2m is promised'],
  ],
  [
    'a loop that takes an hour to be told',
    loops,
    [loop(5, '1h')],
    { more: collector, within: '10m' },
    'broken',
    ['loop-1h tells it after at most 61m15s, and 10m is promised'],
  ],
  [
    'nobody says what collects',
    store,
    on('any'),
    { ledgerDb: three, within: '2m' },
    'unknown',
    ['nobody says what would take how long, and 2m is promised'],
  ],
]

for (const [name, what, alerts, { within, ...options }, verdict, lines] of rows) {
  test(`noticed: ${name}`, () => {
    const promises = (whole: Shop) => [promise.noticed(what(whole), { in: whole.live, within })]
    const [found, ...others] = verdictsOf(noticed, sampleWorld({ ...options, promises, alerts: () => alerts }))
    assert.ok(found)
    assert.deepEqual([found.verdict, others.length], [verdict, 0])
    assert.deepEqual(linesOf(found), lines)
  })
}

test('what is assumed is broken where it is denied', () => {
  const options = { promises: ({ live }: Shop) => [promise.noticed(loss.cluster, { in: live })] }
  const [found] = verdictsOf(noticed, sampleWorld(options, { denied: ['noticed-outside/harbour'] }))
  assert.equal(found?.verdict, 'broken')
  assert.deepEqual(found && linesOf(found), ['harbour is lost with what watches it, and nothing outside misses it'])
})

test('of other failures nobody is promised to be told', () => {
  const problems = makingOf(promise.noticed(corruption))?.problems ?? []
  assert.deepEqual(
    problems.map(({ path, found }) => [path, found]),
    [['what', 'corruption of a store']],
  )
})
