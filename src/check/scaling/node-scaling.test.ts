import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { type PoolOptions, pool } from '../../platform/language/pool.ts'
import type { ClusterAutoscaler, Scaling } from '../../platform/model.ts'
import { answersOf, sampleWorld } from '../sample.ts'
import { nodeScaling } from './node-scaling.ts'

const moved: PoolOptions = { nodes: { from: 2, to: 6 }, scales: 'autoscaler', cpu: 4, memory: '16Gi', zones: ['east'] }
const steps: Scaling = { from: 2, to: 30, on: [{ cpu: '70%' }], up: { pods: 2, every: '1m' } }

interface Row {
  readonly autoscaler?: ClusterAutoscaler
  readonly pools?: readonly PoolOptions[]
  readonly scales?: Scaling
  readonly says: readonly (readonly string[])[]
}

const rows: readonly (Row & { readonly name: string })[] = [
  { name: 'no autoscaler', says: [] },
  { name: 'it changes a pool', autoscaler: { most: 6 }, says: [['kept', 'it changes p0']] },
  {
    name: 'pools of one number',
    autoscaler: { adds: '2m' },
    pools: [{ ...moved, nodes: 3, scales: 'fixed' }],
    says: [['broken', 'each pool of harbour has one number: there is nothing that it may change']],
  },
  {
    name: 'nobody says which nodes',
    autoscaler: { adds: '2m' },
    pools: [],
    says: [['unknown', 'nobody says between which numbers it moves the nodes of harbour']],
  },
  {
    name: 'the most alone is said',
    autoscaler: { most: 6 },
    pools: [],
    says: [['unknown', 'harbour has 6 nodes at most, and nobody says how few it leaves, or of which pools']],
  },
  {
    name: 'steps that have room until a node is there',
    autoscaler: { adds: { from: '1m', to: '2m' } },
    scales: steps,
    says: [
      [
        'kept',
        'it changes p0',
        'a node takes 1m to 2m to come; 4 pods may be added until then, and there is room for them',
      ],
    ],
  },
  {
    name: 'more pods than there is room for',
    autoscaler: { adds: '20m' },
    scales: { ...steps, to: 40 },
    says: [
      [
        'unknown',
        'a node takes 20m to come; 38 pods may be added until then, and there is no room for all of them: some wait for it',
      ],
    ],
  },
  {
    name: 'without steps, all that may be',
    autoscaler: { adds: '1m' },
    scales: { from: 2, to: 8, on: [{ cpu: '70%' }] },
    says: [
      ['kept', 'it changes p0', 'a node takes 1m to come; 6 pods may be added until then, and there is room for them'],
    ],
  },
  {
    name: 'nodes that came may go',
    autoscaler: { utilization: '50%', removes: '10m' },
    says: [
      [
        'kept',
        'it changes p0',
        'with the fewest pods 4.1% of the cpu of 6 nodes is requested, less than 50%: a node that is not needed for 10m goes',
      ],
    ],
  },
  {
    name: 'nodes that came stay',
    autoscaler: { utilization: '3%' },
    says: [
      [
        'unknown',
        'with the fewest pods 4.1% of the cpu of 6 nodes is requested, and only nodes below 3% are taken: those that came may all stay',
      ],
    ],
  },
]

for (const { name, autoscaler, pools = [moved], scales, says } of rows)
  test(`node-scaling: ${name}`, () => {
    const checkout: ServiceOptions = { replicas: undefined, ...(scales ? { scales } : { replicas: 2 }) }
    const world = sampleWorld({
      nodes: pools.length === 0 ? undefined : [],
      checkout,
      cluster: { ...(autoscaler && { autoscaler }), pools: pools.map((one, at) => pool(`p${at}`, one)) },
    })
    assert.deepEqual(answersOf(nodeScaling, world), says)
  })
