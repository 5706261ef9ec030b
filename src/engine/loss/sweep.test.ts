import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey, zoneKey } from '../placement/reasons.ts'
import { smallClass, smallEstate } from '../placement/small-cluster.ts'
import { estateOf } from '../pods/sample-estate.ts'
import { sweep } from './sweep.ts'

const nodes = smallEstate([
  { name: 'n1', zone: 'a', cpu: '4' },
  { name: 'n2', zone: 'a', cpu: '4' },
  { name: 'n3', zone: 'b', cpu: '4' },
]).nodes

interface Said {
  readonly kind?: string
  readonly replicas?: number
  readonly cpu?: string
  readonly apart?: string
  readonly spec?: object
  /** Kind of the controller of a pod. */
  readonly by?: string
}

function workload({ kind = 'Deployment', replicas = 1, cpu = '1', apart, spec, by }: Said): object {
  const labels = { app: 'checkout' }
  const term = { topologyKey: apart, labelSelector: { matchLabels: labels } }
  const affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } }
  const pod = {
    containers: [{ name: 'web', resources: { requests: { cpu } } }],
    ...(apart !== undefined && { affinity }),
    ...spec,
  }
  const metadata = { name: 'checkout', namespace: 'shop', labels }
  const ownerReferences =
    by === undefined ? [] : [{ apiVersion: 'example.com/v1', kind: by, name: 'cart', controller: true }]
  if (kind === 'Pod') return { apiVersion: 'v1', kind, metadata: { ...metadata, ownerReferences }, spec: pod }
  const template = { metadata: { labels }, spec: pod }
  if (kind === 'ReplicationController')
    return { apiVersion: 'v1', kind, metadata, spec: { replicas, template, selector: labels } }
  return { apiVersion: 'apps/v1', kind, metadata, spec: { replicas, template, selector: { matchLabels: labels } } }
}

const rows: [name: string, of: Said, failure: string, says: string][] = [
  ['one of two is no outage', { replicas: 2 }, 'pod/shop/checkout', ''],
  ['the only one is away for a while', {}, 'pod/shop/checkout', 'waiting'],
  ['a bare pod is lost', { kind: 'Pod' }, 'pod/shop/checkout', 'lost'],
  ['a pod that another controller makes anew', { kind: 'Pod', by: 'Basket' }, 'pod/shop/checkout', 'waiting'],
  ['a pod that another controller makes anew, elsewhere', { kind: 'Pod', by: 'Basket' }, 'node/n1', ''],
  ['a set without a Deployment makes its pods anew', { kind: 'ReplicaSet', replicas: 2 }, 'node/n1', ''],
  ['and so does what came before it', { kind: 'ReplicationController' }, 'pod/shop/checkout', 'waiting'],
  ['room elsewhere', { replicas: 2 }, 'node/n1', ''],
  ['one on each node: no place', { replicas: 3, apart: hostnameKey }, 'node/n1', 'cannot'],
  ['larger than what is left beside those that stay', { replicas: 3, cpu: '3' }, 'node/n1', 'cannot'],
  ['a set waits to be fenced', { kind: 'StatefulSet' }, 'node/n1', 'waiting'],
  ['a bare pod on a node', { kind: 'Pod' }, 'node/n1', 'lost'],
  ['tied to another node', { spec: { nodeSelector: { [hostnameKey]: 'n2' } } }, 'node/n1', ''],
  ['tied to this node', { spec: { nodeSelector: { [hostnameKey]: 'n1' } } }, 'node/n1', 'cannot'],
  ['everything stands in one zone', { replicas: 2 }, 'zone/a', ''],
  ['a set moves to the zone that is left', { kind: 'StatefulSet' }, 'zone/a', 'waiting'],
  ['one for each zone: no place', { replicas: 2, apart: zoneKey }, 'zone/b', 'cannot'],
  ['one of two has room in the zone that is left', { replicas: 2, cpu: '3' }, 'zone/a', 'may'],
  ['too large for the zone that is left', { replicas: 3, cpu: '3' }, 'zone/a', 'cannot'],
]

for (const [name, of, failure, says] of rows) {
  test(`sweep: ${name}`, () => {
    const found = sweep(estateOf([workload(of)], { nodes })).find((row) => row.failure === failure)
    assert.ok(found)
    const lists: ('lost' | 'cannot' | 'may' | 'unknown' | 'preempted' | 'waiting')[] = [
      'lost',
      'cannot',
      'may',
      'unknown',
      'preempted',
      'waiting',
    ]
    assert.equal(lists.filter((list) => found[list].length > 0).join(' '), says)
  })
}

const shortRows: [name: string, of: Said, failure: string, pods: string][] = [
  ['one on each node, one node less', { replicas: 3, apart: hostnameKey }, 'node/n1', '1 of 3'],
  ['one on each node, two nodes less', { replicas: 3, apart: hostnameKey }, 'zone/a', '2 of 3'],
  ['one on each node, the smaller zone less', { replicas: 3, apart: hostnameKey }, 'zone/b', '1 of 3'],
  ['one of two has room', { replicas: 2, cpu: '3' }, 'zone/a', '1 of 2'],
  ['all of them', { spec: { nodeSelector: { [hostnameKey]: 'n1' } } }, 'node/n1', ''],
]
for (const [name, of, failure, says] of shortRows) {
  test(`sweep: how many are left without a place: ${name}`, () => {
    const found = sweep(estateOf([workload(of)], { nodes })).find((row) => row.failure === failure)
    assert.equal(found?.short.map((one) => `${one.pods} of ${one.of}`).join(), says)
  })
}

test('sweep: from where the pods were seen, only what ran on a node is gone', () => {
  const seen = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'checkout-x',
      namespace: 'shop',
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'checkout', controller: true }],
    },
    spec: { nodeName: 'n2' },
  }
  const estate = estateOf([workload({ cpu: '4' }), seen], { nodes })
  const without = (node: string) => sweep(estate).find(({ failure }) => failure === `node/${node}`)
  assert.deepEqual(without('n1')?.may, [])
  assert.equal(without('n2')?.failure, 'node/n2')
})

test('sweep: what a kubelet runs by itself comes back with its node', () => {
  const metadata = { name: 'proxy-n1', namespace: 'kube-system', annotations: { 'kubernetes.io/config.mirror': 'x' } }
  const proxy = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { nodeName: 'n1', containers: [{ name: 'proxy' }] } }
  const outcomes = sweep(estateOf([proxy], { nodes }))
  assert.deepEqual(
    outcomes.map(({ failure }) => failure),
    ['node/n1', 'node/n2', 'node/n3', 'zone/a', 'zone/b'].flatMap((failure) => [failure, failure]),
  )
  assert.deepEqual(
    outcomes.flatMap(({ lost, cannot, may, waiting }) => [lost, cannot, may, waiting].flat()),
    [],
  )
})

test('sweep: an order by any node that takes the pod is told from one that the scheduler may choose', () => {
  const by = (spec: object) => {
    const estate = smallEstate([
      { name: 'n1', cpu: '8' },
      { name: 'n2', cpu: '3' },
      { name: 'n3', cpu: '2' },
    ])
    const web = { ...smallClass({ name: 'web', cpu: '3' }), standing: [{ pod: 'web-1', node: 'n1' }] }
    const api = { ...smallClass({ name: 'api', cpu: '1', spec }), standing: [{ pod: 'api-1', node: 'n1' }] }
    const row = sweep(estate, [web, api]).find(({ failure, state }) => failure === 'node/n1' && state === 'removed')
    return row?.witnesses
  }
  const likes = { matchExpressions: [{ key: hostnameKey, operator: 'In', values: ['n3'] }] }
  const preferred = [{ weight: 100, preference: likes }]
  const affinity = { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred } }
  assert.deepEqual(by({ affinity }), [{ workload: 'Deployment/shop/web', by: 'filters' }])
  assert.deepEqual(by({}), [{ workload: 'Deployment/shop/web', by: 'scheduler' }])
})
