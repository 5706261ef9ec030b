import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { node } from '../../platform/language/node.ts'
import { pool } from '../../platform/language/pool.ts'
import { promise } from '../../platform/language/promise.ts'
import { answersOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { apart } from './apart.ts'

const promises: ShopOptions['promises'] = ({ live }) => [promise.availability({ in: live, atLeast: '99.9%' })]
const live = { purpose: 'production' } as const
const together = 'nothing that is said keeps pods of one kind apart: one node may hold them all'
const away = 'the autoscaler of nodes takes nodes away, and nobody says how many pods may go at once'
const spread = { place: { spread: [{ by: 'kubernetes.io/hostname', how: 'preferred' }] } } as const
const kept = 'rules keep pods apart, or spread them'
const zone = 'topology.kubernetes.io/zone'
const overZones = { place: { spread: [{ by: zone, maxSkew: 1, how: 'required' }] } } as const
const zones = (...of: readonly string[]): ShopOptions => ({
  nodes: of.map((name, at) => node(`n${at + 1}`, { cpu: 8, memory: '32Gi', zone: name })),
})
const shop = (checkout: ServiceOptions, more: ShopOptions = {}): ShopOptions => ({ promises, live, checkout, ...more })
const draining = { cluster: { autoscaler: { most: 9 } } } as const
const many = pool('many', { nodes: { from: 3, to: 9 }, scales: 'autoscaler', cpu: 8, memory: '32Gi' })
const few = pool('few', { nodes: 3, scales: 'person', cpu: 8, memory: '32Gi' })
const pools = { nodes: [], cluster: { nodes: undefined, pools: [many, few] } }

const rows: readonly (readonly [name: string, shop: ShopOptions, ...answer: readonly string[]])[] = [
  ['nobody promises a share', { live }],
  ['a share of what is no production', { promises, live: { purpose: 'staging' } }],
  ['one pod has nobody to go with', shop({ replicas: 1 })],
  ['two pods, and no rule', shop({ replicas: 2 }), 'unknown', together],
  ['two pods that are spread', shop(spread), 'kept', 'rules keep pods apart, or spread them'],
  [
    'two pods that rather keep apart',
    shop({ place: { apart: [{ by: 'kubernetes.io/hostname', how: 'preferred' }] } }),
    'kept',
    'rules keep pods apart, or spread them',
  ],
  [
    'two pods that rather go to other zones',
    shop({ place: { spread: [{ by: zone, maxSkew: 5, how: 'preferred' }] } }, zones('a', 'b')),
    'unknown',
    together,
  ],
  ['two pods that have to go to other zones', shop(overZones, zones('a', 'b')), 'kept', kept],
  ['two pods that have to go to other zones, of one', shop(overZones, zones('a', 'a')), 'unknown', together],
  [
    'two pods, of which a node may have two more',
    shop({ place: { spread: [{ by: 'kubernetes.io/hostname', maxSkew: 2, how: 'required' }] } }),
    'unknown',
    together,
  ],
  ['nodes go, and no budget', shop(spread, draining), 'unknown', away],
  [
    'nodes go, and a budget',
    shop({ ...spread, budget: { maxUnavailable: 1 } }, draining),
    'kept',
    'rules keep pods apart, or spread them',
    'the autoscaler of nodes takes nodes away, and budgets say how many pods may go at once',
  ],
  [
    'nodes of their pool go',
    shop({ ...spread, pool: many }, pools),
    'unknown',
    'the autoscaler of many takes nodes away, and nobody says how many pods may go at once',
  ],
  ['nodes of another pool go', shop({ ...spread, pool: few }, pools), 'kept', 'rules keep pods apart, or spread them'],
]

for (const [name, asked, ...answer] of rows)
  test(`apart: ${name}`, () => {
    assert.deepEqual(answersOf(apart, sampleWorld(asked)), answer.length === 0 ? [] : [answer])
  })

const hints: readonly (readonly [name: string, nodes: ShopOptions, hint: string])[] = [
  ['one zone', zones('a', 'a'), "place: { apart: [{ by: 'kubernetes.io/hostname', how: 'preferred' }] }"],
  [
    'several zones',
    zones('a', 'b'),
    "place: { spread: [{ by: 'topology.kubernetes.io/zone', maxSkew: 1, how: 'required' }], apart: [{ by: 'kubernetes.io/hostname', how: 'preferred' }] }",
  ],
]

for (const [name, nodes, hint] of hints)
  test(`apart: of ${name} the hint takes no rule away`, () => {
    const [found] = verdictsOf(apart, sampleWorld(shop({ replicas: 2 }, nodes)))
    assert.equal(found?.because[0]?.hint, hint)
  })

test('apart: of an autoscaler the least is told', () => {
  const [found] = verdictsOf(apart, sampleWorld(shop({ scales: { from: 2, to: 6, on: [{ cpu: '70%' }] } })))
  assert.deepEqual(found?.because[0]?.says.rows, [['checkout', 'at least 2 pods']])
})
