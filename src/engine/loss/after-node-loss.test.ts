import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey, sayReason, zoneKey } from '../placement/reasons.ts'
import { type SmallClass, type SmallNode, smallClass, smallEstate } from '../placement/small-cluster.ts'
import { lossAnswers } from './after-node-loss.ts'
import { refusedWithout } from './refused-without.ts'

const control = { 'node-role.kubernetes.io/control-plane': 'true' }
const nodes: readonly SmallNode[] = [
  { name: 'n1', labels: control },
  { name: 'n2', labels: control },
  { name: 'n3', labels: control },
  { name: 'n4' },
]
const database: SmallClass = {
  name: 'orders-db',
  kind: 'StatefulSet',
  count: 3,
  nodeSelector: control,
  apart: [{ by: hostnameKey }],
  claims: [{ claim: 'data-orders-db-#', class: 'local-path' }],
}
const twoZones: readonly SmallNode[] = [
  { name: 'n1', zone: 'a' },
  { name: 'n2', zone: 'a' },
  { name: 'n3', zone: 'b' },
]

const rows: [name: string, classes: SmallClass, nodes: readonly SmallNode[], says: string][] = [
  [
    'members on volumes of their nodes, one per node',
    database,
    nodes,
    `cannot (refused), must have stood there, replaced once fenced
n1: gone, and with it the volume data-orders-db-0 (local-path is bound to its node)
n2: has no volume data-orders-db-0, which stays on n1 (local-path is bound to its node); holds orders-db-1: required anti-affinity on kubernetes.io/hostname
n3: has no volume data-orders-db-0, which stays on n1 (local-path is bound to its node); holds orders-db-2: required anti-affinity on kubernetes.io/hostname
n4: lacks the label node-role.kubernetes.io/control-plane=true; has no volume data-orders-db-0, which stays on n1 (local-path is bound to its node)`,
  ],
  [
    'apart by zone: the Terminating pod still holds the zone of its node',
    { name: 'checkout', count: 2, apart: [{ by: zoneKey }] },
    [
      { name: 'n1', zone: 'a' },
      { name: 'n2', zone: 'a' },
      { name: 'n3', zone: 'b' },
    ],
    `cannot (apart), may have stood there, replaced once evicted
n1: gone
n2: a holds checkout-#0: required anti-affinity on topology.kubernetes.io/zone
n3: b holds checkout-#1: required anti-affinity on topology.kubernetes.io/zone`,
  ],
  [
    'a single pod that keeps its zone to itself is in its own way while it is Terminating',
    { name: 'checkout', apart: [{ by: zoneKey }] },
    twoZones.slice(0, 2),
    `cannot (apart), may have stood there, replaced once evicted
n1: gone
n2: a holds checkout-#0: required anti-affinity on topology.kubernetes.io/zone`,
  ],
  [
    'one that keeps its node to itself is not',
    { name: 'checkout', apart: [{ by: hostnameKey }] },
    twoZones.slice(0, 2),
    `can, may have stood there, replaced once evicted
n1: gone
n2: open`,
  ],
  [
    'a member of a StatefulSet is made anew once the old one is gone, and its zone is free',
    { name: 'orders-db', kind: 'StatefulSet', count: 2, apart: [{ by: zoneKey }] },
    twoZones,
    `unknown, may have stood there, replaced once fenced
n1: gone
n2: open
n3: b holds orders-db-1: required anti-affinity on topology.kubernetes.io/zone`,
  ],
  [
    'a pod that asks for nothing goes anywhere',
    { name: 'checkout', count: 9 },
    nodes.slice(0, 2),
    `can, may have stood there, replaced once evicted
n1: gone
n2: open`,
  ],
  [
    'nowhere to go',
    { name: 'checkout', nodeSelector: control },
    [nodes[0], nodes[3]].filter((node) => node !== undefined),
    `cannot (refused), must have stood there, replaced once evicted
n1: gone
n4: lacks the label node-role.kubernetes.io/control-plane=true`,
  ],
  [
    'too large for what is left',
    { name: 'checkout', cpu: '8' },
    [{ name: 'n1' }, { name: 'n2', taken: { cpu: '8800m', says: '55%' } }],
    `cannot (refused), must have stood there, replaced once evicted, assuming taken/shop
n1: gone
n2: has room for 7.2 cores beside the 8.8 cores already taken, and the pod asks for 8 cores`,
  ],
  [
    'room for all, whatever drifts over from the lost node',
    { name: 'checkout', count: 3, cpu: '500m' },
    ['n1', 'n2', 'n3'].map((name) => ({ name, taken: { cpu: '4', says: '25%' } })),
    `can, may have stood there, replaced once evicted, assuming taken/shop
n1: gone
n2: open
n3: open`,
  ],
  [
    'what drifts over may be in the way',
    { name: 'checkout', count: 3, cpu: '4' },
    ['n1', 'n2', 'n3'].map((name) => ({ name, taken: { cpu: '11', says: '69%' } })),
    `unknown, may have stood there, replaced once evicted
n1: gone
n2: open
n3: open`,
  ],
  [
    'a pod that tolerates the silence for ever is not replaced',
    { name: 'checkout', spec: { tolerations: [{ operator: 'Exists' }] } },
    nodes.slice(0, 2),
    `can, may have stood there, replaced never
n1: gone
n2: open`,
  ],
  [
    'spread over zones, and a node of the emptiest takes it whichever that is',
    { name: 'checkout', count: 3, spread: [{ by: zoneKey, maxSkew: 1 }] },
    twoZones,
    `can, may have stood there, replaced once evicted
n1: gone
n2: open
n3: open`,
  ],
  [
    'spread over nodes: the silent one still counts, and stays the emptiest',
    { name: 'checkout', count: 3, spread: [{ by: hostnameKey, maxSkew: 1 }] },
    twoZones,
    `unknown, may have stood there, replaced once evicted
n1: gone
n2: open
n3: open`,
  ],
  [
    'spread over nodes that count by their taints: the silent one counts no more',
    { name: 'checkout', count: 3, spread: [{ by: hostnameKey, maxSkew: 1, more: { nodeTaintsPolicy: 'Honor' } }] },
    twoZones,
    `can, may have stood there, replaced once evicted
n1: gone
n2: open
n3: open`,
  ],
  [
    'volumes of a class that nobody describes may be attached elsewhere',
    { name: 'ledger-db', kind: 'StatefulSet', count: 2, claims: [{ class: 'disk', bound: 'unknown' }] },
    nodes.slice(0, 2),
    `can, may have stood there, replaced once fenced, assuming volumes-move/shop/disk
n1: gone
n2: open`,
  ],
]

for (const [name, given, cluster, says] of rows) {
  test(`loss of a node: ${name}`, () => {
    const pod = smallClass(given)
    const answer = lossAnswers(smallEstate(cluster), [pod])(pod.workload, 'n1')
    assert.ok(answer)
    const assumes = answer.assumes.map(({ id }) => id).join(' ')
    const proof = answer.proof ? ` (${answer.proof})` : ''
    const head = `${answer.answer}${proof}, ${answer.displaced} have stood there, replaced ${answer.replaced}`
    const lines = answer.nodes.map(({ node, refused }) => `${node}: ${refused.map(sayReason).join('; ') || 'open'}`)
    assert.equal([assumes ? `${head}, assuming ${assumes}` : head, ...lines].join('\n'), says)
  })
}

test('loss of a node: volumes that are said not to move keep their pod from every other node', () => {
  const pods = [smallClass({ name: 'ledger-db', claims: [{ class: 'disk', bound: 'unknown' }] })]
  const options = { denied: new Set(['volumes-move/shop/disk']) }
  const answer = lossAnswers(smallEstate(nodes.slice(0, 2)), pods, options)('Deployment/shop/ledger-db', 'n1')
  assert.equal(answer?.answer, 'unknown')
})

test('loss of a node: a denied estimate leaves no room', () => {
  const estate = smallEstate(['n1', 'n2', 'n3'].map((name) => ({ name, taken: { cpu: '4' } })))
  const pods = [smallClass({ name: 'checkout', count: 3, cpu: '500m' })]
  const answer = lossAnswers(estate, pods, { denied: new Set(['taken/shop']) })('Deployment/shop/checkout', 'n1')
  assert.equal(answer?.answer, 'cannot')
})

const crowded: readonly [nodes: number, large: number, answer: string][] = [
  [8, 3, 'can'],
  [7, 3, 'unknown'],
  [8, 4, 'unknown'],
]
for (const [count, large, says] of crowded) {
  test(`loss of a node: ${large} pods that each fill the cpu of a node, 3 that fill the memory, of ${count} nodes`, () => {
    const estate = smallEstate(Array.from({ length: count }, (_, at) => ({ name: `n${at + 1}` })))
    const pods = [
      smallClass({ name: 'checkout', cpu: '500m', memory: '1Gi' }),
      smallClass({ name: 'crunch', count: large, cpu: '15600m' }),
      smallClass({ name: 'store', count: 3, memory: '64500Mi' }),
      smallClass({ name: 'small', count: 16, cpu: '500m', memory: '2Gi' }),
    ]
    const found = lossAnswers(estate, pods)('Deployment/shop/checkout', 'n1')
    assert.equal(found?.answer, says)
  })
}

const keptAway: readonly [from: string, answer: string][] = [
  ['batch', 'unknown'],
  ['nobody', 'can'],
]
for (const [from, says] of keptAway) {
  test(`loss of a node: the only node with room, and beside it in its zone ${from} to keep apart from`, () => {
    const estate = smallEstate([
      { name: 'n1', zone: 'a', cpu: '2', labels: control },
      { name: 'n2', zone: 'a' },
      { name: 'n3', zone: 'b' },
    ])
    const pods = [
      smallClass({ name: 'checkout', cpu: '4', apart: [{ by: zoneKey, from }] }),
      smallClass({ name: 'batch', nodeSelector: control }),
    ]
    const found = lossAnswers(estate, pods)('Deployment/shop/checkout', 'n3')
    assert.equal(found?.answer, says)
  })
}

test('loss of a node: were the volumes free to move, their fellows would still be in the way', () => {
  const pod = smallClass(database)
  const without = refusedWithout(
    smallEstate(nodes),
    [pod],
    { workload: pod.workload, node: 'n1' },
    { lift: ['VolumeBinding'] },
  )
  assert.deepEqual(
    without.map(({ node, refused }) => `${node}: ${refused.map(sayReason).join('; ') || 'open'}`),
    [
      'n1: gone',
      'n2: holds orders-db-1: required anti-affinity on kubernetes.io/hostname',
      'n3: holds orders-db-2: required anti-affinity on kubernetes.io/hostname',
      'n4: lacks the label node-role.kubernetes.io/control-plane=true',
    ],
  )
})
