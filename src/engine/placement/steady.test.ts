import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey, sayReason, zoneKey } from './reasons.ts'
import { type SmallClass, type SmallNode, smallClass, smallEstate } from './small-cluster.ts'
import { type SteadyAnswer, steadyPlacement } from './steady.ts'

const two: readonly SmallNode[] = [
  { name: 'n1', zone: 'a', cpu: '4' },
  { name: 'n2', zone: 'b', cpu: '4' },
]

const rows: [name: string, classes: readonly SmallClass[], nodes: readonly SmallNode[], says: string][] = [
  ['two pods, two nodes', [{ name: 'cart', count: 2 }], two, 'can: n1 n2'],
  [
    'more members than hosts',
    [{ name: 'cart', count: 3, apart: [{ by: hostnameKey }] }],
    two,
    'cannot: 2 of 3, apart by kubernetes.io/hostname over n1 n2',
  ],
  [
    'the tightest rule counts',
    [{ name: 'cart', count: 3, apart: [{ by: hostnameKey }, { by: zoneKey }] }],
    [...two, { name: 'n3', zone: 'b' }],
    'cannot: 2 of 3, apart by topology.kubernetes.io/zone over a b',
  ],
  [
    'a node without the key is bound by no rule',
    [{ name: 'cart', count: 3, apart: [{ by: zoneKey }] }],
    [...two, { name: 'n3' }],
    'can: n1 n2 n3',
  ],
  [
    'no node has the label',
    [{ name: 'cart', nodeSelector: { disk: 'ssd' } }],
    two,
    'cannot: 0 of 1, no node (n1 lacks the label disk=ssd; n2 lacks the label disk=ssd)',
  ],
  [
    'a taint on every node',
    [{ name: 'cart' }],
    two.map((node) => ({ ...node, taints: [{ key: 'dedicated', value: 'x', effect: 'NoSchedule' as const }] })),
    'cannot: 0 of 1, no node (n1 has the taint dedicated=x:NoSchedule, which the pod does not tolerate; n2 has the taint dedicated=x:NoSchedule, which the pod does not tolerate)',
  ],
  [
    'larger than any node',
    [{ name: 'cart', cpu: '4001m' }],
    two,
    'cannot: 0 of 1, no node (n1 has room for 4 cores, and the pod asks for 4.001 cores; n2 has room for 4 cores, and the pod asks for 4.001 cores)',
  ],
  ['as large as a node', [{ name: 'cart', cpu: '4' }], two, 'can: n1'],
  ['so many at most', [{ name: 'cart', count: 3, cpu: '3' }], two, 'cannot: 2 of 3, room for cpu n1 1, n2 1'],
  [
    'what is taken counts',
    [{ name: 'cart', count: 2, cpu: '3' }],
    [two[0], { name: 'n2', cpu: '4', taken: { cpu: '2', says: '50%' } }].filter((node) => node !== undefined),
    'cannot: 1 of 2, room for cpu n1 1 (assuming taken/shop)',
  ],
  [
    'a placement that rests on an estimate',
    [{ name: 'cart', count: 2, cpu: '3' }],
    [two[0], { name: 'n2', cpu: '4', taken: { cpu: '1', says: '25%' } }].filter((node) => node !== undefined),
    'can: n1 n2 (assuming taken/shop)',
  ],
  [
    'apart from another workload, both ways',
    [
      { name: 'cart', apart: [{ by: hostnameKey, from: 'search' }] },
      { name: 'search', count: 2 },
    ],
    two.slice(0, 1),
    'unknown',
  ],
  [
    'near another workload',
    [{ name: 'cart', near: [{ by: zoneKey, to: 'search' }] }, { name: 'search' }],
    two,
    'can: n1',
  ],
  ['near nobody', [{ name: 'cart', near: [{ by: zoneKey, to: 'search' }] }], two, 'unknown'],
  ['the first of its kind', [{ name: 'cart', count: 2, near: [{ by: zoneKey, to: 'cart' }] }], two, 'can: n1 n1'],
  ['a host port', [{ name: 'cart', count: 2, hostPort: 80 }], two, 'can: n1 n2'],
  ['one host port, two pods', [{ name: 'cart', count: 3, hostPort: 80 }], two, 'unknown'],
  [
    'a claim of a class that nobody knows',
    [{ name: 'cart', claims: [{ bound: 'unknown' }] }],
    two,
    'can: n1 (assuming volumes/shop/local)',
  ],
  [
    'one volume for all, bound to its node',
    [{ name: 'cart', count: 2, claims: [{ perPod: false, bound: 'node' }] }],
    two,
    'can: n1 n1',
  ],
  ['spread evenly', [{ name: 'cart', count: 4, spread: [{ by: zoneKey, maxSkew: 1 }] }], two, 'can: n1 n2 n1 n2'],
  [
    'a spread over domains that cannot be used',
    [
      {
        name: 'cart',
        count: 2,
        nodeSelector: { 'kubernetes.io/hostname': 'n1' },
        spread: [{ by: zoneKey, maxSkew: 1, more: { nodeAffinityPolicy: 'Ignore' } }],
      },
    ],
    two,
    'unknown',
  ],
  ['a daemon on each node', [{ name: 'cart', kind: 'DaemonSet', count: 2 }], two, 'can: n1 n2'],
  ['no nodes are known', [{ name: 'cart' }], [], 'unknown'],
  ['nothing to place', [{ name: 'cart', count: 0 }], [], 'can: '],
]

function say({ answer, stands = [], proof, atMost, count, nodes, assumes }: SteadyAnswer): string {
  const assuming = assumes.length > 0 ? ` (assuming ${assumes.map(({ id }) => id).join(' ')})` : ''
  if (answer === 'can') return `can: ${stands.join(' ')}${assuming}`
  if (answer === 'unknown' || !proof) return answer
  const head = `cannot: ${atMost} of ${count}, `
  if (proof.by === 'apart') return `${head}apart by ${proof.topologyKey} over ${proof.domains.join(' ')}${assuming}`
  if (proof.by === 'room')
    return `${head}room for ${proof.resource} ${proof.most.map(({ node, pods }) => `${node} ${pods}`).join(', ')}${assuming}`
  return `${head}no node (${nodes.map(({ node, refused }) => `${node} ${refused.map(sayReason).join(', ')}`).join('; ')})`
}

for (const [name, classes, nodes, says] of rows) {
  test(`placed: ${name}`, () => {
    const [answer] = steadyPlacement(smallEstate(nodes), classes.map(smallClass))
    assert.ok(answer)
    assert.equal(say(answer), says)
  })
}

test('placed: the order of nodes and pods changes nothing', () => {
  const classes = [
    { name: 'cart', count: 2, cpu: '1' },
    { name: 'search', count: 3, cpu: '1' },
  ].map(smallClass)
  const straight = steadyPlacement(smallEstate(two), classes)
  const turned = steadyPlacement(smallEstate([...two].reverse()), [...classes].reverse())
  assert.deepEqual(turned, straight)
})
