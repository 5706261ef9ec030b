import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey } from '../placement/reasons.ts'
import { smallClass, smallEstate } from '../placement/small-cluster.ts'
import { sweepPairs } from './sweep-pairs.ts'

const estate = smallEstate(['n1', 'n2', 'n3'].map((name) => ({ name, cpu: '4', memory: '16Gi' })))
const apart = (count: number) => [smallClass({ name: 'web', count, cpu: '1', apart: [{ by: hostnameKey }] })]

test('pairs: two of three nodes take one of two that keep apart, whichever they are', () => {
  const { rows } = sweepPairs(estate, apart(2))
  assert.deepEqual(
    rows.map(({ failure, state, pairs, short }) => `${failure} ${state} ${pairs} ${short.map((one) => one.pods)}`),
    ['node/n1+n2 silent 3 1', 'node/n1+n2 removed 3 1'],
  )
})

test('pairs: a single pod has a place still', () => assert.deepEqual(sweepPairs(estate, apart(1)).rows, []))

test('pairs: what one node leaves is not told again', () => assert.deepEqual(sweepPairs(estate, apart(3)).rows, []))
