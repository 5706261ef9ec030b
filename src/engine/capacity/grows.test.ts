import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estateOf } from '../pods/sample-estate.ts'
import { growsBy } from './grows.ts'

const rows: [name: string, apiVersion: string, kind: string, of: string, grows: boolean][] = [
  ['the cluster autoscaler', 'apps/v1', 'Deployment', 'aws-cluster-autoscaler', true],
  ['a node pool', 'karpenter.sh/v1', 'NodePool', 'general', true],
  ['a pool of machines', 'cluster.x-k8s.io/v1beta1', 'MachineDeployment', 'workers', true],
  ['the vertical pod autoscaler adds no node', 'apps/v1', 'Deployment', 'vertical-pod-autoscaler-updater', false],
  ['the autoscaler of the DNS servers adds no node', 'apps/v1', 'Deployment', 'dns-horizontal-autoscaler', false],
  ['a node pool of somebody else', 'boats.example/v1', 'NodePool', 'general', false],
  ['a shop', 'apps/v1', 'Deployment', 'checkout', false],
]

for (const [name, apiVersion, kind, of, grows] of rows) {
  test(`grows: ${name}`, () => {
    const manifest = { apiVersion, kind, metadata: { name: of, namespace: 'shop' } }
    assert.equal(growsBy(estateOf([manifest])).length > 0, grows)
  })
}

test('grows: a chart that nobody read may be one', () => {
  const unseen = [{ id: 'remote/cluster-autoscaler', says: 'the chart cluster-autoscaler', source: {} }]
  assert.deepEqual(growsBy(estateOf([], { unseen })), ['the chart cluster-autoscaler'])
})

test('grows: a shop in a namespace that is named so', () => {
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'checkout', namespace: 'autoscaler-demo' },
  }
  assert.deepEqual(growsBy(estateOf([manifest])), [])
})
