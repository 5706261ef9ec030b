import assert from 'node:assert/strict'
import { test } from 'node:test'
import { managedClusterOf } from '../../knowledge/managed-clusters.ts'
import { provided } from './provided.ts'
import { judgedTiers, type Tiers } from './sample-tiers.ts'

const hosts = { aks: 'learn.microsoft.com', eks: 'docs.aws.amazon.com', gke: 'docs.cloud.google.com' }
for (const [distribution, host] of Object.entries(hosts))
  test(`provided: what is known of ${distribution} is a page of its provider`, () =>
    assert.equal(new URL(managedClusterOf(distribution)?.source ?? '').hostname, host))

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
