import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleWorld } from '../sample.ts'
import { unlistedPods } from './unlisted.ts'

const advised = (count: number, ...namespaces: readonly string[]) =>
  [...unlistedPods(sampleWorld({ cluster: { taken: { memory: '1Gi', pods: { count, in: namespaces } } } }))].map(
    ({ id, says }) => [id, says.line, ...(says.rows ?? []).map((row) => row.join(': '))],
  )

test('unlisted pods: more are said than are listed', () => {
  assert.deepEqual(advised(6, 'shop', 'bank'), [
    [
      'unlisted-pods/harbour',
      'of 6 pods that are said to take room, 0 + 4 = 4 are listed: what the other 2 request, and where they stand, nobody says',
      'bank: 0',
      'shop: 4: 2 checkout, orders, ledger-db',
    ],
  ])
})

test('unlisted pods: as many as are listed', () => assert.deepEqual(advised(4, 'shop'), []))

test('unlisted pods: where nobody says how many there are', () => {
  assert.deepEqual([...unlistedPods(sampleWorld({ cluster: { taken: { memory: '1Gi' } } }))], [])
})
