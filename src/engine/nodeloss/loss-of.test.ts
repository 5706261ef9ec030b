import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Estate, EstateNode } from '../../estate/estate.ts'
import { podsOf } from '../pods/pods-of.ts'
import { estateOf } from '../pods/sample-estate.ts'
import { type AskedNode, lossOf } from './loss-of.ts'
import { timersOf } from './timers.ts'
import { zoneKey } from './zone-key.ts'

const nodeOf = (name: string, zone: string, labels: EstateNode['labels'] = {}): EstateNode => ({
  name,
  labels,
  taints: [],
  allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
  zone,
  taken: {},
  source: {},
})
const nodes = [nodeOf('n1', 'a'), nodeOf('n2', 'a', { 'node.kubernetes.io/exclude-disruption': '' }), nodeOf('n3', 'b')]
const containers = [{ name: 'c', image: 'x', resources: { requests: { cpu: '500m' } } }]
const workload = (kind: string, name: string, spec: object, podSpec: object = {}, apiVersion = 'apps/v1') => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers, ...podSpec } },
    ...spec,
  },
})

function asked(manifests: readonly object[], lost: readonly AskedNode[] = [{ node: 'n1', silentSeconds: 0 }]) {
  const estate: Estate = estateOf(manifests, { nodes, minor: '1.36' })
  const timers = timersOf('1.36')
  if (!timers) throw new RangeError('1.36 is in no table')
  return lossOf(estate, podsOf(estate), lost, timers).loss
}

const controllers: [name: string, manifest: object, controller: object][] = [
  ['a Deployment', workload('Deployment', 'web', { replicas: 2 }), { is: 'ReplicaSet' }],
  [
    'a StatefulSet is ordered',
    workload('StatefulSet', 'db', {}),
    { is: 'StatefulSet', name: 'StatefulSet/shop/db', ordinal: 0, isOrdered: true },
  ],
  [
    'unless it says otherwise',
    workload('StatefulSet', 'db', { podManagementPolicy: 'Parallel' }),
    { is: 'StatefulSet', name: 'StatefulSet/shop/db', ordinal: 0, isOrdered: false },
  ],
  ['a DaemonSet', workload('DaemonSet', 'agent', {}), { is: 'DaemonSet' }],
  [
    'a Job',
    workload('Job', 'load', {}, { restartPolicy: 'Never' }, 'batch/v1'),
    { is: 'Job', name: 'Job/shop/load', backoffLimit: 6, replaces: 'terminating or failed' },
  ],
  [
    'a Job that replaces failed pods alone',
    workload(
      'Job',
      'load',
      { podReplacementPolicy: 'Failed', backoffLimit: 2 },
      { restartPolicy: 'Never' },
      'batch/v1',
    ),
    { is: 'Job', name: 'Job/shop/load', backoffLimit: 2, replaces: 'failed' },
  ],
  [
    'a Job with a policy for failures',
    workload('Job', 'load', { podFailurePolicy: { rules: [] } }, { restartPolicy: 'Never' }, 'batch/v1'),
    { is: 'Job', name: 'Job/shop/load', backoffLimit: 6, replaces: 'failed' },
  ],
  [
    'a bare pod',
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'alone', namespace: 'shop' }, spec: { containers } },
    { is: 'none' },
  ],
]
for (const [name, manifest, controller] of controllers) {
  test(`loss: ${name}`, () => assert.deepEqual(asked([manifest]).pods[0]?.controller, controller))
}

test('loss: where nothing is seen, as many pods as may stand there, one a node', () => {
  const lost = ['n1', 'n3'].map((node) => ({ node, silentSeconds: 0 }))
  const { pods } = asked(
    [workload('Deployment', 'one', { replicas: 1 }), workload('Deployment', 'many', { replicas: 5 })],
    lost,
  )
  assert.deepEqual(
    pods.map(({ name, node }) => `${name} on ${node}`),
    ['shop/many-#0 on n1', 'shop/many-#1 on n3', 'shop/one-#0 on n1'],
  )
})

test('loss: a pod that no node but another takes is not there', () => {
  assert.deepEqual(asked([workload('Deployment', 'far', {}, { nodeSelector: { far: 'yes' } })]).pods, [])
})

test('loss: times, zones, and nodes that do not count', () => {
  const loss = asked([], [{ node: 'n1', silentSeconds: 60, fencedSeconds: 600, removedSeconds: 900 }])
  assert.deepEqual(loss.lost, [
    {
      node: 'n1',
      lastHeartbeat: { from: 60, to: 60 },
      outOfService: { at: { from: 600, to: 600 }, effect: 'NoExecute' },
      removed: { from: 900, to: 900 },
      otherPods: 0,
    },
  ])
  assert.deepEqual(loss.nodes, [
    { name: 'n1', zone: 'a' },
    { name: 'n2', zone: 'a', isExcluded: true },
    { name: 'n3', zone: 'b' },
  ])
})

test('loss: what a quota leaves, and what a pod takes of it, in thousandths', () => {
  const hard = { pods: '3', 'requests.cpu': '2' }
  const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'q', namespace: 'shop' }, spec: { hard } }
  const { quotas, pods } = asked([workload('Deployment', 'web', { replicas: 2 }), quota])
  assert.deepEqual(quotas, [
    { name: 'ResourceQuota/shop/q pods', spare: 1000 },
    { name: 'ResourceQuota/shop/q requests.cpu', spare: 1000 },
  ])
  assert.deepEqual(pods[0]?.charges, [
    { quota: 'ResourceQuota/shop/q pods', amount: 1000 },
    { quota: 'ResourceQuota/shop/q requests.cpu', amount: 500 },
  ])
})

const zone = (labels: EstateNode['labels'], own?: string) =>
  zoneKey({ labels, ...(own !== undefined && { zone: own }) })
const keys: [name: string, key: string, labels: EstateNode['labels'], own?: string][] = [
  ['no label', '', {}],
  ['what the platform says', 'east', {}, 'east'],
  ['a zone', 'a', { 'topology.kubernetes.io/zone': 'a' }],
  ['region and zone', 'eu/a', { 'topology.kubernetes.io/zone': 'a', 'topology.kubernetes.io/region': 'eu' }],
  ['the older label first', 'b', { 'topology.kubernetes.io/zone': 'a', 'failure-domain.beta.kubernetes.io/zone': 'b' }],
]
for (const [name, key, labels, own] of keys) test(`zone: ${name}`, () => assert.equal(zone(labels, own), key))
