import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceAnswer } from './place-answer.ts'
import { placeJson } from './place-json.ts'

const answer = (cluster: string, unplaced: PlaceAnswer['unplaced']): PlaceAnswer => ({
  cluster,
  isObserved: false,
  nodes: [],
  placed: [{ pod: 'shop/x', node: 'n1' }],
  unplaced,
  asked: [],
})
const because = [
  { node: 'n1', reason: 'Insufficient cpu', says: [{ says: 'has no room', at: { file: 'a.yaml', line: 3 } }] },
]

const rows: readonly (readonly [name: string, clusters: readonly PlaceAnswer[], unplaced: readonly object[]])[] = [
  ['nothing without a place', [answer('prod', [])], []],
  ['no node at all', [answer('prod', [{ pods: ['shop/a'], because: [] }])], [{ pod: 'shop/a', because: [] }]],
  [
    'pods of several workloads, by name',
    [
      answer('prod', [
        { pods: ['shop/a-0', 'shop/c-1'], because },
        { pods: ['shop/b-0'], because },
      ]),
    ],
    ['shop/a-0', 'shop/b-0', 'shop/c-1'].map((pod) => ({ pod, because })),
  ],
  [
    'several clusters',
    [answer('east', [{ pods: ['shop/b'], because }]), answer('west', [{ pods: ['shop/a'], because }])],
    [
      { cluster: 'east', pod: 'shop/b', because },
      { cluster: 'west', pod: 'shop/a', because },
    ],
  ],
]

for (const [name, clusters, unplaced] of rows) {
  test(`place as JSON: ${name}`, () => {
    const text = [...placeJson('2026-11-21', clusters)].join('')
    const said = JSON.parse(text) as { readonly unplaced: unknown }
    assert.deepEqual(said.unplaced, unplaced)
    assert.equal(text, `${JSON.stringify(said, undefined, 2)}\n`)
  })
}
