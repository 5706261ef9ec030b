import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operatorGroup } from './groups.ts'

const rows: [name: string, group: string, operator: string | undefined][] = [
  ['the core group', '', 'Kubernetes'],
  ['a group without a dot', 'apps', 'Kubernetes'],
  ['a group of the Kubernetes project', 'gateway.networking.k8s.io', 'Kubernetes'],
  ['an operator', 'postgresql.cnpg.io', 'CloudNativePG'],
  ['all groups of one project', 'source.toolkit.fluxcd.io', 'Flux'],
  ['a group under x-k8s.io is anybody’s', 'cluster.x-k8s.io', undefined],
  ['nobody’s', 'example.com', undefined],
  ['a name that every object has', 'constructor.example.com', undefined],
  ['a suffix alone is no group', 'fluxcd.io', undefined],
]

for (const [name, group, operator] of rows) {
  test(`groups: ${name}`, () => {
    assert.equal(operatorGroup(group)?.operator, operator)
  })
}

test('groups: a kind without a namespace is said', () => {
  assert.deepEqual(operatorGroup('cert-manager.io')?.clusterWide, ['ClusterIssuer'])
})
