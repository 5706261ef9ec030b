import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addNode, dropNode, firstNode, hasBit, nodeBits, nodeSet, noNode, setBit } from './node-set.ts'

const nodes = 200

test('whatever comes and goes, the first is the least that is there and not left out', () => {
  const change = fc.record({ node: fc.nat(nodes - 1), leaves: fc.boolean(), isLeftOut: fc.boolean() })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 400 }), (changes) => {
      const set = nodeSet()
      const leftOut = nodeBits(nodes)
      const there = new Set<number>()
      for (const { node, leaves, isLeftOut } of changes) {
        setBit(leftOut, node, isLeftOut)
        if (leaves && there.delete(node)) dropNode(set, node)
        if (!leaves && !there.has(node)) addNode(set, node, nodes)
        if (!leaves) there.add(node)
        const first = (of: readonly number[]) => (of.length === 0 ? noNode : Math.min(...of))
        assert.equal(firstNode(set, []), first([...there]))
        assert.equal(firstNode(set, [leftOut]), first([...there].filter((one) => !hasBit(leftOut, one))))
      }
    }),
  )
})

test('the last node of a word is found as any other', () => {
  const bits = nodeBits(64)
  setBit(bits, 31, true)
  setBit(bits, 63, true)
  const set = { few: [], bits, from: 0 }
  assert.equal(firstNode(set, []), 31)
  dropNode(set, 31)
  assert.equal(firstNode(set, []), 63)
  dropNode(set, 63)
  assert.equal(firstNode(set, []), noNode)
})
