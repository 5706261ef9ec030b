import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Bits, membersOf, noBits, setBit } from './bits.ts'
import { add, farAmong, farOf, holds, type Planes } from './change-planes.ts'

const size = 200

function bitsOf(...members: readonly number[]): Bits {
  const bits = noBits(size)
  for (const member of members) setBit(bits, member)
  return bits
}

test('far ends: only the words that hold some are kept', () => {
  const far = farOf(bitsOf(70, 100, 130))
  assert.deepEqual([far.from, far.end, far.bits.length], [2, 5, 3])
  assert.deepEqual(
    [...Array(size).keys()].filter((at) => holds(far, at)),
    [70, 100, 130],
  )
  assert.deepEqual(farOf(bitsOf()), { bits: new Uint32Array(), from: 7, end: 7 })
})

const rows: readonly [where: readonly number[], added: readonly number[]][] = [
  [
    [0, 1, 2, 3, 4, 5, 6],
    [70, 130],
  ],
  [[2], [70]],
  [[0, 4], [130]],
  [[0, 6], []],
]

for (const [where, added] of rows)
  test(`far ends: added in words ${where}`, () => {
    // 100 is not among the others.
    const far = farAmong(farOf(bitsOf(70, 100, 130)), bitsOf(4, 70, 130, 199))
    const planes: Planes = { bits: new Uint32Array(14), words: 7 }
    add(planes, 1, far, Uint32Array.from(where))
    const asked = membersOf(planes.bits).filter((at) => where.includes((at >>> 5) - 7))
    assert.deepEqual(
      asked.map((at) => at - 224),
      added,
    )
  })
