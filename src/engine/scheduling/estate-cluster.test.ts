import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallClass, smallEstate, smallObject } from '../placement/small-cluster.ts'
import { fieldsOf } from '../pods/untrusted.ts'
import { estateCluster } from './estate-cluster.ts'
import { schedulerOf } from './scheduler-of.ts'

const nodes = [
  { name: 'n2', cpu: '4', zone: 'b' },
  { name: 'n1', cpu: '4', zone: 'a', taken: { cpu: '1500m' } },
]

test('nodes stand by name, and what somebody estimates to be taken is not to be had', () => {
  const { cluster } = estateCluster(smallEstate(nodes), [])
  assert.deepEqual(
    cluster.nodes.map(({ metadata, status }) => [metadata.name, fieldsOf(fieldsOf(status).allocatable).cpu]),
    [
      ['n1', '2500m'],
      ['n2', '4'],
    ],
  )
})

test('pods wait by priority, jobs after what is always there, then by name; those of DaemonSets come first', () => {
  const classes = [
    smallClass({ name: 'b', count: 2 }),
    smallClass({ name: 'a-job', kind: 'Job' }),
    smallClass({ name: 'vip', spec: { priority: 10 } }),
    smallClass({ name: 'logs', kind: 'DaemonSet', count: 2 }),
  ]
  const { waiting } = estateCluster(smallEstate(nodes), classes)
  assert.deepEqual(
    waiting.map(({ name }) => name),
    ['logs-#0', 'logs-#1', 'vip-#0', 'b-#0', 'b-#1', 'a-job-#0'],
  )
})

test('a pod of a DaemonSet fits its own node alone', () => {
  const { cluster, waiting } = estateCluster(smallEstate(nodes), [
    smallClass({ name: 'logs', kind: 'DaemonSet', count: 2 }),
  ])
  const scheduler = schedulerOf(cluster)
  assert.deepEqual(
    waiting.map(({ manifest }) => scheduler.judge(manifest).feasible),
    [['n1'], ['n2']],
  )
})

test('pods that were seen stand there; those on nodes that nobody shows have no place yet', () => {
  const standing = [
    { pod: 'cart-x', node: 'n2' },
    { pod: 'cart-y', node: 'gone' },
  ]
  const { cluster, waiting } = estateCluster(smallEstate(nodes), [
    { ...smallClass({ name: 'cart', count: 3 }), standing },
  ])
  assert.deepEqual(
    cluster.pods.map(({ metadata, spec }) => [metadata.name, fieldsOf(spec).nodeName]),
    [['cart-x', 'n2']],
  )
  assert.equal(waiting.length, 2)
})

test('the pods of a Deployment are spread where nobody says more, as by its ReplicaSet', () => {
  const deployment = smallObject('Deployment', 'cart', { spec: { selector: { matchLabels: { app: 'cart' } } } })
  const cart = smallClass({ name: 'cart', count: 2, labels: { 'pod-template-hash': '#cart' } })
  const { cluster, waiting } = estateCluster(smallEstate(nodes, { objects: [deployment] }), [cart])
  const scheduler = schedulerOf(cluster)
  const [first, second] = waiting.map(({ manifest }) => manifest)
  assert.ok(first && second)
  scheduler.bind(first, 'n2')
  const spread = scheduler.judge(second).scores.map(({ node, by }) => [node, by.PodTopologySpread])
  assert.deepEqual(spread, [
    ['n1', 200],
    ['n2', 132],
  ])
})

const tied: readonly (readonly [name: string, bound: 'node' | 'zone' | 'cluster', alsoOn: readonly string[]])[] = [
  ['a volume of a node', 'node', ['n1']],
  ['a volume of a zone', 'zone', ['n1', 'n3']],
  ['a volume of the cluster', 'cluster', ['n1', 'n2', 'n3']],
]
for (const [name, bound, alsoOn] of tied) {
  test(`a claim that two pods share: ${name} is made where the first of them stands`, () => {
    const estate = smallEstate([...nodes, { name: 'n3', zone: 'a' }], {
      classes: { disk: { bound, default: true, source: {} } },
      objects: [smallObject('PersistentVolumeClaim', 'data', { spec: { storageClassName: 'disk' } })],
    })
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }]
    const claims = [{ claim: 'data', perPod: false, class: 'disk', bound }]
    const { cluster, waiting } = estateCluster(estate, [
      smallClass({ name: 'web', count: 2, claims, spec: { volumes } }),
    ])
    const scheduler = schedulerOf(cluster)
    const [first, second] = waiting.map(({ manifest }) => manifest)
    assert.ok(first && second)
    scheduler.bind(first, 'n1')
    assert.deepEqual(scheduler.judge(second).feasible, alsoOn)
  })
}

test('a claim that nobody shows keeps a pod from no node, unless a picture shows all there is', () => {
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'elsewhere' } }]
  const web = smallClass({ name: 'web', spec: { volumes } })
  const seen = { ...smallClass({ name: 'cart' }), standing: [{ pod: 'cart-x', node: 'n1' }] }
  const judged = (classes: readonly (typeof web)[]) => {
    const { cluster, waiting } = estateCluster(smallEstate(nodes), classes)
    return schedulerOf(cluster).judge(waiting.at(-1)?.manifest ?? assert.fail())
  }
  assert.deepEqual(judged([web]).feasible, ['n1', 'n2'])
  assert.deepEqual(judged([seen, web]).nowhere?.reasons, ['persistentvolumeclaim "elsewhere" not found'])
})

test('a pod that names its node goes there past taints that only keep pods from being scheduled', () => {
  const taint = { key: 'dedicated', value: 'db' }
  const tainted = (effect: 'NoSchedule' | 'NoExecute') => smallEstate([{ name: 'n1', taints: [{ ...taint, effect }] }])
  const fixed = smallClass({ name: 'fixed', spec: { nodeName: 'n1' } })
  const feasible = (effect: 'NoSchedule' | 'NoExecute') => {
    const { cluster, waiting } = estateCluster(tainted(effect), [fixed])
    return schedulerOf(cluster).judge(waiting[0]?.manifest ?? assert.fail()).feasible
  }
  assert.deepEqual([feasible('NoSchedule'), feasible('NoExecute')], [['n1'], []])
})
