import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Outage, shareLeft } from './share-left.ts'
import { unsaidTime } from './span.ts'

const hour = 3600
const month = 30 * 24 * hour

const rows: [name: string, outages: readonly Outage[], from: number, to: number][] = [
  ['nothing happens', [], 1, 1],
  [
    '4 to 8 hours a month',
    [{ takes: { from: 4 * hour, to: 8 * hour }, everySeconds: month }],
    1 - 8 / 720,
    1 - 4 / 720,
  ],
  [
    'two kinds add up',
    [
      { takes: { from: hour, to: hour }, everySeconds: month },
      { takes: { from: 7 * hour, to: 7 * hour }, everySeconds: month },
    ],
    1 - 8 / 720,
    1 - 8 / 720,
  ],
  ['one that nobody ends', [{ takes: unsaidTime, everySeconds: month }], 0, 1],
  ['longer than the time between', [{ takes: { from: 2, to: 3 }, everySeconds: 1 }], 0, 0],
]

for (const [name, outages, from, to] of rows) {
  test(`share left: ${name}`, () => {
    const left = shareLeft(outages)
    assert.ok(Math.abs(left.from - from) < 1e-12 && Math.abs(left.to - to) < 1e-12, JSON.stringify(left))
  })
}
