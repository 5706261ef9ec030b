import assert from 'node:assert/strict'
import { test } from 'node:test'
import { controlPlane } from './control-plane.ts'
import { judgedTiers, type Tiers } from './sample-tiers.ts'

const rows: [name: string, harbour: NonNullable<Tiers['harbour']>, says: readonly string[]][] = [
  [
    'three members',
    { controlPlane: { etcd: 3 } },
    ['kept control-plane/harbour: 3 members of etcd: 2 are a majority, so 1 may be lost'],
  ],
  [
    'two, which are no better than one',
    { controlPlane: { servers: 2 } },
    ['broken control-plane/harbour: 2 members of etcd: 2 are a majority, so 0 may be lost'],
  ],
  [
    'nobody says',
    { controlPlane: {} },
    ['unknown control-plane/harbour: nobody says how many members etcd of harbour has'],
  ],
  [
    'the provider keeps it',
    { controlPlane: 'managed' },
    ['kept control-plane/harbour: the provider keeps the control plane of harbour'],
  ],
  [
    'one that is known keeps it',
    { controlPlane: {}, distribution: 'gke' },
    ['kept control-plane/harbour: gcp keeps the control plane of harbour'],
  ],
  ['nothing is said', {}, []],
]

for (const [name, harbour, says] of rows)
  test(`control-plane: ${name}`, () =>
    assert.deepEqual(
      judgedTiers(controlPlane, () => [], { harbour }),
      says,
    ))

test('control-plane: nobody counts on that of a trial', () => {
  assert.deepEqual(
    judgedTiers(controlPlane, () => [], { quay: { controlPlane: { etcd: 1 } } }),
    [],
  )
})
