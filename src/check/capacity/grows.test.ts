import assert from 'node:assert/strict'
import { test } from 'node:test'
import { written } from '../../platform/language/manifest.ts'
import { pool } from '../../platform/language/pool.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, machine, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { grows } from './grows.ts'

const scaler = (maxReplicas: number) =>
  written({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'checkout', namespace: 'shop' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout' },
      minReplicas: 2,
      maxReplicas,
    },
  })

// Two checkouts, one orders, one ledger-db, 250m each; three nodes of 4 cores.
const quota = { 'requests.cpu': 2 }

type Row = [
  name: string,
  options: { to?: number; by?: 'person' },
  live: ShopOptions['live'],
  verdict: string,
  lines: string[],
]

const rows: Row[] = [
  ['nobody scales it', {}, { quota }, 'broken', ['nobody scales checkout: there is no autoscaler for it']],
  [
    'people do',
    { by: 'person' },
    { quota },
    'kept',
    [
      'checkout is scaled by hand',
      'quota live leaves 1 core of requests.cpu beside all pods: 4 more of 250m, 6 at most',
      '1 more of checkout takes 250m of cpu, and 11 cores are left on all nodes',
      '1 more of checkout takes 256Mi of memory, and 47Gi are left on all nodes',
    ],
  ],
  [
    'an autoscaler does, as far as promised',
    { to: 6 },
    { quota, includes: [scaler(6)] },
    'kept',
    [
      'HorizontalPodAutoscaler checkout scales it',
      'quota live leaves 1 core of requests.cpu beside all pods: 4 more of 250m, 6 at most',
      '4 more of checkout take 1 core of cpu, and 11 cores are left on all nodes',
      '4 more of checkout take 1Gi of memory, and 47Gi are left on all nodes',
    ],
  ],
  [
    'not as far',
    { to: 6 },
    { quota, includes: [scaler(5)] },
    'broken',
    ['HorizontalPodAutoscaler checkout ends at 5 pods, and 6 are promised'],
  ],
  [
    'one more than the quota holds',
    { to: 7, by: 'person' },
    { quota },
    'broken',
    ['quota live leaves 1 core of requests.cpu beside all pods: 4 more of 250m, 6 at most, and 7 are promised'],
  ],
  [
    'more than the nodes hold',
    { to: 47, by: 'person' },
    {},
    'broken',
    ['45 more of checkout take 11.25 cores of cpu, and 11 cores are left on all nodes'],
  ],
  [
    'as many as the nodes hold',
    { to: 46, by: 'person' },
    {},
    'kept',
    [
      'checkout is scaled by hand',
      'no quota bounds the pods of checkout',
      '44 more of checkout take 11 cores of cpu, and 11 cores are left on all nodes',
      '44 more of checkout take 11Gi of memory, and 47Gi are left on all nodes',
    ],
  ],
]

for (const [name, options, live, verdict, lines] of rows) {
  test(`grows: ${name}`, () => {
    const world = sampleWorld({
      nodes: ['n1', 'n2', 'n3'].map((one) => machine(one, 'east')),
      live,
      promises: ({ live: place, checkout }) => [promise.grows(checkout, { in: place, ...options })],
    })
    const [found] = verdictsOf(grows, world)
    assert.equal(found?.id, 'grows/live/checkout')
    assert.equal(found.verdict, verdict)
    assert.deepEqual(linesOf(found), lines)
  })
}

const maker = written({ apiVersion: 'karpenter.sh/v1', kind: 'NodePool', metadata: { name: 'spot' }, spec: {} })
const workers = (to: number) => [
  pool('workers', { nodes: { from: 1, to }, cpu: 1, memory: '4Gi', scales: 'autoscaler' }),
]

// One core holds the four pods of 250m that stand; six more take 1.5 cores.
const further: [name: string, shop: ShopOptions, verdict: string, line: string][] = [
  [
    'nothing adds nodes',
    { nodes: [machine('n1', 'east', { cpu: 1 })] },
    'broken',
    '6 more of checkout take 1.5 cores of cpu, and 0 cores are left on all nodes',
  ],
  [
    'something adds nodes, and nobody says how many',
    { nodes: [machine('n1', 'east', { cpu: 1 })], live: { includes: [maker] } },
    'unknown',
    '6 more of checkout take 1.5 cores of cpu, and 0 cores are left on all nodes; NodePool spot may add nodes',
  ],
  [
    'a pool that may have as many nodes',
    { nodes: [], cluster: { pools: workers(3) } },
    'kept',
    '6 more of checkout take 1.5 cores of cpu, and 2 cores are left on all nodes, with every node that may be added',
  ],
  [
    'a pool that ends before',
    { nodes: [], cluster: { pools: workers(2) } },
    'broken',
    '6 more of checkout take 1.5 cores of cpu, and 1 core is left on all nodes, with every node that may be added',
  ],
  [
    'a pool of three, of which the autoscaler adds no more than two',
    { nodes: [], cluster: { pools: workers(3), autoscaler: { most: 2 } } },
    'unknown',
    '6 more of checkout take 1.5 cores of cpu, and 2 cores are left on all nodes, with every node that its pools may have, of which the autoscaler adds only some',
  ],
]

for (const [name, shop, verdict, line] of further) {
  test(`grows, of nodes that may come: ${name}`, () => {
    const world = sampleWorld({
      ...shop,
      promises: ({ live, checkout }) => [promise.grows(checkout, { in: live, to: 8, by: 'person' })],
    })
    const [found] = verdictsOf(grows, world)
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.ok(
      found?.because.some(({ says }) => says.line === line),
      found?.because.map(({ says }) => says.line).join('\n'),
    )
  })
}
