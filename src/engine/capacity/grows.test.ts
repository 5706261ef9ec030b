import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Labels } from '../../kubernetes/types.ts'
import { smallEstate } from '../placement/small-cluster.ts'
import { estateOf } from '../pods/sample-estate.ts'
import { growsBy } from './grows.ts'

const rows: [name: string, apiVersion: string, kind: string, of: string, grows: boolean][] = [
  ['the cluster autoscaler', 'apps/v1', 'Deployment', 'aws-cluster-autoscaler', true],
  ['a node pool', 'karpenter.sh/v1', 'NodePool', 'general', true],
  ['a pool of Karpenter before version 0.32', 'karpenter.sh/v1alpha5', 'Provisioner', 'general', true],
  ['machines of a kind', 'cluster.x-k8s.io/v1beta1', 'MachineDeployment', 'workers', true],
  ['a pool of machines', 'cluster.x-k8s.io/v1beta1', 'MachinePool', 'spot', true],
  ['one machine alone', 'cluster.x-k8s.io/v1beta1', 'Machine', 'workers-0', false],
  ['the autoscaler of OpenShift', 'autoscaling.openshift.io/v1', 'ClusterAutoscaler', 'default', true],
  ['and of one of its pools', 'autoscaling.openshift.io/v1beta1', 'MachineAutoscaler', 'workers', true],
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

test('grows: what several environments do not show is named once', () => {
  const hidden = { id: 'remote/cluster-autoscaler', says: 'the chart cluster-autoscaler', source: {} }
  assert.deepEqual(growsBy(estateOf([], { unseen: [hidden, { ...hidden }] })), ['the chart cluster-autoscaler'])
})

test('grows: a shop in a namespace that is named so', () => {
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'checkout', namespace: 'autoscaler-demo' },
  }
  assert.deepEqual(growsBy(estateOf([manifest])), [])
})

test('grows: a chart of an autoscaler of pods adds no node', () => {
  const unseen = [{ id: 'remote/vertical-pod-autoscaler', says: 'the chart vertical-pod-autoscaler', source: {} }]
  assert.deepEqual(growsBy(estateOf([], { unseen })), [])
})

const dns = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'coredns', namespace: 'kube-system' } }
const groups: [name: string, labels: readonly object[], objects: readonly object[], says: readonly string[]][] = [
  ['nodes of their own', [{ pool: 'general' }], [], []],
  [
    'pools of GKE',
    ['b', 'a', 'a'].map((pool) => ({ 'cloud.google.com/gke-nodepool': pool })),
    [],
    ['node pools a, b of GKE'],
  ],
  ['Karpenter was here', [{ 'karpenter.sh/nodepool': 'general' }], [dns], ['node pool general of Karpenter']],
  ['a pool of AKS', [{ 'kubernetes.azure.com/agentpool': 'a' }], [dns], ['node pool a of AKS']],
  [
    'a group of EKS: an autoscaler may run there',
    [{ 'eks.amazonaws.com/nodegroup': 'a' }],
    [],
    ['node group a of EKS'],
  ],
  ['a group of EKS, and no autoscaler among all that runs there', [{ 'eks.amazonaws.com/nodegroup': 'a' }], [dns], []],
]

for (const [name, labels, objects, says] of groups) {
  test(`grows: ${name}`, () => {
    const nodes = smallEstate(labels.map((of, at) => ({ name: `n${at}`, labels: of as Labels }))).nodes
    const estate = estateOf([...objects], { nodes })
    assert.deepEqual(
      growsBy({ ...estate, objects: estate.objects.map((object) => ({ ...object, origin: 'read' })) }),
      says,
    )
  })
}
