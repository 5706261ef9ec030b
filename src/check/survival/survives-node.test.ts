import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { linesOf, machine, manifestWorld, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { survivesNode } from './survives-node.ts'

const node = (name: string, more = '') => `apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name} } }
status: { allocatable: { cpu: "4", memory: 16Gi, pods: "110" } }
${more}`
const checkout = (replicas: number, spec = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec: { containers: [{ name: web, image: web }]${spec} }
`
const pinned = ', nodeSelector: { kubernetes.io/hostname: n1 }'
const apart = `, affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [
      { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: checkout } } }] } }`
const disk = ', volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]'
const claim = (provisioner: string) => `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: disk, resources: { requests: { storage: 1Gi } } }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: disk }
provisioner: ${provisioner}
`
const maker = `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: general }
`
const two = [node('n1'), node('n2')]
const alone = 'all 2 pods of checkout stand on n1, and no other node takes them'

const rows: [name: string, yaml: readonly string[], verdict: string | undefined, line: string | undefined][] = [
  ['two nodes take them', [checkout(2), ...two], 'kept', 'pods of checkout may stand on 2 nodes'],
  ['one node takes them', [checkout(2, pinned), ...two], 'broken', alone],
  [
    'the others are tainted',
    [checkout(2), node('n1'), node('n2', 'spec: { taints: [{ key: gpu, effect: NoSchedule }] }\n')],
    'broken',
    alone,
  ],
  [
    'another node may come',
    [checkout(2, pinned), ...two, maker],
    'unknown',
    `${alone}; NodePool general may add one that does`,
  ],
  [
    'one volume for all of them',
    [checkout(2, disk), claim('rancher.io/local-path'), ...two],
    'broken',
    'all 2 pods of checkout share the volume data, which is bound to its node: with that node all of them are gone',
  ],
  [
    'one volume that many nodes can attach',
    [checkout(2, disk), claim('nfs.csi.k8s.io'), ...two],
    'kept',
    'pods of checkout may stand on 2 nodes',
  ],
  [
    'as many that keep apart as there are nodes',
    [checkout(2, apart), ...two],
    'broken',
    'the loss of n1 or n2 leaves one of the 2 pods of checkout without a place: they keep apart, and hold all other nodes that take them',
  ],
  [
    'one node more than pods that keep apart',
    [checkout(2, apart), ...two, node('n3')],
    'kept',
    'pods of checkout may stand on 3 nodes',
  ],
  [
    'members come back with their node',
    [checkout(2, apart).replace('Deployment', 'StatefulSet'), ...two],
    'kept',
    'pods of checkout may stand on 2 nodes',
  ],
  ['one pod was never meant to survive', [checkout(1, pinned), ...two], undefined, undefined],
  ['a cluster of one node', [checkout(2), node('n1')], undefined, undefined],
  ['no nodes are known', [checkout(2, pinned)], undefined, undefined],
]

for (const [name, yaml, verdict, line] of rows) {
  test(`survives-node: ${name}`, () => {
    const [found] = verdictsOf(survivesNode, manifestWorld(yaml.join('---\n')))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

const headlines: [name: string, yaml: readonly string[], says: string][] = [
  ['each, where rules leave one without a place', [checkout(2, apart), ...two], 'each'],
  ['at least one, where nothing more is judged', [checkout(2), ...two], 'at least one'],
  [
    'at least one: a member waits for its node',
    [checkout(2, apart).replace('Deployment', 'StatefulSet'), ...two],
    'at least one',
  ],
]
for (const [name, yaml, share] of headlines) {
  test(`survives-node: what should hold: ${name}`, () => {
    const [found] = verdictsOf(survivesNode, manifestWorld(yaml.join('---\n')))
    assert.equal(found?.says, `the rules of checkout leave ${share} of its 2 pods a place without any one node`)
  })
}

const lost = 'without n1, nothing of live is left: no other node takes any of its 3 workloads'
const one = { nodes: [machine('n1', 'east')] }

const environments: [name: string, shop: ShopOptions, verdict: string | undefined, line: string | undefined][] = [
  [
    'production on one node',
    { ...one, live: { purpose: 'production' } },
    'broken',
    `${lost}, and it is for production`,
  ],
  ['production on three', { live: { purpose: 'production' } }, 'kept', 'pods of live may stand on 3 nodes'],
  ['a test on one node', { ...one, live: { purpose: 'test' } }, 'kept', `${lost}; accepted, as live is for test`],
  ['what others share', { ...one, live: { purpose: 'shared' } }, undefined, undefined],
  ['nobody says what it is for', one, undefined, undefined],
]

for (const [name, options, verdict, line] of environments) {
  test(`survives-node: a whole environment: ${name}`, () => {
    const found = verdictsOf(survivesNode, sampleWorld(options)).find(({ id }) => id === 'survives-node/live')
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

test('survives-node: a whole environment: another node may come', () => {
  const more = () => [service('cluster-autoscaler', { listens: 8080 })]
  const world = sampleWorld({ ...one, more, live: { purpose: 'production' } })
  const found = verdictsOf(survivesNode, world).find(({ id }) => id === 'survives-node/live')
  assert.equal(found?.verdict, 'unknown')
  assert.match(
    (found && linesOf(found)[0]) ?? '',
    /and it is for production; Deployment cluster-autoscaler may add one/,
  )
})
