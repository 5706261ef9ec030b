import assert from 'node:assert/strict'
import { test } from 'node:test'
import { balancedScore, isScoredByBalance, leastAllocatedScore } from './resource-scores.ts'

const gibibyte = 2 ** 30
const share = (milliCpu: number, gibibytes: number) => ({ milliCpu, memoryBytes: gibibytes * gibibyte })
const node = share(4000, 8)

const least: readonly (readonly [name: string, wanted: ReturnType<typeof share>, score: number])[] = [
  ['empty', share(0, 0), 100],
  ['half of both', share(2000, 4), 50],
  ['a quarter of cpu, half of memory: (75 + 50) / 2, rounded down', share(1000, 4), 62],
  ['each share is rounded down first: 66.6 and 62.5', share(1333, 3), 64],
  ['more than there is counts as none', share(5000, 0), 50],
]
for (const [name, wanted, score] of least) {
  test(`least allocated: ${name}`, () => assert.equal(leastAllocatedScore(wanted, node), score))
}

test('least allocated: a node without memory is scored by cpu alone', () => {
  assert.equal(leastAllocatedScore(share(1000, 1), { milliCpu: 4000, memoryBytes: 0 }), 75)
  assert.equal(leastAllocatedScore(share(0, 0), { milliCpu: 0, memoryBytes: 0 }), 0)
})

test('least allocated: beyond what a double multiplies exactly', () => {
  const memoryBytes = 2 ** 52
  assert.equal(leastAllocatedScore({ milliCpu: 0, memoryBytes: 1 }, { milliCpu: 0, memoryBytes }), 99)
})

const balanced: readonly (readonly [
  name: string,
  taken: ReturnType<typeof share>,
  asked: ReturnType<typeof share>,
  score: number,
])[] = [
  ['as even after as before', share(0, 0), share(1000, 2), 75],
  ['evener: cpu catches up with memory, 75 to 100', share(0, 4), share(2000, 0), 87],
  ['less even: cpu runs ahead, 100 to 75', share(0, 0), share(2000, 0), 62],
  ['what is over full counts as full', share(4000, 8), share(4000, 0), 75],
]
for (const [name, taken, asked, score] of balanced) {
  test(`balanced: ${name}`, () => assert.equal(balancedScore(taken, asked, node), score))
}

test('balanced: a pod that asks for nothing is not scored', () => {
  assert.equal(isScoredByBalance(share(0, 0)), false)
  assert.equal(isScoredByBalance(share(1, 0)), true)
})
