import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loss } from '../../platform/language/failure.ts'
import { journey } from '../../platform/language/journey.ts'
import { free, headroom, left, minus, percent, span, taken, time, total } from '../../platform/language/measure.ts'
import { outside } from '../../platform/language/place.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { value } from '../../platform/language/stated.ts'
import type { FigureValue, Measure } from '../../platform/model.ts'
import { linesOf, machine, type Shop, type ShopOptions, sampleWorld, says, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { sayStated } from './compare.ts'
import { figure } from './figure.ts'

// Two checkouts, one orders, one ledger-db, each 250m and 256Mi; three nodes of 4 cores and 16Gi.
const shop: ShopOptions = {
  nodes: [
    machine('n1', 'east', { taken: { cpu: '50%' } }),
    machine('n2', 'east', { taken: { cpu: '25%' } }),
    machine('n3', 'west', { taken: { cpu: 1 } }),
  ],
  ledgerDb: {
    requests: { cpu: '250m', memory: '256Mi' },
    volume: { size: '10Gi' },
    backups: [{ by: 'pg_dump', every: '6h', keep: 30, to: outside('bucket') }],
  },
}

const rebuild = procedure('rebuild', {
  steps: [
    step('decide', { takes: '15m', actor: 'person' }),
    step('restore', { takes: { from: '10m', to: '45m' }, actor: 'person', does: 'restore' }),
  ],
})
const hope = procedure('hope', { steps: [step('wait', { actor: 'person' })] })

type Row = [
  id: string,
  measure: (shop: Shop) => Measure,
  stated: FigureValue,
  verdict: Word,
  line: string,
  rows?: readonly (readonly [string, string])[],
]

const rows: Row[] = [
  [
    'live/cpu-requested',
    ({ live }) => total.cpuRequests(live),
    1.5,
    'broken',
    '0.5 + 0.25 + 0.25 = 1 core, and 1.5 is stated',
    [
      ['checkout', '2 × 250m = 500m'],
      ['orders', '1 × 250m = 250m'],
      ['ledger-db', '1 × 250m = 250m'],
    ],
  ],
  ['live/cpu-requested', ({ live }) => total.cpuRequests(live), 1, 'kept', '0.5 + 0.25 + 0.25 = 1 core, as stated'],
  [
    'live/memory-requested',
    ({ live }) => total.memoryRequests(live),
    '1Gi',
    'kept',
    '512Mi + 256Mi + 256Mi = 1Gi, as stated',
  ],
  ['live/pods', ({ live }) => total.pods(live), 5, 'broken', '2 + 1 + 1 = 4, and 5 is stated'],
  ['live/checkout-pods', ({ checkout }) => total.pods(checkout), 2, 'kept', '2, as stated'],
  ['live/storage-of-data', ({ live }) => total.storage(live, 'data'), '20Gi', 'broken', '10Gi, and 20Gi is stated'],
  [
    'live/storage',
    ({ live }) => total.storage(live, 'all'),
    '10Gi',
    'kept',
    '10Gi of data + 0 of copies = 10Gi, as stated',
  ],
  ['harbour/nodes', ({ harbour }) => total.nodes(harbour), 4, 'broken', '3, and 4 is stated'],
  ['harbour/cpu', ({ harbour }) => total.cpu(harbour), 12, 'kept', '4 + 4 + 4 = 12 cores, as stated'],
  [
    'harbour/taken-cpu',
    ({ harbour }) => taken.cpu(harbour),
    5,
    'broken',
    '2 + 1 + 1 = 4 cores, and 5 is stated',
    [
      ['n1', '4 cores − 2 cores taken (50%) = 2 cores free'],
      ['n2', '4 cores − 1 core taken (25%) = 3 cores free'],
      ['n3', '4 cores − 1 core taken = 3 cores free'],
    ],
  ],
  ['harbour/free-cpu', ({ harbour }) => free.cpu(harbour), 8, 'assumed', '2 + 3 + 3 = 8 cores, as stated'],
  [
    'harbour/free-cpu-percent',
    ({ harbour }) => percent(free.cpu(harbour)),
    '60%',
    'broken',
    '2 + 3 + 3 = 8 cores of 12 cores = 66.7%, and 60% is stated',
  ],
  [
    'harbour/free-memory',
    ({ harbour }) => free.memory(harbour),
    '48Gi',
    'kept',
    '16Gi + 16Gi + 16Gi = 48Gi, as stated',
  ],
  [
    'live/cpu-headroom',
    ({ live }) => headroom.cpu(live),
    7,
    'assumed',
    '8 cores free on all nodes − 1 core requested = 7 cores, as stated',
  ],
  [
    'live/stated-minus-cpu-requested',
    ({ live }) => minus(value(10, says('3', 7)), total.cpuRequests(live)),
    9.5,
    'broken',
    '10 cores (stated) − 1 core = 9 cores, and 9.5 is stated',
  ],
  [
    'live/memory-requested-minus-stated',
    ({ live }) => minus(total.memoryRequests(live), value('512Mi', says('3', 8))),
    '512Mi',
    'kept',
    '1Gi − 512Mi (stated) = 512Mi, as stated',
  ],
  [
    'live/checkout-pods-minus-orders-pods',
    ({ checkout, orders }) => minus(total.pods(checkout), total.pods(orders)),
    1,
    'kept',
    '2 − 1 = 1, as stated',
  ],
  [
    'live/pods-minus-cpu-requested',
    ({ live }) => minus(total.pods(live), total.cpuRequests(live)),
    3,
    'unknown',
    '3 is stated; count and cores cannot be subtracted',
  ],
  [
    'live/ledger-db-span-of-backups',
    ({ ledgerDb }) => span.backups(ledgerDb),
    '7d',
    'broken',
    '30 copies × 6h = 7.5d, and 7d is stated',
  ],
  [
    'live/orders-span-of-backups',
    ({ orders }) => span.backups(orders),
    '7d',
    'unknown',
    '7d is stated; nobody says how many copies of orders are kept and how often one is taken',
  ],
  [
    'rebuild/rebuild-time-of-all-steps',
    () => time.of(rebuild),
    '30m',
    'broken',
    '15m + 45m = 1h, and 30m is stated',
    [
      ['decide', '15m'],
      ['restore', '45m'],
    ],
  ],
  [
    'rebuild/rebuild-time-of-all-steps',
    () => time.of(rebuild),
    { from: '25m', to: '1h' },
    'kept',
    '15m + 10m to 45m = 25m to 1h, as stated',
  ],
  [
    'rebuild/rebuild-time-of-all-steps',
    () => time.of(rebuild),
    { from: '20m', to: '1h' },
    'broken',
    '15m + 10m to 45m = 25m to 1h, and 20m to 1h is stated',
  ],
  [
    'rebuild/rebuild-time-of-all-steps',
    () => time.of(rebuild),
    { from: '25m', to: '2h' },
    'broken',
    '15m + 10m to 45m = 25m to 1h, and 25m to 2h is stated',
  ],
  [
    'live/pods',
    ({ live }) => total.pods(live),
    { from: '1m', to: '2m' },
    'unknown',
    '1m to 2m is stated; it cannot be compared with 4',
  ],
  [
    'hope/hope-time-of-all-steps',
    () => time.of(hope),
    '1h',
    'unknown',
    '1h is stated; nobody says how long wait takes',
  ],
  [
    'live/checkout-share-of-pods-left',
    ({ checkout }) => left(checkout, loss.node),
    '50%',
    'broken',
    '0 of 2 pods at worst = 0%, and 50% is stated',
    [['checkout', 'the rules let 2 of 2 pods stand on one node: 0 left at worst, and 1 at best (50%)']],
  ],
  [
    'live/buying-share-of-pods-left',
    ({ checkout, orders }) => left(journey('buying', { path: [checkout, orders] }), loss.node),
    '50%',
    'broken',
    'the least of its 2 parts, checkout: 0 of 2 pods at worst = 0%, and 50% is stated',
    [
      ['checkout', 'the rules let 2 of 2 pods stand on one node: 0 left at worst, and 1 at best (50%)'],
      ['orders', 'the rules let 1 of 1 pods stand on one node'],
    ],
  ],
  [
    'harbour/nodes-left-after-loss-of-a-zone',
    ({ harbour }) => left(harbour, loss.zone),
    0,
    'broken',
    '1, and 0 is stated',
    [
      ['without east', 'n3 is left'],
      ['without west', 'n1, n2 are left'],
    ],
  ],
  [
    'live/calls-that-cross-zones',
    ({ live }) => total.crossings(live),
    0,
    'broken',
    '2, and 0 is stated',
    [
      ['checkout → orders:8080', 'east or west → east or west'],
      ['orders → ledger-db:5432', 'east or west → east or west'],
    ],
  ],
  ['harbour/nodes-left', ({ harbour }) => left(harbour, loss.node), 2, 'kept', '2, as stated'],
  ['live/pods', ({ live }) => total.pods(live), '4Gi', 'unknown', '4Gi is stated; it cannot be compared with 4'],
]

for (const [id, measure, stated, verdict, line, table] of rows) {
  test(`figure ${id} is ${sayStated(stated)}: ${verdict}`, () => {
    const world = sampleWorld({ ...shop, promises: (parts) => [promise.figure(measure(parts), { is: stated })] })
    const [found, ...more] = verdictsOf(figure, world)
    assert.deepEqual(more, [])
    assert.ok(found)
    assert.equal(found.id, `figure/${id}`)
    assert.deepEqual(linesOf(found), [line])
    assert.equal(found.verdict, verdict)
    if (table) assert.deepEqual(found.because[0]?.says.rows, table)
  })
}

test('figure: without the estimate that it rests on, a figure does not hold', () => {
  const promises = ({ harbour }: Shop) => [promise.figure(free.cpu(harbour), { is: 8 })]
  const [assumed] = verdictsOf(figure, sampleWorld({ ...shop, promises }))
  const denied = assumed?.assumes.map(({ id }) => id) ?? []
  assert.notDeepEqual(denied, [])
  const [found] = verdictsOf(figure, sampleWorld({ ...shop, promises }, { denied }))
  assert.equal(found?.verdict, 'broken')
})

test('figure: two of one measure have one cause, and names of their own', () => {
  const promises = ({ live }: Shop) => [
    promise.figure(total.pods(live), { is: 5, stated: says('2', 12) }),
    promise.figure(total.pods(live), { is: 6, name: 'headline', stated: says('6', 40) }),
  ]
  const found = verdictsOf(figure, sampleWorld({ promises }))
  assert.deepEqual(
    found.map(({ id, stated }) => [id, stated?.lines]),
    [
      ['figure/live/pods', [12]],
      ['figure/live/headline/pods', [40]],
    ],
  )
  assert.equal(new Set(found.map(({ cause }) => cause)).size, 1)
})
