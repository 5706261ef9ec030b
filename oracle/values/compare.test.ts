// The counter-example of every comparison: a wrong answer of ours is found, made small, and found again by its seed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareValues } from './compare.ts'
import { refused, type ValueComparison } from './comparison.ts'
import type { Judge } from './judge.ts'

const judge: Judge = {
  ask: async (questions) => questions.map(({ text }) => ({ length: String(text).length })),
  stop: () => {},
}

const counts = (ours: ValueComparison['ours']): ValueComparison => ({
  asks: 'length',
  says: 'lengths',
  cases: 10,
  invent: (random) => ({ text: random.text(random.int(0, 20), () => random.pick(['a', 'b', 'x'])) }),
  wellFormed: ({ text }) => text !== undefined,
  ours,
})

const right = counts(({ text }) => ({ length: String(text).length }))
const wrong = counts(({ text }) => (String(text).includes('x') ? refused : { length: String(text).length }))
const crashes = counts(() => {
  throw new Error('no')
})

const bounds = { seed: 7, cases: 200, until: Number.POSITIVE_INFINITY, show: 2 }

test('equal answers pass', async () => {
  const { passed, failed } = await compareValues(right, judge, [], bounds)
  assert.deepEqual([passed, failed], [200, 0])
})

test('a wrong answer fails and is made as small as it can be', async () => {
  const { passed, failed, disagreements } = await compareValues(wrong, judge, [], bounds)
  assert.ok(failed > 100 && passed + failed === 200)
  assert.deepEqual(
    disagreements.map(({ asked, ours, theirs }) => [asked, ours, theirs]),
    Array.from({ length: 2 }, () => [{ text: 'x' }, refused, { length: 1 }]),
  )
})

test('a crash is no agreement', async () => {
  const { passed } = await compareValues(crashes, judge, [], bounds)
  assert.equal(passed, 0)
})

test('the seed repeats the run, another one does not', async () => {
  const failures = async (seed: number) => (await compareValues(wrong, judge, [], { ...bounds, seed })).failed
  assert.equal(await failures(7), await failures(7))
  assert.notEqual(await failures(7), await failures(8))
})

test('kept cases are asked besides', async () => {
  const { failed } = await compareValues(wrong, judge, [{ text: 'x' }], { ...bounds, cases: 0 })
  assert.equal(failed, 1)
})
