import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pairNumbers } from './pair-numbers.ts'

test('rows of numbers are equal exactly if their numbers are', () => {
  const numbers = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(2 ** 22, -(2 ** 22), 2 ** 40, 0.5))
  const row = fc.array(numbers, { minLength: 2, maxLength: 2 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 2 }), (rows) => {
      const pairs = pairNumbers()
      const ids = rows.map((one) => one.reduce((id, next) => pairs.of(id, next), 0))
      for (const [a, left] of rows.entries())
        for (const [b, right] of rows.entries())
          assert.equal(
            ids[a] === ids[b],
            left.every((one, at) => Object.is(one + 0, (right[at] ?? 0) + 0)),
          )
    }),
  )
})
