import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { pool } from '../../platform/language/pool.ts'
import { linesOf, machine, manifestWorld, sampleWorld, verdictsOf } from '../sample.ts'
import type { Verdict } from '../verdict.ts'
import { placed } from './placed.ts'

const host = 'kubernetes.io/hostname'

const rows: [name: string, checkout: ServiceOptions, verdict: string, says: string[]][] = [
  ['two pods', { replicas: 2 }, 'kept', ['checkout can stand on n1, n2']],
  [
    'no node has the label',
    { place: { require: [{ label: 'crane' }] } },
    'broken',
    ['no pod of checkout can be placed: no node takes it', 'n1, n2, n3: lacks the label crane'],
  ],
  [
    'more members than hosts',
    { replicas: 4, place: { apart: [{ by: host, how: 'required' }] } },
    'broken',
    [
      'at most 3 of the 4 pods of checkout can be placed: required anti-affinity on kubernetes.io/hostname leaves one each for n1, n2, n3',
      'n1, n2, n3: may take it',
    ],
  ],
  [
    'no room for so many',
    { replicas: 4, requests: { cpu: 3, memory: '1Gi' } },
    'broken',
    [
      'at most 3 of the 4 pods of checkout can be placed: the nodes have room for so many by cpu',
      'n1: 1',
      'n2: 1',
      'n3: 1',
    ],
  ],
  ['nothing to place', { replicas: 0 }, 'kept', ['checkout has no pods']],
]

for (const [name, checkout, verdict, says] of rows) {
  test(`placed: ${name}`, () => {
    const found = verdictsOf(placed, sampleWorld({ checkout })).find(({ id }) => id === 'placed/live/checkout')
    assert.ok(found)
    assert.equal(found.verdict, verdict)
    assert.deepEqual(sayAll(found), says)
  })
}

function sayAll({ because }: Verdict): string[] {
  return because.flatMap(({ says: { line, rows = [] } }) => [line, ...rows.map(([label, text]) => `${label}: ${text}`)])
}

test('placed: rests on what is said to be taken, and asks for nothing else', () => {
  const nodes = ['n1', 'n2'].map((name) => machine(name, 'east', { taken: { cpu: '25%' } }))
  const verdict = (denied: string[]) =>
    verdictsOf(placed, sampleWorld({ nodes }, { denied })).find(({ id }) => id === 'placed/live/checkout')
  assert.equal(verdict([])?.verdict, 'assumed')
  assert.deepEqual(
    verdict([])?.assumes.map(({ id }) => id),
    ['taken/harbour'],
  )
  assert.equal(verdict(['taken/harbour'])?.verdict, 'broken')
})

test('placed: nobody says what nodes there are', () => {
  const yaml = `
apiVersion: v1
kind: Pod
metadata: { name: cart, namespace: shop }
spec: { containers: [{ name: main, image: cart }] }
`
  const [found] = verdictsOf(placed, manifestWorld(yaml))
  assert.equal(found?.verdict, 'unknown')
  assert.deepEqual(linesOf(found as Verdict), ['nobody says what nodes there are for the pods of cart'])
})

test('placed: nodes that nobody says are asked for once a cluster, however many pods wait', () => {
  const found = verdictsOf(placed, sampleWorld({ nodes: [] }))
  assert.deepEqual(
    found.map(({ id, verdict }) => [id, verdict]),
    [['placed/harbour', 'unknown']],
  )
})

const node = (name: string) => `apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name} } }
status: { allocatable: { cpu: "4", memory: 16Gi, pods: "110" } }
`
const checkout = (spec: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: checkout } }
  template:
    metadata: { labels: { app: checkout } }
    spec: { containers: [{ name: web, image: web, resources: { requests: { cpu: "1" } } }]${spec} }
`
const scaler = (max: number) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: checkout, namespace: shop }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: checkout }, minReplicas: 2, maxReplicas: ${max} }
`
const maker = `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: general }
`
const never = ', nodeSelector: { disk: ssd }'
const most =
  'HorizontalPodAutoscaler/shop/checkout may ask for 9 pods, and at most 8 of the 9 pods of checkout can be placed: the nodes have room for so many by cpu, even with nothing else there'
const refused = 'no pod of checkout can be placed: no node takes it'
const estates: [name: string, yaml: string[], verdict: string, line: string][] = [
  ['the most fits', [checkout(''), scaler(8)], 'kept', 'checkout can stand on n1, n2'],
  ['the most can never fit', [checkout(''), scaler(9)], 'broken', most],
  ['nodes may be added', [checkout(''), scaler(9), maker], 'unknown', `${most}; NodePool general may add nodes`],
  ['no node takes it', [checkout(never)], 'broken', refused],
  [
    'an added node may take it',
    [checkout(never), maker],
    'unknown',
    `${refused}; NodePool general may add nodes that do`,
  ],
]

for (const [name, yaml, verdict, line] of estates) {
  test(`placed, of manifests: ${name}`, () => {
    const world = manifestWorld([...yaml, node('n1'), node('n2')].join('---\n'))
    const found = verdictsOf(placed, world).find(({ subject }) => subject.endsWith('checkout'))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

const volume = (at: string) => `apiVersion: v1
kind: PersistentVolume
metadata: { name: ledger }
spec:
  storageClassName: local
  claimRef: { namespace: shop, name: ledger }
  nodeAffinity:
    required: { nodeSelectorTerms: [{ matchExpressions: [{ key: kubernetes.io/hostname, operator: In, values: [${at}] }] }] }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: ledger, namespace: shop }
spec: { storageClassName: local, resources: { requests: { storage: 1Gi } } }
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: local }
provisioner: rancher.io/local-path
`
const tied: [name: string, at: string, verdict: string, row: string | undefined][] = [
  ['its volume lies on a node that is there', 'n1', 'kept', undefined],
  [
    'its volume lies on a node that is gone',
    'n9',
    'broken',
    'the pod of checkout cannot be placed: its volume ledger stays on n9 (PersistentVolume ledger), which is not among the nodes',
  ],
]
for (const [name, at, verdict, line] of tied) {
  test(`placed: ${name}`, () => {
    const one = checkout(', volumes: [{ name: ledger, persistentVolumeClaim: { claimName: ledger } }]')
    const world = manifestWorld([one.replace('replicas: 2', 'replicas: 1'), volume(at), node('n1')].join('---\n'))
    const found = verdictsOf(placed, world).find(({ subject }) => subject.endsWith('checkout'))
    assert.equal(found?.verdict, verdict)
    if (line !== undefined) assert.deepEqual(found && linesOf(found), [line])
  })
}

test('placed: a static pod on a tainted node stands there', () => {
  const tainted = node('n1').replace('status:', 'spec: { taints: [{ key: control, effect: NoSchedule }] }\nstatus:')
  const pod = `apiVersion: v1
kind: Pod
metadata: { name: keeper-n1, namespace: kube-system }
spec: { nodeName: n1, containers: [{ name: keeper, image: keeper }] }
`
  const [found] = verdictsOf(placed, manifestWorld([tainted, pod].join('---\n')))
  assert.equal(found?.verdict, 'kept')
})

const grown = pool('app', { nodes: { from: 1, to: 3 }, scales: 'autoscaler', cpu: 4, memory: '16Gi' })
const onPools: [name: string, cluster: Partial<ClusterOptions>, replicas: number, verdict: string, says: string][] = [
  [
    'a pool grows to what its pods need',
    { pools: [grown] },
    8,
    'kept',
    'checkout can stand on app-1 (3), app-2 (3), app-3 (2)',
  ],
  [
    'and no further',
    { pools: [grown] },
    13,
    'broken',
    'at most 12 of the 13 pods of checkout can be placed: the nodes have room for so many by cpu',
  ],
  [
    'of nodes that are only counted the size is assumed',
    { nodes: 2 },
    4,
    'assumed',
    'checkout can stand on harbour-1 (2), harbour-2 (2)',
  ],
  [
    'of a pool of no number nobody can tell',
    { pools: [pool('app', { cpu: 4, memory: '16Gi' })] },
    1,
    'unknown',
    'nobody says what nodes there are for the pods of checkout, ledger-db, orders',
  ],
]

for (const [name, cluster, replicas, verdict, says] of onPools) {
  test(`placed: ${name}`, () => {
    const checkout = { replicas, requests: { cpu: 1, memory: '1Gi' } } as const
    const world = sampleWorld({ cluster: { nodes: undefined, ...cluster } as Partial<ClusterOptions>, checkout })
    const found = verdictsOf(placed, world).find(({ id }) => id === 'placed/live/checkout' || id === 'placed/harbour')
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [says])
  })
}
