// A promised round trip over a declared call, and the zones of its two ends.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceOptions } from '../../platform/component/options.ts'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { total } from '../../platform/language/measure.ts'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import { stays } from '../alerting/stays.ts'
import { figure } from '../figure/figure.ts'
import { linesOf, machine, sampleWorld, verdictsOf } from '../sample.ts'

const east: PlaceOptions = { require: [{ label: 'topology.kubernetes.io/zone', in: ['east'] }] }
const west: PlaceOptions = { require: [{ label: 'topology.kubernetes.io/zone', in: ['west'] }] }
const link = (takes: string | object): Partial<ClusterOptions> =>
  ({ links: [{ between: ['west', 'east'], takes }] }) as Partial<ClusterOptions>

type Row = [
  name: string,
  places: { checkout?: PlaceOptions; orders?: PlaceOptions },
  cluster: Partial<ClusterOptions>,
  verdict: string,
  line: string,
]

const crosses = 'checkout → orders:8080 may cross from zone to zone: '
const measured = 'no declaration refutes that round-trip stays below 5ms; only a measurement can show it'

const rows: Row[] = [
  [
    'ends that may stand in two zones',
    {},
    link('20ms'),
    'broken',
    `${crosses}20ms from east to west, and below 5ms is promised`,
  ],
  [
    'ends that do',
    { checkout: east, orders: west },
    link('20ms'),
    'broken',
    `${crosses}20ms from east to west, and below 5ms is promised`,
  ],
  [
    'the same zone',
    { checkout: east, orders: east },
    link('20ms'),
    'assumed',
    'checkout → orders:8080: the rules keep both ends in east',
  ],
  [
    'a link that may be quick enough',
    {},
    link({ from: '1ms', to: '20ms' }),
    'unknown',
    `${crosses}1ms to 20ms from east to west, and below 5ms is promised`,
  ],
  ['a link that is', {}, link('2ms'), 'assumed', measured],
  ['a link that nobody says', {}, {}, 'assumed', measured],
]

for (const [name, { checkout, orders }, cluster, verdict, line] of rows)
  test(`stays, over a call: ${name}`, () => {
    const world = sampleWorld({
      cluster,
      checkout: { replicas: 2, ...(checkout && { place: checkout }) },
      ...(orders && { orders: { place: orders } }),
      promises: (shop) => [
        promise.stays(metric('round-trip', { of: shop.checkout, over: shop.orders, unit: 'ms' }), {
          in: shop.live,
          below: '5ms',
        }),
      ],
    })
    const [found] = verdictsOf(stays, world)
    assert.ok(found)
    assert.equal(found.verdict, verdict)
    assert.ok(linesOf(found).includes(line), linesOf(found).join('\n'))
  })

test('stays, over a call: what the rules spare it', () => {
  const world = sampleWorld({
    cluster: link({ from: '10ms', to: '20ms' }),
    checkout: { replicas: 2, place: east },
    orders: { place: east },
    promises: (shop) => [
      promise.stays(metric('round-trip', { of: shop.checkout, over: shop.orders, unit: 'ms' }), {
        in: shop.live,
        below: '5ms',
      }),
    ],
  })
  const crossing = verdictsOf(stays, world)[0]?.because.find(({ rule }) => rule === 'crossing')
  assert.deepEqual(crossing?.says.rows, [['without them', '10ms to 20ms from east to west, and below 5ms is promised']])
})

test('calls that cross zones: unknown where a node has no zone, none where all stand in one', () => {
  const counted = (nodes: readonly ReturnType<typeof machine>[]) =>
    verdictsOf(
      figure,
      sampleWorld({ nodes, promises: ({ live }) => [promise.figure(total.crossings(live), { is: 0 })] }),
    )[0]?.verdict
  assert.equal(counted([machine('n1', 'east'), machine('n2', 'east')]), 'kept')
  assert.equal(counted([machine('n1', 'east'), machine('n2', 'east', { zone: undefined })]), 'unknown')
})
