import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NodeRow, PlaceAnswer } from './place-answer.ts'
import { placeText } from './place-text.ts'

const node = (name: string, pods: NodeRow['pods'] = []): NodeRow => ({
  node: name,
  taken: ['1 of 4 cores', '1Gi of 16Gi', `${pods.length} of 110 pods`],
  pods,
})
const answerOf = (more: Partial<PlaceAnswer>): PlaceAnswer => ({
  cluster: 'prod',
  isObserved: true,
  nodes: [],
  placed: [],
  unplaced: [],
  asked: [],
  ...more,
})
const checkout = { namespace: 'shop', name: 'checkout', count: 2 }
const few = [node('n1', [checkout]), node('n2')]
const many = Array.from({ length: 13 }, (_, at) => node(`n${at + 10}`))
const full = { reason: 'Too many pods', says: [{ says: 'is full', at: { file: 'a.yaml', line: 3 } }] }
const because = [
  ...few.map((one) => ({ node: one.node, ...full })),
  { node: 'n3', reason: 'node(s) had untolerated taint(s)', says: [{ says: 'is tainted' }] },
]
const four = ['n1', 'n2', 'n3', 'n4'].map((name) => ({ node: name, ...full, holds: 0 }))

interface Row {
  readonly of: Partial<PlaceAnswer>
  readonly why?: string
  readonly on?: string
  /** Lines after the two that say what is shown. */
  readonly says: readonly string[]
}

const rows: { readonly [name: string]: Row } = {
  'each node with what runs there': {
    of: { nodes: few },
    says: [
      '',
      'n1   1 of 4 cores   1Gi of 16Gi   1 of 110 pods',
      '  shop  checkout ×2',
      '',
      'n2   1 of 4 cores   1Gi of 16Gi   0 of 110 pods',
    ],
  },
  'many nodes, a line each': {
    of: { nodes: many },
    says: [
      '',
      ...many.map((one) => `${one.node}  1 of 4 cores   1Gi of 16Gi   0 of 110 pods`),
      '',
      'what runs on one of them: --on NODE',
    ],
  },
  'pods without a place, those for the same reasons together': {
    of: {
      nodes: [node('n1')],
      unplaced: ['shop/a', 'shop/b'].map((pod) => ({ pods: [pod], because: structuredClone(because) })),
    },
    says: [
      '',
      'n1   1 of 4 cores   1Gi of 16Gi   0 of 110 pods',
      '',
      '✗ shop/a, shop/b: no place',
      '    n1, n2  is full',
      '    n3      is tainted',
    ],
  },
  'pods of which nobody can tell': {
    of: {
      nodes: [node('n1')],
      unplaced: [
        { pods: ['shop/a'], because: [{ node: 'n1', reason: 'unknown', says: [{ says: 'unknown: devices' }] }] },
      ],
    },
    says: [
      '',
      'n1   1 of 4 cores   1Gi of 16Gi   0 of 110 pods',
      '',
      '? shop/a: nobody can tell',
      '    n1  unknown: devices',
    ],
  },
  'pods without a place that have one in another order': {
    of: { nodes: [node('n1')], unplaced: [{ pods: ['shop/a'], because }], fitOtherwise: true },
    says: [
      '',
      'n1   1 of 4 cores   1Gi of 16Gi   0 of 110 pods',
      '',
      '✗ shop/a: no place',
      '    n1, n2  is full',
      '    n3      is tainted',
      '',
      'asked for in another order, all of them have a place',
    ],
  },
  'why: nodes with the same reason in one row, those that hold one first': {
    of: {
      nodes: few,
      asked: [
        {
          workload: 'Deployment/shop/checkout',
          count: 2,
          whySoMany: [],
          nodes: [
            ...four,
            { node: 'n5', reason: '', says: [{ says: 'scores 400: ImageLocality 0' }], holds: 2, isHome: true },
            { node: 'n6', reason: '', says: [{ says: 'scores 500: ImageLocality 100' }], holds: 0 },
            { node: 'n7', ...full, holds: 1 },
          ],
        },
      ],
    },
    why: 'checkout',
    says: [
      '  n5             2 pods of it; scores 400: ImageLocality 0',
      '  n7             1 pod of it; is full (a.yaml:3)',
      '  n1 and 3 more  is full (a.yaml:3)',
      '  n6             room for one; scores 500: ImageLocality 100',
    ],
  },
}

for (const [name, { of, why, on, says }] of Object.entries(rows)) {
  test(`place, as text: ${name}`, () => {
    const lines = placeText([answerOf(of)], { width: undefined, why, on })
      .trimEnd()
      .split('\n')
    assert.deepEqual(lines.slice(2), says)
  })
}

test('place, as text: one node, and clusters without it left out', () => {
  const answers = [answerOf({ cluster: 'staging' }), answerOf({ nodes: few })]
  assert.equal(
    placeText(answers, { width: undefined, why: undefined, on: 'n1' }),
    'n1   1 of 4 cores   1Gi of 16Gi   1 of 110 pods\n  shop  checkout ×2\n',
  )
})

test('place, as text: what is not counted, and why there are so many', () => {
  const asked = {
    workload: 'Deployment/shop/checkout' as const,
    count: 2,
    whySoMany: ['the least of 2 to 6'],
    nodes: [],
  }
  const text = placeText(
    [answerOf({ nodes: few, asked: [asked], notCounted: 'not counted: pods that no file shows' })],
    {
      width: undefined,
      why: 'checkout',
      on: undefined,
    },
  )
  assert.deepEqual(text.split('\n').slice(1, 2), ['the least of 2 to 6'])
  assert.match(text, /^not counted: pods that no file shows$/m)
})
