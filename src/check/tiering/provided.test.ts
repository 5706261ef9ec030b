import assert from 'node:assert/strict'
import { test } from 'node:test'
import { provided } from './provided.ts'
import { judgedTiers, type Tiers } from './sample-tiers.ts'

const rows: [name: string, quay: NonNullable<Tiers['quay']>, says: readonly string[]][] = [
  ['its own', { distribution: 'eks', provider: 'aws' }, ['kept provided/quay: quay is eks, a service of aws']],
  [
    "another's",
    { distribution: 'eks', provider: 'gcp' },
    ['broken provided/quay: quay is eks, a service of aws, and stands in gcp'],
  ],
  ['one that anybody runs', { distribution: 'k3s', provider: 'gcp' }, []],
  ['nobody says which', { distribution: 'aks' }, []],
]

for (const [name, quay, says] of rows)
  test(`provided: ${name}`, () =>
    assert.deepEqual(
      judgedTiers(provided, () => [], { quay }),
      says,
    ))
