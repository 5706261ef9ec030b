import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { written } from '../../platform/language/manifest.ts'
import { pool } from '../../platform/language/pool.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, machine, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { fits } from './fits.ts'

const small: ServiceOptions = { replicas: 2, requests: { cpu: '500m', memory: '1Gi' } }

const rows: [
  name: string,
  checkout: ServiceOptions,
  taken: string,
  whole: ClusterOptions['taken'],
  verdict: string,
  lines: string[],
][] = [
  [
    'room to spare',
    small,
    '50%',
    undefined,
    'assumed',
    [
      '1.5 cores of cpu requested ≤ 4 cores free on the pool front',
      '2.5Gi of memory requested ≤ 32Gi free on the pool front',
      'all 4 pods can be placed at once',
    ],
  ],
  [
    'too much is taken already',
    small,
    '90%',
    undefined,
    'broken',
    ['1.5 cores of cpu requested > 800m free on the pool front'],
  ],
  [
    'taken somewhere, and even here there would be room',
    small,
    '50%',
    { memory: '20Gi' },
    'assumed',
    [
      '1.5 cores of cpu requested ≤ 4 cores free on the pool front',
      '2.5Gi of memory requested ≤ 32Gi free on the pool front; of 20Gi taken in the cluster as a whole 4Gi to 20Gi may stand here, and 29.5Gi are left for it',
      'all 4 pods can be placed at once',
    ],
  ],
  [
    'taken somewhere, and it depends on where',
    small,
    '50%',
    { memory: '31Gi' },
    'unknown',
    [
      '2.5Gi of memory requested ≤ 32Gi free on the pool front; of 31Gi taken in the cluster as a whole 15Gi to 31Gi may stand here, and 29.5Gi are left for it',
    ],
  ],
]

for (const [name, checkout, taken, whole, verdict, lines] of rows) {
  test(`fits: ${name}`, () => {
    const nodes = ['n1', 'n2'].map((one) => machine(one, 'east', { taken: { cpu: taken as '50%' } }))
    const world = sampleWorld({
      nodes: [...nodes, machine('n3', 'west')],
      cluster: { pools: { front: nodes }, ...(whole && { taken: whole }) },
      checkout,
      live: { pool: 'front' },
      promises: ({ live }) => [promise.fits({ in: live })],
    })
    const [found] = verdictsOf(fits, world)
    assert.ok(found)
    assert.equal(found.id, 'fits/live/room')
    assert.equal(found.verdict, verdict)
    assert.deepEqual(linesOf(found), lines)
  })
}

const maker = written({
  apiVersion: 'karpenter.sh/v1',
  kind: 'NodePool',
  metadata: { name: 'spot' },
  spec: {},
})
const workers = (to: number) => pool('workers', { nodes: { from: 1, to }, cpu: 1, memory: '2Gi', scales: 'autoscaler' })

const grown: [name: string, shop: ShopOptions, verdict: string, line: string][] = [
  [
    'no room, and nothing adds nodes',
    { nodes: [machine('n1', 'east', { cpu: 1 })] },
    'broken',
    '1.5 cores of cpu requested > 1 core free on all nodes',
  ],
  [
    'no room, and something adds nodes',
    { nodes: [machine('n1', 'east', { cpu: 1 })], live: { includes: [maker] } },
    'unknown',
    '1.5 cores of cpu requested > 1 core free on all nodes; NodePool spot may add nodes',
  ],
  [
    'a pool that may grow far enough',
    { nodes: [], cluster: { pools: [workers(2)] } },
    'kept',
    '1.5 cores of cpu requested ≤ 2 cores free on all nodes',
  ],
  [
    'a pool that may not',
    { nodes: [], cluster: { pools: [workers(1)] } },
    'broken',
    '1.5 cores of cpu requested > 1 core free on all nodes',
  ],
]

for (const [name, shop, verdict, line] of grown) {
  test(`fits, of nodes that may come: ${name}`, () => {
    const world = sampleWorld({ checkout: small, ...shop, promises: ({ live }) => [promise.fits({ in: live })] })
    const [found] = verdictsOf(fits, world)
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.ok(
      found?.because.some(({ says }) => says.line === line),
      found && linesOf(found).join('\n'),
    )
  })
}
