import assert from 'node:assert/strict'
import { test } from 'node:test'
import { environment } from '../../platform/language/environment.ts'
import { pool } from '../../platform/language/pool.ts'
import { linesOf, machine, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { takenOver } from '../taken-over.ts'
import { maxima } from './maxima.ts'

const scales = (to: number) => ({ scales: { from: 2, to, on: [{ cpu: '70%' }] } }) as const
const nodes = [machine('n1', 'east'), machine('n2', 'west')]
const workers = (to: number) => [
  pool('workers', { nodes: { from: 1, to }, cpu: 4, memory: '16Gi', scales: 'autoscaler' }),
]

const rows: [says: string, shop: ShopOptions, verdict: string | undefined, line?: string][] = [
  ['nobody scales', { nodes }, undefined],
  [
    'all of them have room',
    { nodes, checkout: scales(30) },
    'kept',
    '8 cores are requested at most; 2 nodes have 8 cores',
  ],
  [
    'memory in units of two kinds',
    {
      nodes: [machine('n1', 'east'), machine('n2', 'west', { memory: '1100M' })],
      checkout: { ...scales(30), requests: { cpu: '100m', memory: '700M' } },
    },
    'broken',
    '21.536870912G (about 20.06Gi) of memory are requested at most, and 2 nodes have 17851434.75Ki (about 17.02Gi)',
  ],
  [
    'one too many',
    { nodes, checkout: scales(31) },
    'broken',
    '8.25 cores are requested at most, and 2 nodes have 8 cores',
  ],
  [
    'as many nodes as a pool may have',
    { nodes: [], cluster: { pools: workers(2) }, checkout: scales(30) },
    'kept',
    '8 cores are requested at most; 2 nodes have 8 cores',
  ],
  [
    'fewer nodes than that',
    { nodes: [], cluster: { pools: workers(1) }, checkout: scales(30) },
    'broken',
    '8 cores are requested at most, and 1 node has 4 cores',
  ],
  [
    'an autoscaler of nodes that ends before its pools',
    { nodes: [], cluster: { pools: workers(4), autoscaler: { most: 1 } }, checkout: scales(30) },
    'broken',
    '8 cores are requested at most, and 1 node has 4 cores',
  ],
  [
    'nodes of no size',
    { nodes: [], cluster: { nodes: 2 }, checkout: scales(30) },
    'unknown',
    '8 cores are requested at most; nobody says how large the nodes are',
  ],
  [
    'no nodes',
    { nodes: [], checkout: scales(30) },
    'unknown',
    '8 cores are requested at most; nobody says what nodes there are',
  ],
  [
    'some say no amount',
    { nodes: [], checkout: scales(30), orders: { requests: undefined } },
    'unknown',
    '7.75 cores are requested at most by those that say an amount, and orders says none; nobody says what nodes there are',
  ],
  [
    'nobody says an amount',
    {
      nodes: [],
      checkout: { ...scales(30), requests: undefined },
      orders: { requests: undefined },
      ledgerDb: { requests: undefined },
    },
    'unknown',
    'nobody says what cpu is requested, by checkout, ledger-db, orders; nobody says what nodes there are',
  ],
  [
    'a maximum that nobody says',
    { nodes, checkout: { scales: { on: ['cpu'] } } },
    'unknown',
    'nobody says the most pods of checkout',
  ],
  [
    'room in all and no place',
    { nodes, checkout: { ...scales(5), requests: { cpu: '1500m', memory: '1Gi' } } },
    'unknown',
    'no place was found on 2 nodes for some pods of checkout',
  ],
]

for (const [says, shop, verdict, line] of rows) {
  test(`maxima: ${says}`, () => {
    const [found] = verdictsOf(maxima, sampleWorld(shop))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

test('maxima: what an environment has as another says so', () => {
  const world = sampleWorld({
    nodes,
    checkout: scales(31),
    environments: ({ live }) => [environment('trial', { on: live.on, namespace: 'trial', like: live })],
  })
  const [found] = verdictsOf(maxima, world)
  const taken = found?.because.filter(({ rule }) => rule === takenOver).map(({ says }) => says.line)
  assert.deepEqual(taken, [
    'checkout, ledger-db, orders of trial are taken to be as in live: trial is declared like it, and nobody says otherwise',
  ])
})
