import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestLifeSeconds, loopEndsSeconds, waitsBefore } from './crash-loop.ts'

const backOff = { firstSeconds: 10, mostSeconds: 300 }

test('the first restart does not wait, then the wait doubles up to the most', () => {
  assert.deepEqual(waitsBefore(8, backOff), [0, 10, 20, 40, 80, 160, 300, 300])
  assert.deepEqual(waitsBefore(0, backOff), [])
})

const rows: [name: string, restarts: number, over: number, held: number, seconds: number][] = [
  ['five in ten minutes: (600 − 150) / 5', 5, 600, 0, 90],
  ['five in an hour: (3600 − 150) / 5', 5, 3600, 0, 690],
  ['and held for five minutes: (3600 − 300 − 150) / 5', 5, 3600, 300, 630],
  ['one at all', 1, 600, 0, 600],
  ['seven in ten minutes: the waits alone are 610 s', 7, 600, 0, -10 / 7],
]

for (const [name, restarts, overSeconds, forSeconds, seconds] of rows)
  test(`longest life that is seen: ${name}`, () =>
    assert.equal(longestLifeSeconds({ restarts, overSeconds, forSeconds }, backOff), seconds))

test('a container that ran ten minutes begins anew', () => assert.equal(loopEndsSeconds(backOff), 600))
