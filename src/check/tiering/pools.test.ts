import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PoolOptions, pool } from '../../platform/language/pool.ts'
import { pools } from './pools.ts'
import { judgedTiers } from './sample-tiers.ts'

const rows: [name: string, options: PoolOptions, says: string][] = [
  ['a number', { nodes: 3, scales: 'fixed' }, 'kept pools/quay/app: app has 3'],
  [
    'a range that an autoscaler uses',
    { nodes: { from: 2, to: 10 }, scales: 'autoscaler' },
    'kept pools/quay/app: app has 2 to 10, changed by an autoscaler',
  ],
  [
    'a range that a person uses',
    { nodes: { from: 2, to: 3 }, scales: 'person' },
    'kept pools/quay/app: app has 2 to 3, changed by a person',
  ],
  [
    'a range that nobody may use',
    { nodes: { from: 2, to: 3 }, scales: 'fixed' },
    'broken pools/quay/app: app is fixed, and has 2 to 3: one of them does not hold',
  ],
  ['a range of one', { nodes: { from: 2, to: 2 }, scales: 'fixed' }, 'kept pools/quay/app: app has 2'],
  ['on demand', { scales: 'on-demand' }, 'kept pools/quay/app: machines of app stand while pods ask for them'],
  ['nobody says', {}, 'unknown pools/quay/app: nobody says how many machines app has'],
]

for (const [name, options, says] of rows) {
  test(`pools: ${name}`, () => {
    const found = judgedTiers(pools, () => [], { quay: { pools: [pool('app', options)] } })
    assert.equal(
      found.find((line) => line.includes('pools/quay/')),
      says,
    )
  })
}
