import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey, sayReason } from './reasons.ts'
import { type SmallClass, smallClass, smallEstate } from './small-cluster.ts'
import { fitOtherwise, placementOf, whyNot } from './where.ts'

const estate = smallEstate([
  { name: 'n1', cpu: '4' },
  { name: 'n2', cpu: '4' },
])

const rows: [name: string, classes: readonly SmallClass[], stands: string, why: readonly string[]][] = [
  ['one on each', [{ name: 'cart', count: 2 }], 'cart-#0@n1 cart-#1@n2', ['n1 ', 'n2 ']],
  [
    'no room beside another',
    [
      { name: 'cart', cpu: '3' },
      { name: 'bulk', count: 2, cpu: '2', apart: [{ by: hostnameKey }] },
    ],
    'bulk-#0@n1 bulk-#1@n2, without a place cart-#0',
    ['n1 has room for 2 cores, and the pod asks for 3 cores', 'n2 has room for 2 cores, and the pod asks for 3 cores'],
  ],
  [
    'kept apart',
    [{ name: 'cart', count: 3, apart: [{ by: hostnameKey }] }],
    'cart-#0@n1 cart-#1@n2, without a place cart-#2',
    [
      'n1 holds cart: required anti-affinity on kubernetes.io/hostname',
      'n2 holds cart: required anti-affinity on kubernetes.io/hostname',
    ],
  ],
  [
    'asked for before the company that it needs',
    [
      { name: 'cart', count: 2, near: [{ by: hostnameKey, to: 'web' }] },
      { name: 'web', nodeSelector: { [hostnameKey]: 'n2' } },
    ],
    'cart-#0@n2 cart-#1@n2 web-#0@n2',
    ['n1 holds no pod that the required affinity on kubernetes.io/hostname asks for', 'n2 '],
  ],
  [
    'a domain that is too full until others have come elsewhere',
    [
      {
        name: 'cart',
        count: 3,
        labels: { tier: 'front' },
        nodeSelector: { [hostnameKey]: 'n1' },
        spread: [{ by: hostnameKey, maxSkew: 1, over: { tier: 'front' }, more: { nodeAffinityPolicy: 'Ignore' } }],
      },
      { name: 'web', count: 2, labels: { tier: 'front' }, nodeSelector: { [hostnameKey]: 'n2' } },
    ],
    'cart-#0@n1 cart-#1@n1 cart-#2@n1 web-#0@n2 web-#1@n2',
    ['n1 ', 'n2 has the label kubernetes.io/hostname=n2, not n1'],
  ],
  [
    'company that nobody gives first',
    [
      { name: 'cart', near: [{ by: hostnameKey, to: 'web' }] },
      { name: 'web', near: [{ by: hostnameKey, to: 'cart' }] },
    ],
    ', without a place cart-#0, without a place web-#0',
    [
      'n1 holds no pod that the required affinity on kubernetes.io/hostname asks for',
      'n2 holds no pod that the required affinity on kubernetes.io/hostname asks for',
    ],
  ],
  [
    'a host port that is taken',
    [{ name: 'cart', count: 3, hostPort: 8080 }],
    'cart-#0@n1 cart-#1@n2, without a place cart-#2',
    ['n1 holds cart: host port 8080/TCP', 'n2 holds cart: host port 8080/TCP'],
  ],
]

for (const [name, classes, stands, why] of rows) {
  test(`where: ${name}`, () => {
    const placement = placementOf(estate, classes.map(smallClass))
    const placed = placement.pods.flatMap((row) => row.placed.map(({ pod, node }) => `${pod}@${node}`))
    const unplaced = placement.pods.flatMap((row) => row.unplaced.map((one) => one.name))
    assert.equal([placed.join(' '), ...unplaced.map((pod) => `without a place ${pod}`)].join(', '), stands)

    const cart = placement.pods.find(({ member }) => member.pod.name === 'cart')?.member
    assert.ok(cart)
    assert.deepEqual(
      whyNot(placement, cart).nodes.map(({ node, reasons }) => `${node} ${reasons.map(sayReason).join('; ')}`),
      why,
    )
  })
}

test('where: pods stand where they were seen', () => {
  const cart = { ...smallClass({ name: 'cart', count: 2 }), standing: [{ pod: 'cart-x', node: 'n2' }] }
  const { isObserved, pods } = placementOf(estate, [cart])
  assert.ok(isObserved)
  const [first] = pods[0]?.placed ?? []
  assert.deepEqual([first?.pod, first?.node, first?.isSeen], ['cart-x', 'n2', true])
  assert.equal(pods[0]?.placed.length, 2)
})

test('where: a node that nobody shows holds nothing', () => {
  const cart = { ...smallClass({ name: 'cart' }), standing: [{ pod: 'cart-x', node: 'gone' }] }
  assert.equal(placementOf(estate, [cart]).isObserved, false)
})

test('where: what the scheduler says of a node comes first, then who else would refuse', () => {
  const cart = smallClass({ name: 'cart', cpu: '8', nodeSelector: { disk: 'ssd' } })
  const placement = placementOf(estate, [cart])
  const [member] = placement.board.members
  assert.ok(member)
  const [n1] = whyNot(placement, member).nodes
  assert.deepEqual(
    n1?.refused.map(({ plugin }) => plugin),
    ['NodeAffinity', 'NodeResourcesFit'],
  )
})

test('where: a pod that stands is looked away from when its own node is asked', () => {
  const placement = placementOf(estate, [smallClass({ name: 'cart', cpu: '3' })])
  const [member] = placement.board.members
  assert.ok(member)
  const { nodes } = whyNot(placement, member)
  assert.deepEqual(
    nodes.map(({ node, holds, refused, isHome }) => [node, holds, refused.length, isHome]),
    [
      ['n1', 1, 0, true],
      ['n2', 0, 0, false],
    ],
  )
  assert.equal(nodes[0]?.score?.total, nodes[1]?.score?.total)
  assert.deepEqual(placement.scheduler().judge(placement.pods[0]?.placed[0]?.manifest ?? assert.fail()).feasible, [
    'n2',
  ])
})

test('where: pods that use what is not modelled have no place, by its name', () => {
  const cart = smallClass({ name: 'cart', spec: { resourceClaims: [{ name: 'gpu' }] } })
  const { pods } = placementOf(estate, [cart])
  assert.deepEqual(pods[0]?.unknown, ['dynamic resource allocation (spec.resourceClaims)'])
})

test('where: what has no place in this order may have one in another', () => {
  // The small pod comes first by name, and takes the room that only the large one needs.
  const pinned = smallClass({ name: 'b', cpu: '3', nodeSelector: { 'kubernetes.io/hostname': 'n1' } })
  const first = placementOf(estate, [smallClass({ name: 'a', cpu: '2' }), pinned])
  assert.deepEqual(
    first.pods.flatMap(({ unplaced }) => unplaced.map(({ name }) => name)),
    ['b-#0'],
  )
  assert.equal(fitOtherwise(first), true)
  assert.equal(fitOtherwise(placementOf(estate, [pinned])), undefined)
  assert.equal(fitOtherwise(placementOf(estate, [smallClass({ name: 'a', cpu: '5' })])), undefined)
})
