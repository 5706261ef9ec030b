import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addNode, firstNode, nodeQueue } from './node-queue.ts'

test('the first of those that hold comes first, in whatever order they were added', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(50)), (nodes, more) => {
      const queue = nodeQueue()
      const left = new Set([...nodes, ...more])
      const off: (number | undefined)[] = []
      const take = () => {
        const first = firstNode(queue, (node) => left.has(node))
        if (first !== undefined) left.delete(first)
        return first
      }
      for (const node of nodes) addNode(queue, node)
      const early = nodes.length > 0 ? take() : undefined
      for (const node of more) if (node !== early) addNode(queue, node)
      while (left.size > 0 && off.length < 200) off.push(take())
      if (early !== undefined) assert.equal(early, Math.min(...nodes))
      const rest = [...new Set([...nodes, ...more])].filter((node) => node !== early)
      assert.deepEqual(
        off.filter((node) => node !== undefined),
        rest.sort((a, b) => a - b),
      )
    }),
  )
})

test('nothing comes off what is empty', () => {
  assert.equal(
    firstNode(nodeQueue(), () => true),
    undefined,
  )
})
