import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey, zoneKey } from '../placement/reasons.ts'
import { type SmallClass, type SmallNode, smallClass, smallEstate, smallObject } from '../placement/small-cluster.ts'
import { groundOf } from './ground.ts'
import { judge } from './judge.ts'
import { sceneOf } from './scene.ts'

interface Work extends SmallClass {
  /** The nodes on which its pods were seen. */
  readonly on?: readonly string[]
}

interface Row {
  readonly nodes: readonly SmallNode[]
  readonly works: readonly Work[]
  readonly lost?: readonly string[]
  readonly state?: 'silent' | 'removed'
  /** Without trying every order. */
  readonly isRough?: boolean
  /** What becomes of the first workload. */
  readonly says: string
}

const four = (names: string, more: Partial<SmallNode> = {}): readonly SmallNode[] =>
  names.split(' ').map((name) => ({ name, cpu: '4', memory: '16Gi', ...more }))
const zones: readonly SmallNode[] = [
  { name: 'n1', zone: 'a' },
  { name: 'n2', zone: 'a' },
  { name: 'n3', zone: 'b' },
]
const web = (more: Partial<Work> = {}): Work => ({ name: 'web', cpu: '1', ...more })
const high = { priority: 10, preemptionPolicy: 'PreemptLowerPriority' } as const

const rows: { readonly [name: string]: Row } = {
  'what all others ask for does not fill the nodes that are left': {
    nodes: four('n1 n2 n3'),
    works: [web({ count: 2 }), { name: 'api', count: 3, cpu: '500m' }],
    says: 'must, by requests',
  },
  'others fill cpu and memory, but a pod that fills one has little of the other': {
    nodes: four('n1 n2 n3 n4 n5', { memory: '4Gi' }),
    works: [
      web({ cpu: '100m', memory: '100Mi' }),
      { name: 'cpu', count: 14, cpu: '500m', memory: '400Mi' },
      { name: 'memory', count: 14, cpu: '400m', memory: '500Mi' },
    ],
    isRough: true,
    says: 'must, by shares',
  },
  'fewer pods than it takes to fill every node': {
    nodes: four('n1 n2 n3'),
    works: [web({ on: ['n1'] }), { name: 'api', count: 3, cpu: '2900m' }],
    says: 'must, by count',
  },
  'of two zones others fill one, and a pod to keep apart from closes the other from a node that takes no such pods': {
    nodes: [
      { name: 'n1', labels: { disk: 'ssd' }, cpu: '6' },
      { name: 'n2', labels: { disk: 'ssd' }, cpu: '3', zone: 'a' },
      { name: 'n3', labels: { disk: 'ssd' }, cpu: '3', zone: 'b' },
      { name: 'n4', labels: { disk: 'hdd' }, cpu: '3', zone: 'a' },
    ],
    works: [
      web({ cpu: '3', nodeSelector: { disk: 'ssd' }, apart: [{ by: zoneKey, from: 'batch' }] }),
      { name: 'batch', cpu: '1', nodeSelector: { disk: 'hdd' } },
      { name: 'api', cpu: '1', nodeSelector: { disk: 'ssd' } },
    ],
    isRough: true,
    says: 'unknown, for room',
  },
  'the same where nobody fills the other zone': {
    nodes: [
      { name: 'n1', labels: { disk: 'ssd' }, cpu: '6' },
      { name: 'n2', labels: { disk: 'ssd' }, cpu: '3', zone: 'a' },
      { name: 'n3', labels: { disk: 'ssd' }, cpu: '3', zone: 'b' },
      { name: 'n4', labels: { disk: 'hdd' }, cpu: '3', zone: 'a' },
    ],
    works: [
      web({ cpu: '3', nodeSelector: { disk: 'ssd' }, apart: [{ by: zoneKey, from: 'batch' }] }),
      { name: 'batch', cpu: '1', nodeSelector: { disk: 'hdd' } },
    ],
    says: 'must, by requests',
  },
  'every order tried: the first of pods that like their own kind goes anywhere': {
    nodes: four('n1 n2'),
    works: [web({ near: [{ by: hostnameKey, to: 'web' }] })],
    state: 'removed',
    says: 'must, by search',
  },
  'every order tried: beside its Terminating self it is not the first': {
    nodes: four('n1 n2'),
    works: [web({ near: [{ by: hostnameKey, to: 'web' }] })],
    says: 'cannot, by search',
  },
  'no node that is left takes it': {
    nodes: four('n1 n2'),
    works: [web({ nodeSelector: { [hostnameKey]: 'n1' } })],
    says: 'cannot, by no node: without 1',
  },
  'its volume is on the node': {
    nodes: zones,
    works: [{ name: 'web', kind: 'StatefulSet', claims: [{ bound: 'node' }] }],
    state: 'removed',
    says: 'cannot, by volume: without 1',
  },
  'its volume is in the zone, and so is a node with room': {
    nodes: zones,
    works: [{ name: 'web', kind: 'StatefulSet', claims: [{ bound: 'zone' }], on: ['n1'] }],
    state: 'removed',
    says: 'must, by requests',
  },
  'its volume is in the zone that is lost': {
    nodes: zones,
    works: [{ name: 'web', kind: 'StatefulSet', claims: [{ bound: 'zone' }] }],
    lost: ['n1', 'n2'],
    state: 'removed',
    says: 'cannot, by volume: without 1',
  },
  'where nobody says in which zone the volume is': {
    nodes: four('n1 n2'),
    works: [{ name: 'web', kind: 'StatefulSet', claims: [{ bound: 'zone' }] }],
    state: 'removed',
    says: 'unknown, for volume, untried for volumes',
  },
  'its fellows hold every other node': {
    nodes: four('n1 n2'),
    works: [web({ count: 2, apart: [{ by: hostnameKey }] })],
    says: 'cannot, by apart: without 1',
  },
  'the Terminating pod holds its zone': {
    nodes: zones,
    works: [web({ count: 2, apart: [{ by: zoneKey }], on: ['n1', 'n3'] })],
    says: 'cannot, by apart: without 1',
  },
  'with the node its pod is gone from the zone': {
    nodes: zones,
    works: [web({ count: 2, apart: [{ by: zoneKey }], on: ['n1', 'n3'] })],
    state: 'removed',
    says: 'must, by requests',
  },
  'those that stay leave too little room': {
    nodes: four('n1 n2'),
    works: [web({ cpu: '3', on: ['n1'] }), { name: 'api', cpu: '2', on: ['n2'] }],
    says: 'cannot, by room: without 1',
  },
  'those that stay are of lower priority, and go': {
    nodes: four('n1 n2'),
    works: [web({ cpu: '3', on: ['n1'], spec: high }), { name: 'api', cpu: '2', on: ['n2'] }],
    says: 'unknown, for room, untried for priorities',
  },
  'spread over nodes: the silent one counts, and stays empty': {
    nodes: four('n1 n2 n3'),
    works: [web({ count: 3, spread: [{ by: hostnameKey, maxSkew: 1 }], on: ['n1', 'n2', 'n3'] })],
    says: 'cannot, by spread: without 1',
  },
  'spread over nodes: one that is removed counts no more': {
    nodes: four('n1 n2 n3'),
    works: [web({ count: 3, spread: [{ by: hostnameKey, maxSkew: 1 }], on: ['n1', 'n2', 'n3'] })],
    state: 'removed',
    says: 'must, by requests',
  },
  'spread over nodes that honour taints: nor does the silent one': {
    nodes: four('n1 n2 n3'),
    works: [
      web({
        count: 3,
        spread: [{ by: hostnameKey, maxSkew: 1, more: { nodeTaintsPolicy: 'Honor' } }],
        on: ['n1', 'n2', 'n3'],
      }),
    ],
    says: 'must, by requests',
  },
  'every order tried: none of them leaves a place': {
    nodes: four('n1 n2 n3'),
    works: [web({ count: 3, spread: [{ by: hostnameKey, maxSkew: 1 }] })],
    says: 'cannot, by search',
  },
  'an order in which another takes the last place': {
    nodes: four('n1 n2'),
    works: [web({ cpu: '3', on: ['n1'] }), { name: 'api', cpu: '3', on: ['n1'] }],
    lost: ['n1'],
    says: 'may, for room: api to n2',
  },
  'others may fill all nodes': {
    nodes: four('n1 n2 n3'),
    works: [web(), { name: 'api', count: 30, cpu: '1' }],
    says: 'unknown, for room, untried for pods anywhere',
  },
  'what others take on the lost node, by an estimate, may come after its pods': {
    nodes: four('n1 n2 n3', { cpu: '16', taken: { cpu: '11' } }),
    works: [web({ count: 2, cpu: '4' })],
    says: 'unknown, for room, untried for taken',
  },
  'it must stand near pods that may be gone': {
    nodes: four('n1 n2 n3'),
    works: [web({ near: [{ by: hostnameKey, to: 'api' }] }), { name: 'api', count: 20 }],
    says: 'unknown, for near, untried for pods anywhere',
  },
  'others may fill the zone that its spread rule leaves': {
    nodes: zones,
    works: [web({ count: 3, spread: [{ by: zoneKey, maxSkew: 1 }] }), { name: 'api', count: 20, cpu: '1' }],
    says: 'unknown, for spread, untried for pods anywhere',
  },
  'pods that keep it away may stand everywhere': {
    nodes: four('n1 n2 n3'),
    works: [web(), { name: 'api', count: 20, apart: [{ by: hostnameKey, from: 'web' }] }],
    says: 'unknown, for apart, untried for pods anywhere',
  },
  'one of higher priority may need its place': {
    nodes: four('n1 n2 n3'),
    works: [
      web({ cpu: '100m', on: ['n1'] }),
      { name: 'api', cpu: '4', nodeSelector: { [hostnameKey]: 'n2' }, spec: high },
    ],
    says: 'unknown, for outranked, untried for priorities',
  },
  'others may fill all nodes, and these are many': {
    nodes: four('n1 n2 n3 n4 n5 n6 n7 n8 n9 n10 n11 n12 n13'),
    works: [web({ cpu: '3', on: ['n1'] }), { name: 'api', count: 12, cpu: '3' }],
    says: 'unknown, for room, untried for nodes',
  },
  'others may fill all nodes, and so many look for one': {
    nodes: four('n1 n2'),
    works: [web({ cpu: '3', on: ['n1'] }), { name: 'api', count: 12, cpu: '500m' }],
    says: 'unknown, for room, untried for pods',
  },
  'others may fill all nodes, in too many ways': {
    nodes: four('n1 n2 n3 n4'),
    works: [
      web({ cpu: '3', on: ['n1'] }),
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((name) => ({ name, cpu: '300m' })),
    ],
    says: 'unknown, for room, untried for states',
  },
  'one that takes the last place, or not: it uses what is not modelled': {
    nodes: four('n1 n2'),
    works: [
      web({ cpu: '3', on: ['n1'] }),
      { name: 'api', cpu: '3', on: ['n1'], spec: { schedulingGates: [{ name: 'later' }] } },
    ],
    says: 'unknown, for room, untried for unmodelled',
  },
  'it uses what is not modelled': {
    nodes: four('n1 n2'),
    works: [web({ spec: { schedulingGates: [{ name: 'later' }] } })],
    says: 'unknown, for unmodelled, untried for unmodelled',
  },
  'it uses what is not modelled, and no node takes it in any case': {
    nodes: four('n1 n2'),
    works: [web({ spec: { schedulingGates: [{ name: 'later' }] }, nodeSelector: { [hostnameKey]: 'n1' } })],
    says: 'cannot, by no node: without 1',
  },
  'no node takes it, and another scheduler may still do': {
    nodes: four('n1 n2'),
    works: [web({ spec: { schedulerName: 'batch' }, nodeSelector: { [hostnameKey]: 'n1' } })],
    says: 'unknown, for unmodelled, untried for unmodelled',
  },
  'where nothing was seen, its place elsewhere is counted as taken already': {
    nodes: four('n1 n2 n3'),
    works: [web({ cpu: '100m' }), { name: 'api', cpu: '4', nodeSelector: { [hostnameKey]: 'n2' }, spec: high }],
    isRough: true,
    says: 'must, by requests',
  },
  'a StatefulSet on a silent node waits for it': {
    nodes: four('n1 n2'),
    works: [{ name: 'web', kind: 'StatefulSet' }],
    says: 'not replaced',
  },
}

for (const [name, { nodes, works, lost = ['n1'], state = 'silent', isRough, says }] of Object.entries(rows)) {
  test(`loss: ${name}`, () => {
    const estate = smallEstate(nodes)
    const isSeen = works.some(({ on }) => on)
    const pods = works.map(({ on, ...work }) => {
      const made = smallClass({ ...work, count: work.count ?? 1 })
      const spec = { priority: 0, ...made.spec }
      return { ...made, spec, ...(isSeen && { standing: (on ?? []).map((node, at) => ({ pod: `${at}`, node })) }) }
    })
    const ground = groundOf(estate, pods)
    const index = (node: string) => ground.board.nodes.findIndex((one) => one.name === node)
    const found = judge(sceneOf(ground, { lost: lost.map(index), state }), { tries: !isRough })
    const row = found.find(({ member }) => member.pod.name === 'web')
    assert.equal(
      said(
        row,
        ground.board.members.map(({ pod }) => pod.name),
        nodes,
      ),
      says,
    )
  })
}

function said(
  row: ReturnType<typeof judge>[number] | undefined,
  names: readonly string[],
  nodes: readonly SmallNode[],
) {
  if (!row) return 'not replaced'
  const { least, most, pods, proof, doubt, failing, without, untried } = row
  if (least === pods) return `must, by ${proof}`
  if (most === 0) return `cannot, by ${proof}${without > 0 ? `: without ${without}` : ''}`
  const order = failing?.order.map(({ member, node }) => `${names[member]} to ${nodes[node]?.name}`).join(', ')
  return failing ? `may, for ${doubt}: ${order}` : `unknown, for ${doubt}${untried ? `, untried for ${untried}` : ''}`
}

test('loss: estimates that are denied leave no room', () => {
  const estate = smallEstate(['n1', 'n2'].map((name) => ({ name, cpu: '4', taken: { cpu: '1' } })))
  const pods = [smallClass({ name: 'web', cpu: '1' })]
  const answer = (denied: readonly string[]) => {
    const ground = groundOf(estate, pods, { denied: new Set(denied) })
    return judge(sceneOf(ground, { lost: [0], state: 'silent' }))[0]?.most
  }
  assert.deepEqual([answer([]), answer(['taken/shop'])], [1, 0])
})

test('loss: a StatefulSet that starts its members in order waits for the first that has no place', async () => {
  const { startsInOrder } = await import('./ordinals.ts')
  const estate = smallEstate([], {
    objects: [
      smallObject('StatefulSet', 'one', { spec: { podManagementPolicy: 'Parallel' } }),
      smallObject('StatefulSet', 'two', { spec: {} }),
    ],
  })
  const asked = ['StatefulSet/shop/one', 'StatefulSet/shop/two', 'Deployment/shop/two'] as const
  assert.deepEqual(
    asked.map((workload) => startsInOrder(estate, workload)),
    [false, true, false],
  )
})
