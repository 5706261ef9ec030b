import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addNode, dropFirst } from './node-heap.ts'

test('nodes come off in their order, in whatever order they went on', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), (nodes) => {
      const heap: number[] = []
      for (const node of nodes) addNode(heap, node)
      const off: (number | undefined)[] = []
      for (; heap.length > 0; dropFirst(heap)) off.push(heap[0])
      assert.deepEqual(
        off,
        [...nodes].sort((a, b) => a - b),
      )
    }),
  )
})

test('nothing is taken off what is empty', () => {
  const heap: number[] = []
  dropFirst(heap)
  assert.deepEqual(heap, [])
})
