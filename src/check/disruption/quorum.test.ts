import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledger } from '../../platform/component/ledger.ts'
import type { PlaceOptions } from '../../platform/component/options.ts'
import { applyEdits } from '../apply.ts'
import { linesOf, machine, manifestWorld, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { quorum } from './quorum.ts'

const spread = (maxSkew: number): PlaceOptions => ({
  spread: [{ by: 'kubernetes.io/hostname', maxSkew, how: 'required' }],
})
const apart: PlaceOptions = { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] }

function shopWith(names: number, place: PlaceOptions | undefined, nodes = 3, volume = false) {
  const orderers = {
    names: Array.from({ length: names }, (_, at) => `orderer-${at}`),
    port: 7050,
    consensus: 'raft' as const,
    ...(place && { place }),
    ...(volume && { volume: { size: '10Gi' as const } }),
  }
  return shop({
    nodes: Array.from({ length: nodes }, (_, at) => machine(`n${at + 1}`, 'east')),
    more: () => [ledger('receipts', { orderers })],
  })
}

const rows: [
  name: string,
  voters: number,
  place: PlaceOptions | undefined,
  nodes: number,
  verdict: string,
  line: string,
][] = [
  [
    'five voters, three nodes, no rule',
    5,
    undefined,
    3,
    'broken',
    '3 of the 5 voters of receipts-orderers are needed, so 2 may be lost: no rule keeps them apart, and 5 may stand on n1, whose loss leaves 0',
  ],
  [
    'five voters spread evenly over three nodes',
    5,
    spread(1),
    3,
    'assumed',
    '3 of the 5 voters of receipts-orderers are needed, so 2 may be lost: a required spread over kubernetes.io/hostname with maxSkew 1 leaves at most 2 on one node',
  ],
  [
    'a skew of two lets three onto one node',
    5,
    spread(2),
    3,
    'broken',
    '3 of the 5 voters of receipts-orderers are needed, so 2 may be lost: a required spread over kubernetes.io/hostname with maxSkew 2 is not enough, and 3 may stand on n1, whose loss leaves 2',
  ],
  [
    'one on each of five nodes',
    5,
    apart,
    5,
    'assumed',
    '3 of the 5 voters of receipts-orderers are needed, so 2 may be lost: required anti-affinity on kubernetes.io/hostname leaves at most 1 on one node',
  ],
  [
    'two nodes cannot carry three voters',
    3,
    spread(1),
    2,
    'broken',
    '2 of the 3 voters of receipts-orderers are needed, so 1 may be lost: a required spread over kubernetes.io/hostname with maxSkew 1 is not enough, and 2 may stand on n1, whose loss leaves 1',
  ],
]

for (const [name, voters, place, nodes, verdict, line] of rows) {
  test(`quorum: ${name}`, () => {
    const [found] = verdictsOf(quorum, sampleWorld(shopWith(voters, place, nodes).platform))
    assert.ok(found)
    assert.equal(found.verdict, verdict)
    assert.equal(linesOf(found)[0], line)
  })
}

test('quorum: the fix is a required spread, and a wider one is not enough', () => {
  const made = shopWith(5, undefined)
  const [found] = verdictsOf(quorum, sampleWorld(made.platform))
  const [edit] = found?.because.flatMap((reason) => reason.fix ?? []) ?? []
  assert.ok(edit)
  const again = (to: unknown) =>
    verdictsOf(quorum, sampleWorld(applyEdits(made.platform, [{ ...edit, to }])))[0]?.verdict
  assert.equal(again(edit.to), 'assumed')
  assert.equal(again(spread(2).spread), 'broken')
})

test('quorum: a volume bound to its node keeps a bad split', () => {
  const [found] = verdictsOf(quorum, sampleWorld(shopWith(3, undefined, 3, true).platform))
  assert.match(
    linesOf(found as never)[0] ?? '',
    /their volumes are bound to their nodes, so where they stand they stay$/,
  )
})

test('quorum: who votes is somebody’s word', () => {
  const made = shopWith(5, spread(1)).platform
  const [found] = verdictsOf(quorum, sampleWorld(made))
  const ids = found?.assumes.map(({ id }) => id) ?? []
  assert.deepEqual(ids, ['elects/live/receipts/receipts-orderers'])
  assert.equal(verdictsOf(quorum, sampleWorld(made, { denied: ids }))[0]?.verdict, 'broken')
})

test('quorum: one voter decides alone', () => {
  assert.deepEqual(verdictsOf(quorum, sampleWorld(shopWith(1, undefined).platform)), [])
})

const keeper = (replicas: number, spec = '') => `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: keeper, namespace: shop }
spec:
  serviceName: keeper
  replicas: ${replicas}
  selector: { matchLabels: { app: keeper } }
  template:
    metadata: { labels: { app: keeper } }
    spec:
      containers: [{ name: main, image: "zookeeper:3.9", env: [{ name: ZOO_SERVERS, value: "server.1=keeper-0:2888:3888" }] }]${spec}
`
const three = ['n1', 'n2', 'n3'].map(
  (name) => `---
apiVersion: v1
kind: Node
metadata: { name: ${name}, labels: { kubernetes.io/hostname: ${name} } }
status: { allocatable: { cpu: "4", memory: 16Gi, pods: "110" } }
`,
)
const keptApart = `
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: keeper } } }`
const preferApart = `
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 1
              podAffinityTerm: { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: keeper } } }`
const spreadOver = (whenUnsatisfiable: string, maxSkew: number) => `
      topologySpreadConstraints:
        - { maxSkew: ${maxSkew}, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ${whenUnsatisfiable}, labelSelector: { matchLabels: { app: keeper } } }`
const ensembles: [name: string, yaml: string, nodes: readonly string[], verdict: string][] = [
  ['two voters survive no loss, wherever they stand', keeper(2), [], 'broken'],
  ['three of which all may stand on one node', keeper(3), three, 'broken'],
  ['three that keep apart', keeper(3, keptApart), three, 'kept'],
  ['three that prefer to keep apart', keeper(3, preferApart), three, 'assumed'],
  ['three that prefer to, on two nodes', keeper(3, preferApart), three.slice(1), 'broken'],
  ['three that must spread evenly', keeper(3, spreadOver('DoNotSchedule', 1)), three, 'kept'],
  [
    'three that must spread, two of which may stand together',
    keeper(3, spreadOver('DoNotSchedule', 2)),
    three,
    'broken',
  ],
  ['three that prefer to spread', keeper(3, spreadOver('ScheduleAnyway', 2)), three, 'assumed'],
  ['three on nodes that nobody shows', keeper(3), [], 'unknown'],
]

for (const [name, yaml, nodes, verdict] of ensembles) {
  test(`quorum, of manifests: ${name}`, () => {
    const found = verdictsOf(quorum, manifestWorld([yaml, ...nodes].join('')))
    assert.deepEqual(
      found.map((one) => [one.id, one.verdict]),
      [['quorum/shop/keeper', verdict]],
    )
  })
}

test('quorum, of manifests: what pods prefer is counted on by name', () => {
  const yaml = [keeper(3, preferApart), ...three].join('')
  const ids = verdictsOf(quorum, manifestWorld(yaml))[0]?.assumes.map(({ id }) => id) ?? []
  assert.deepEqual(ids, ['usual-spread/cluster/shop/keeper'])
  assert.equal(verdictsOf(quorum, manifestWorld(yaml, { denied: ids }))[0]?.verdict, 'broken')
})
