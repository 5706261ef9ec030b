import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isClusterWide } from './scope.ts'

const rows: [apiVersion: string, kind: string, holds: boolean][] = [
  ['v1', 'Namespace', true],
  ['v1', 'Pod', false],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', true],
  ['rbac.authorization.k8s.io/v1beta1', 'ClusterRole', true],
  ['rbac.authorization.k8s.io/v1', 'Role', false],
  ['storage.k8s.io/v1', 'CSIStorageCapacity', false],
  ['postgresql.cnpg.io/v1', 'Cluster', false],
  ['sea.example/v1', 'Node', false],
  ['sea.example/v1', 'Reef', true],
]

for (const [apiVersion, kind, holds] of rows) {
  test(`${apiVersion} ${kind} ${holds ? 'belongs to no namespace' : 'belongs to a namespace'}`, () => {
    assert.equal(isClusterWide({ apiVersion, kind }, new Set(['sea.example/Reef'])), holds)
  })
}
