// Every proof, doubt and order that a promise may be told of, in its words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey, zoneKey } from '../../engine/placement/reasons.ts'
import { type SmallClass, type SmallNode, smallClass, smallEstate } from '../../engine/placement/small-cluster.ts'
import type { View } from '../world.ts'
import { candidatePart } from './candidate-part.ts'
import { candidateWords } from './candidate-words.ts'
import { openRows } from './fate-words.ts'
import { elsewherePart } from './zone-loss-parts.ts'
import { zoneLossSays } from './zone-loss-words.ts'

const four = (names: string, more: Partial<SmallNode> = {}): readonly SmallNode[] =>
  names.split(' ').map((name, at) => ({ name, cpu: '4', memory: '16Gi', zone: at === 0 ? 'a' : 'b', ...more }))
const web = (more: Partial<SmallClass> = {}): SmallClass => ({ name: 'web', cpu: '1', ...more })
const uneven: readonly SmallNode[] = [
  { name: 'n1', cpu: '8' },
  { name: 'n2', cpu: '3' },
  { name: 'n3', cpu: '2' },
]
const likesN3 = {
  nodeAffinity: {
    preferredDuringSchedulingIgnoredDuringExecution: [
      { weight: 100, preference: { matchExpressions: [{ key: hostnameKey, operator: 'In', values: ['n3'] }] } },
    ],
  },
} as const
const apart = [{ by: hostnameKey }]

interface Row {
  readonly nodes: readonly SmallNode[]
  readonly works: readonly SmallClass[]
  readonly line: string
  /** Rows beside those of the nodes. */
  readonly rows?: readonly string[]
}

const rows: { readonly [name: string]: Row } = {
  'all others together fill too few nodes': {
    nodes: four('n1 n2 n3'),
    works: [web({ count: 2 }), { name: 'api', count: 3, cpu: '500m' }],
    line: '✓ without n1, a pod of web can be placed, whatever the order: all others together fill at most 0 of the 2 nodes left to it',
    rows: [
      'pods: others ask for 4 pods: that fills 0 at most',
      'cpu: others ask for 2.5 cores: that fills 0 at most',
      'to spare: others lack 58% of what it takes to fill them all',
      'every node: 3 lost one by one: 3 must; n1 leaves the least',
    ],
  },
  'two of each other hold a node at most, and others are too few for the third': {
    nodes: four('n1 n2 n3 n4'),
    works: [web({ count: 3, apart }), { name: 'api', count: 3, cpu: '500m' }],
    line: '✓ without n1, a pod of web can be placed, whatever the order: of 3 nodes that take it, pods that keep it away hold 2 at most, and all others are 5 pods, and it takes 6 to fill the other 1',
  },
  'others bring too few shares of a node': {
    nodes: four('n1 n2 n3 n4 n5', { memory: '4Gi' }),
    works: [
      web({ cpu: '100m', memory: '100Mi' }),
      { name: 'cpu', count: 14, cpu: '500m', memory: '400Mi' },
      { name: 'memory', count: 14, cpu: '400m', memory: '500Mi' },
    ],
    line: '✓ without n1, the pod of web can be placed, whatever the order: all others bring 3.46 shares of a node, and it takes 3.90 to fill the 4 nodes left to it',
  },
  'every order, tried': {
    nodes: four('n1 n2 n3 n4'),
    works: [web({ cpu: '2' }), { name: 'api', count: 2, cpu: '3' }, { name: 'x', cpu: '1' }],
    line: '✓ without n1, the pod of web can be placed, whatever the order: every order was tried',
  },
  'no order leaves it a place': {
    nodes: four('n1 n2'),
    works: [web({ near: [{ by: hostnameKey, to: 'web' }] })],
    line: '✗ without n1, the pod of web cannot be placed, its volume aside: every order was tried, and it has one in none',
  },
  'every other node refuses it': {
    nodes: four('n1 n2'),
    works: [web({ nodeSelector: { [hostnameKey]: 'n1' } })],
    line: '✗ without n1, the pod of web cannot be placed, its volume aside: every other node refuses it by itself',
    rows: ['every node: 2 lost one by one: 1 cannot, 1 without such pods; n1 leaves the least'],
  },
  'there is no other node': {
    nodes: four('n1'),
    works: [web()],
    line: '✗ without n1, the pod of web cannot be placed, its volume aside: there is no other node',
    rows: [],
  },
  'a place less than pods that keep apart': {
    nodes: four('n1 n2 n3'),
    works: [web({ count: 3, apart })],
    line: '✗ without n1, a pod of web cannot be placed, its volume aside: they keep apart, and what is left has 2 places for 3 pods: 3 − 2 = 1 without',
  },
  'room for one less': {
    nodes: four('n1 n2 n3'),
    works: [web({ count: 3, cpu: '3' })],
    line: '✗ without n1, a pod of web cannot be placed, its volume aside: what is left has room for 2 of 3 such pods: 3 − 2 = 1 without',
  },
  'an order of the scheduler leaves it without': {
    nodes: uneven,
    works: [web({ cpu: '3' }), { name: 'api', cpu: '1' }],
    line: '? without n1, the pod of web may find no place: an order along nodes that kube-scheduler finds best leaves one without',
    rows: [
      'stood on n1: api-#0, web-#0',
      'then tried: api-#0-anew to n2, web-#0-anew nowhere, web-#0-anew nowhere',
      'every node: 3 lost one by one: 1 may, 1 must, 1 without such pods; n1 leaves the least',
    ],
  },
  'an order leaves it without, and the scheduler takes another': {
    nodes: uneven,
    works: [web({ cpu: '3' }), { name: 'api', cpu: '1', spec: { affinity: likesN3 } }],
    line: '? without n1, the pod of web may find no place: an order along nodes that take them leaves one without, and none was found along those that kube-scheduler finds best',
    rows: [
      'stood on n1: api, web',
      'then tried: api to n2',
      'every node: 3 lost one by one: 1 may, 1 must, 1 without such pods; n1 leaves the least',
    ],
  },
  'nothing is shown, of too many pods': {
    nodes: four('n1 n2 n3', { cpu: '64' }),
    works: [web(), { name: 'api', count: 130 }, { name: 'big', cpu: '64' }, { name: 'bigger', cpu: '64', count: 2 }],
    line: '? without n1, nothing shows that the pod of web finds a place: others may take the room',
    rows: [
      'every order: not tried: there are more than 8 pods, and nothing shows where they run',
      'an order: not looked for: there are more than 120 pods',
      'every node: 3 lost one by one: 3 unknown; n1 leaves the least',
    ],
  },
  'nothing is shown, where pods have volumes': {
    nodes: four('n1 n2 n3'),
    works: [
      web(),
      { name: 'api', count: 10, cpu: '1' },
      { name: 'store', kind: 'StatefulSet', claims: [{ bound: 'node' }] },
    ],
    line: '? without n1, nothing shows that the pod of web finds a place: others may take the room',
    rows: [
      'every order: not tried: there are more than 8 pods, and nothing shows where they run',
      'an order: not looked for: some pods have volumes',
      'every node: 3 lost one by one: 3 unknown; n1 leaves the least',
    ],
  },
  'nothing is shown, where somebody estimates what others take': {
    nodes: ['n1', 'n2', 'n3'].map((name) => ({ name, taken: { cpu: '11', says: '69%' } })),
    works: [web({ count: 2, cpu: '4' })],
    line: '? without n1, nothing shows that a pod of web finds a place: others may take the room',
    rows: [
      'every order: not tried: what others take on a lost node, by an estimate, may come after its pods',
      'an order: none found that leaves one without',
      'every node: 3 lost one by one: 3 unknown; n1 leaves the least, and so do 2 like it',
    ],
  },
  'no node takes it at any time': {
    nodes: four('n1 n2', { cpu: '500m' }),
    works: [web()],
    line: '? no node takes a pod of web even when none is lost',
  },
  'nobody shows any node': { nodes: [], works: [web()], line: '? nobody says on which nodes web stands' },
}

const signs = { true: '✓', false: '✗', undefined: '?' } as const

for (const [name, { nodes, works, line, rows: beside }] of Object.entries(rows)) {
  test(`what becomes of a place: ${name}`, () => {
    const { part, words } = toldOf(nodes, works)
    const told = typeof words === 'string' ? { line: words, rows: [] } : words
    assert.equal(`${signs[`${part.truth}`]} ${told.line}`, line)
    if (!beside) return
    const isOfNode = ([label]: readonly [string, string]) => label.split(', ').some((node) => /^n\d$/.test(node))
    assert.deepEqual(
      (told.rows ?? []).filter((row) => !isOfNode(row)).map(([label, text]) => `${label}: ${text}`),
      beside,
    )
  })
}

function toldOf(nodes: readonly SmallNode[], works: readonly SmallClass[]) {
  const view = viewOf(nodes, works)
  const part = view.pods[0] && candidatePart(view.pods[0], view)
  assert.ok(part?.rule === 'candidate')
  return { part, words: candidateWords(part.because, part.truth) }
}

function viewOf(nodes: readonly SmallNode[], works: readonly SmallClass[]): View {
  const pods = works.map(smallClass)
  return { estate: smallEstate(nodes), pods, denied: new Set(), byWorkload: new Map() } as unknown as View
}

test('what becomes of a place: pods that nothing makes anew look for none', () => {
  for (const kind of ['Pod', 'DaemonSet'] as const) {
    const view = viewOf(four('n1 n2'), [web({ kind })])
    const [pod] = view.pods
    assert.deepEqual(pod && [candidatePart(pod, view), elsewherePart(pod, view)], [undefined, undefined])
  }
})

test('what becomes of a place: the scheduler is asked about the first failures only', () => {
  const fate = { state: 'silent', word: 'unknown', without: 0, of: 1, doubt: 'room', unasked: 'failures' } as const
  assert.deepEqual(openRows(fate), [
    ['every order', 'not tried: it would be too many'],
    ['an order', 'not looked for: only the first 12 nodes and 4 zones are asked about'],
  ])
})

test('what becomes of a place: zone by zone, those that leave the same in one row', () => {
  const view = viewOf(
    ['a', 'b', 'c'].map((zone, at) => ({ name: `n${at + 1}`, cpu: '4', zone })),
    [web({ count: 3, apart: [{ by: zoneKey }] })],
  )
  const part = view.pods[0] && elsewherePart(view.pods[0], view)
  assert.ok(part?.rule === 'elsewhere')
  assert.deepEqual(zoneLossSays.elsewhere(part.because, part.truth), {
    line: 'without a, or without b, or without c, not all pods of web have a place in the others',
    rows: [
      [
        'a, b, c',
        'its node lost: some have no place, in any order: they keep apart, and what is left has 2 places for 3 pods: 3 − 2 = 1 without',
      ],
      ['every zone', '3 lost one by one: 3 cannot'],
    ],
  })
})
