import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identityProvider } from '../../platform/component/identity-provider.ts'
import { service } from '../../platform/component/service.ts'
import { promise } from '../../platform/language/promise.ts'
import { sized } from '../../platform/language/sized.ts'
import type { Many } from '../../platform/model.ts'
import { replicas } from './replicas.ts'
import { judgedTiers, type Tiers, tierParts, verdictsOfTiers } from './sample-tiers.ts'

const { orders } = tierParts()

const rows: [name: string, each: Many, tiers: Tiers, says: readonly string[]][] = [
  [
    'enough of each',
    { atLeast: 2 },
    {},
    [
      'kept replicas/trial/checkout: checkout has 2, which is at least 2',
      'kept replicas/trial/orders: orders has 4, which is at least 2',
    ],
  ],
  [
    'too few of one',
    { atLeast: 3 },
    {},
    [
      'broken replicas/trial/checkout: checkout has 2, not at least 3',
      'kept replicas/trial/orders: orders has 4, which is at least 3',
    ],
  ],
  [
    'nobody says how many, and one is the default',
    { atLeast: 1 },
    { trial: { runs: [service('search', {}), identityProvider('sign-in', { hosted: true })] } },
    [
      'kept replicas/trial/checkout: checkout has 2, which is at least 1',
      'kept replicas/trial/orders: orders has 4, which is at least 1',
      'unknown replicas/trial/search: nobody says how many pods search has',
    ],
  ],
  [
    'an autoscaler of which nobody says the fewest',
    { atLeast: 2 },
    { trial: { runs: [service('search', { scales: { to: 5, on: [{ cpu: '70%' }] } })] } },
    [
      'kept replicas/trial/checkout: checkout has 2, which is at least 2',
      'kept replicas/trial/orders: orders has 4, which is at least 2',
      'unknown replicas/trial/search: nobody says how many pods search has',
    ],
  ],
  [
    'one of each, as the environment says',
    1,
    { trial: { replicas: 1 } },
    [
      'kept replicas/trial/checkout: checkout has 1, which is exactly 1',
      'kept replicas/trial/orders: orders has 1, which is exactly 1',
    ],
  ],
  [
    'one of each, but for one that says otherwise',
    1,
    { trial: { replicas: 1, sized: [sized(orders, { replicas: 3 })] } },
    [
      'kept replicas/trial/checkout: checkout has 1, which is exactly 1',
      'broken replicas/trial/orders: orders has 3, not exactly 1',
    ],
  ],
  [
    'an autoscaler that may go below',
    { atLeast: 2 },
    { trial: { scales: { from: 1, to: 5, on: [{ cpu: '70%' }] } } },
    [
      'broken replicas/trial/checkout: checkout has 1 to 5, not at least 2',
      'broken replicas/trial/orders: orders has 1 to 5, not at least 2',
    ],
  ],
  [
    'half of what the other has, where it waits for it',
    { atLeast: 1, atMost: 2 },
    { trial: { standbyAt: '50%' } },
    [
      'kept replicas/trial/checkout: checkout has 1, which is 1 to 2',
      'kept replicas/trial/orders: orders has 2, which is 1 to 2',
    ],
  ],
]

test('replicas: where an autoscaler is, its bounds are what to say', () => {
  const hints = (each: Many, from: number, to: number) => {
    const scaled = { trial: { scales: { from, to, on: [{ cpu: '70%' }] } } } as const
    const [found] = verdictsOfTiers(replicas, ({ trial }) => [promise.replicas(each, { in: trial })], scaled)
    return found?.because.flatMap(({ hint }) => hint ?? [])
  }
  assert.deepEqual(hints({ atLeast: 2 }, 1, 5), ['scales.from: 2'])
  assert.deepEqual(hints({ atLeast: 2, atMost: 4 }, 2, 5), ['scales.to: 4'])
  assert.deepEqual(hints({ atLeast: 3, atMost: 4 }, 1, 5), ['scales.from: 3, scales.to: 4'])
  assert.deepEqual(hints(3, 1, 2), ['scales.from: 3, scales.to: 3'])
})

for (const [name, each, tiers, says] of rows) {
  test(`replicas: ${name}`, () => {
    const found = judgedTiers(
      replicas,
      ({ trial }) => [promise.replicas(each, { in: trial })],
      tiers.trial?.standbyAt === undefined ? tiers : { ...tiers, standby: true },
    )
    assert.deepEqual(found, says)
  })
}
