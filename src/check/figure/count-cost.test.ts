import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucket } from '../../platform/language/bucket.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { cost, minus, plus } from '../../platform/language/measure.ts'
import { node } from '../../platform/language/node.ts'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import { value } from '../../platform/language/stated.ts'
import type { FigureValue, Measure } from '../../platform/model.ts'
import type { Price } from '../../platform/money.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, says, verdictsOf } from '../sample.ts'
import { figure } from './figure.ts'

const between = { from: '$500/month', to: '$800/month' } as const
const machine = (name: string, price?: Price, zone = 'east') =>
  node(name, { cpu: 4, memory: '8Gi', zone, ...(price !== undefined && { price }) })
const pair = [machine('n1', '$500/month'), machine('n2', '$500/month')]
const range = [machine('n1', between), machine('n2', between)]
const onDisk = { storage: { disk: { bound: 'cluster', default: true, pricePerGi: '$0.08/month' } } } as const
const avoided = cluster('avoided', { kubernetes: '1.34', nodes: [...range, machine('n3', between)] })
const dump = (more: object, pricePerGi?: Price) =>
  ({
    ledgerDb: {
      backups: [
        {
          by: 'pg_dump',
          every: '6h',
          to: outside('a vault', pricePerGi === undefined ? {} : { pricePerGi }),
          ...more,
        },
      ],
    },
  }) as const
const vault = bucket('vault', { host: 's3.example.com', secret: 'keys', pricePerGi: '$0.50/month' })

type Row = [
  name: string,
  shop: ShopOptions,
  measure: (shop: Shop) => Measure,
  is: FigureValue,
  verdict: string,
  line: string,
]

const rows: Row[] = [
  [
    'nodes, and volumes on their own disks',
    { nodes: pair },
    ({ harbour }) => cost.of(harbour),
    '$1000/month',
    'kept',
    '$1000/month for 2 nodes n1, n2 = $1000/month, as stated',
  ],
  [
    'a sum that is another',
    { nodes: pair },
    ({ harbour }) => cost.of(harbour),
    '$900/month',
    'broken',
    '$1000/month for 2 nodes n1, n2 = $1000/month, and $900/month is stated',
  ],
  [
    'a range stays a range',
    { nodes: range },
    ({ harbour }) => cost.of(harbour),
    { from: '$1000/month', to: '$1600/month' },
    'kept',
    '$1000/month to $1600/month for 2 nodes n1, n2 = $1000/month to $1600/month, as stated',
  ],
  [
    'a range is no single sum',
    { nodes: range },
    ({ harbour }) => cost.of(harbour),
    '$1500/month',
    'broken',
    '$1000/month to $1600/month for 2 nodes n1, n2 = $1000/month to $1600/month, and $1500/month is stated',
  ],
  [
    'a node without a price',
    { nodes: [machine('n1', '$500/month'), machine('n2')] },
    ({ harbour }) => cost.of(harbour),
    '$500/month',
    'unknown',
    '$500/month is stated; nobody says the price of the node n2',
  ],
  [
    'volumes of a class with a price',
    { nodes: pair, cluster: onDisk },
    ({ harbour }) => cost.of(harbour),
    '$1000.80/month',
    'kept',
    '$1000/month for 2 nodes n1, n2 + $0.80/month for the volumes of class disk = $1000.80/month, as stated',
  ],
  [
    'volumes beyond the nodes, without a price',
    { nodes: pair, cluster: { storage: { disk: { bound: 'cluster', default: true } } } },
    ({ harbour }) => cost.of(harbour),
    '$1000/month',
    'unknown',
    '$1000/month is stated; nobody says the price of 10Gi of volumes of class disk',
  ],
  [
    'copies outside',
    { nodes: pair, ...dump({ size: '2Gi', keep: 28 }, '$0.25/month') },
    ({ live }) => cost.of(live),
    '$1014/month',
    'kept',
    '$1000/month for 2 nodes n1, n2 + $14/month for the copies ledger-db-backup of live in a vault = $1014/month, as stated',
  ],
  [
    'copies in a bucket',
    { nodes: pair, ...dump({ size: '2Gi', keep: 28, to: vault }) },
    ({ live }) => cost.of(live),
    '$1028/month',
    'kept',
    '$1000/month for 2 nodes n1, n2 + $28/month for the copies ledger-db-backup of live in vault = $1028/month, as stated',
  ],
  [
    'copies of which nobody says how large they are',
    { nodes: pair, ...dump({ keep: 28 }, '$0.25/month') },
    ({ live }) => cost.of(live),
    '$1000/month',
    'unknown',
    '$1000/month is stated; nobody says the price of the copies ledger-db-backup of live in a vault: how large one is',
  ],
  [
    'copies of which nobody says how many are kept',
    { nodes: pair, ...dump({ size: '2Gi' }, '$0.25/month') },
    ({ live }) => cost.of(live),
    '$1000/month',
    'unknown',
    '$1000/month is stated; nobody says the price of the copies ledger-db-backup of live in a vault: how many are kept',
  ],
  [
    'copies at a place without a price',
    { nodes: pair, ...dump({ size: '2Gi', keep: 28 }) },
    ({ live }) => cost.of(live),
    '$1000/month',
    'unknown',
    '$1000/month is stated; nobody says the price of 56Gi of copies ledger-db-backup of live in a vault',
  ],
  [
    'traffic between zones',
    {
      nodes: [machine('n1', '$500/month'), machine('n2', '$500/month', 'west')],
      cluster: { links: [{ between: ['east', 'west'], takes: '5ms', price: '$100/month' }] },
    },
    ({ harbour }) => cost.of(harbour),
    '$1100/month',
    'kept',
    '$1000/month for 2 nodes n1, n2 + $100/month for traffic between east and west = $1100/month, as stated',
  ],
  [
    'two currencies',
    { nodes: [machine('n1', '$500/month'), machine('n2', '€500/month')] },
    ({ harbour }) => cost.of(harbour),
    '$1000/month',
    'unknown',
    '$1000/month is stated; $500/month and €500/month cannot be added',
  ],
  [
    'a cluster on which nothing runs costs its nodes',
    { nodes: pair },
    () => plus(cost.of(avoided), value(between, says('3', 8))),
    { from: '$2000/month', to: '$3200/month' },
    'kept',
    '$500/month to $800/month + $1500/month to $2400/month = $2000/month to $3200/month, as stated',
  ],
  [
    'nodes alone, whatever the copies',
    { nodes: pair, ...dump({}) },
    ({ harbour }) => cost.of(harbour, 'nodes'),
    '$1000/month',
    'kept',
    '$1000/month for 2 nodes n1, n2 = $1000/month, as stated',
  ],
  [
    'copies alone, whatever the nodes',
    dump({ size: '2Gi', keep: 28 }, '$0.25/month'),
    ({ harbour }) => cost.of(harbour, 'copies'),
    '$14/month',
    'kept',
    '$14/month for the copies ledger-db-backup of live in a vault = $14/month, as stated',
  ],
  [
    'nothing that is paid for',
    { nodes: pair },
    ({ harbour }) => cost.of(harbour, 'traffic'),
    '$0/month',
    'unknown',
    '$0/month is stated; there is nothing that harbour is paid for',
  ],
  [
    'nodes that two environments share',
    {
      nodes: pair,
      environments: ({ harbour }) => [environment('trial', { on: harbour, namespace: 'trial', runs: [] })],
    },
    ({ live }) => cost.of(live),
    '$1000/month',
    'unknown',
    '$1000/month is stated; nobody says the price of its part of the nodes that it shares with trial',
  ],
  [
    'what one costs more than another',
    { nodes: pair },
    ({ harbour }) => minus(cost.of(avoided), cost.of(harbour)),
    { from: '$500/month', to: '$1400/month' },
    'kept',
    '$1500/month to $2400/month − $1000/month = $500/month to $1400/month, as stated',
  ],
]

for (const [name, shop, measure, is, verdict, line] of rows) {
  test(`cost: ${name}`, () => {
    const world = sampleWorld({ ...shop, promises: (made) => [promise.figure(measure(made), { in: made.live, is })] })
    const [found] = verdictsOf(figure, world)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(linesOf(found).slice(0, 1), [line])
  })
}
