import assert from 'node:assert/strict'
import { test } from 'node:test'
import { intOrPercentProblem, scaledValue } from './intstr.ts'

const rows: [value: unknown, total: number, up: number | undefined, down: number | undefined][] = [
  [2, 5, 2, 2],
  ['67%', 3, 3, 2],
  ['50%', 4, 2, 2],
  ['25%', 3, 1, 0],
  ['0%', 3, 0, 0],
  ['100%', 3, 3, 3],
  ['29%', 100, 29, 29],
  ['7%', 100, 7, 7],
  ['150%', 2, 3, 3],
  ['2', 3, undefined, undefined],
  ['1.5%', 3, undefined, undefined],
  ['%', 3, undefined, undefined],
  [1.5, 3, undefined, undefined],
  [null, 3, undefined, undefined],
]
for (const [value, total, up, down] of rows) {
  test(`${JSON.stringify(value)} of ${total}`, () => {
    assert.equal(scaledValue(value, total, 'up'), up)
    assert.equal(scaledValue(value, total, 'down'), down)
  })
}

test('what the API server refuses', () => {
  assert.equal(intOrPercentProblem('25%'), undefined)
  assert.equal(intOrPercentProblem(0), undefined)
  assert.equal(intOrPercentProblem('150%'), undefined)
  assert.equal(intOrPercentProblem('150%', '100%'), '150% is above 100%')
  assert.equal(intOrPercentProblem(-1), '-1 is below 0')
  assert.match(intOrPercentProblem('2') ?? '', /neither a number nor a percentage/)
  assert.match(intOrPercentProblem({}) ?? '', /neither/)
})
