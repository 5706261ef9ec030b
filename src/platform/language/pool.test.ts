import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makingOf } from '../made.ts'
import { type ClusterOptions, cluster } from './cluster.ts'
import { node } from './node.ts'
import { type PoolOptions, pool } from './pool.ts'

const problemsOf = (value: object) => makingOf(value)?.problems.map(({ path, found }) => `${path} | ${found}`)

const slips: [name: string, options: PoolOptions, problems: readonly string[]][] = [
  ['nothing at all', {}, []],
  ['a number', { nodes: 3, cpu: 8, memory: '32Gi' }, []],
  ['a range and who follows it', { nodes: { from: 2, to: 10 }, scales: 'autoscaler' }, []],
  ['a range that nobody may use', { nodes: { from: 2, to: 3 }, scales: 'fixed' }, []],
  ['a range and nobody who changes the number', { nodes: { from: 2, to: 10 } }, ['scales | nothing']],
  ['a range that ends first', { nodes: { from: 3, to: 2 }, scales: 'person' }, ['nodes | from 3 to 2']],
]

for (const [name, options, expected] of slips)
  test(`a pool of ${name}`, () => assert.deepEqual(problemsOf(pool('app', options)), expected))

const app = pool('app', { nodes: { from: 2, to: 10 }, scales: 'autoscaler', zones: ['a', 'b'] })
const data = pool('data', { nodes: 3, zones: ['a', 'b'] })
const n1 = node('n1', { cpu: 4, memory: '16Gi' })

const clusters: [
  name: string,
  options: Omit<ClusterOptions, 'kubernetes'>,
  nodes: readonly string[],
  problems: readonly string[],
][] = [
  ['two pools', { pools: [app, data] }, ['app-1 a', 'app-2 b', 'data-1 a', 'data-2 b', 'data-3 a'], []],
  ['a node beside a pool', { nodes: [n1], pools: [app] }, ['n1 -', 'app-1 a', 'app-2 b'], []],
  ['a number of nodes', { nodes: 2 }, ['harbour-1 -', 'harbour-2 -'], []],
  ['a pool of which nobody says how many', { pools: [pool('app')] }, [], []],
  ['a pool that stands on demand', { pools: [pool('gpu', { nodes: 4, scales: 'on-demand' })] }, [], []],
  ['no nodes', {}, [], ['nodes | nothing']],
  [
    'a number beside pools',
    { nodes: 2, pools: [data] },
    ['harbour-1 -', 'harbour-2 -', 'data-1 a', 'data-2 b', 'data-3 a'],
    ['nodes | 2 beside pools'],
  ],
  [
    'the same pool twice',
    { pools: [app, app] },
    ['app-1 a', 'app-2 b', 'app-1 a', 'app-2 b'],
    ['pools[1] | a second pool app'],
  ],
  [
    'a node named as one of a pool',
    { nodes: [node('app-2', { cpu: 4, memory: '16Gi' })], pools: [app] },
    ['app-2 -', 'app-1 a', 'app-2 b'],
    ['pools[0] | a second node app-2'],
  ],
]

for (const [name, options, nodes, problems] of clusters) {
  test(`a cluster of ${name}`, () => {
    const made = cluster('harbour', { kubernetes: '1.34', ...options })
    assert.deepEqual(
      made.nodes.map(({ name: of, zone = '-' }) => `${of} ${zone}`),
      nodes,
    )
    assert.deepEqual(problemsOf(made), problems)
  })
}
