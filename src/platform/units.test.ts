import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytesOf, milliCpuOf, percentOf, rangeSeconds, secondsOf } from './units.ts'

const durations: [text: unknown, seconds: number | undefined][] = [
  ['90s', 90],
  ['1.5h', 5400],
  ['100ms', 0.1],
  ['0.1s', 0.1],
  ['7d', 604_800],
  ['2w', 1_209_600],
  ['1y', 31_536_000],
  ['0s', 0],
  ['6 h', undefined],
  [' 6h', undefined],
  ['6h ', undefined],
  ['6H', undefined],
  ['1h30m', undefined],
  ['-6h', undefined],
  ['+6h', undefined],
  ['1e3s', undefined],
  ['0x10s', undefined],
  ['.5h', undefined],
  ['5.h', undefined],
  ['6', undefined],
  ['', undefined],
  ['h', undefined],
  ['9999999999999999s', undefined],
  ['٣h', undefined],
  [6, undefined],
  [null, undefined],
]

for (const [text, seconds] of durations) {
  test(`duration: ${JSON.stringify(text)}`, () => assert.equal(secondsOf(text), seconds))
}

const ranges: [value: unknown, range: { from: number; to: number } | undefined][] = [
  ['30s', { from: 30, to: 30 }],
  [
    { from: '10s', to: '1m' },
    { from: 10, to: 60 },
  ],
  [{ from: '1m', to: '10s' }, undefined],
  [{ from: '1m' }, undefined],
  [{ from: '6 h', to: '7h' }, undefined],
]

for (const [value, range] of ranges) {
  test(`range: ${JSON.stringify(value)}`, () => assert.deepEqual(rangeSeconds(value), range))
}

const sizes: [text: unknown, bytes: number | undefined][] = [
  ['1Ki', 1024],
  ['100Gi', 107_374_182_400],
  ['64G', 64_000_000_000],
  ['0.5Gi', 536_870_912],
  ['1.5k', 1500],
  ['1024', 1024],
  ['100 Gi', undefined],
  ['100GiB', undefined],
  ['100GB', undefined],
  ['100K', undefined],
  ['100gi', undefined],
  ['1e400', undefined],
  ['99999Ti', undefined],
  [1024, undefined],
]

for (const [text, bytes] of sizes) {
  test(`size: ${JSON.stringify(text)}`, () => assert.equal(bytesOf(text), bytes))
}

const cpus: [text: unknown, milli: number | undefined][] = [
  [1, 1000],
  [0.5, 500],
  [0.001, 1],
  ['500m', 500],
  ['1.5', 1500],
  [0, 0],
  [0.0001, undefined],
  ['0.5m', undefined],
  [-1, undefined],
  [Number('1e400'), undefined],
  [Number.NaN, undefined],
  [1e21, undefined],
  ['1 ', undefined],
  ['1c', undefined],
]

for (const [text, milli] of cpus) {
  test(`cpu: ${typeof text} ${text}`, () => assert.equal(milliCpuOf(text), milli))
}

const shares: [text: unknown, share: number | undefined][] = [
  ['99.95%', 99.95],
  ['0%', 0],
  ['100%', 100],
  ['100.1%', undefined],
  ['99.95', undefined],
  ['-1%', undefined],
  [99, undefined],
]

for (const [text, share] of shares) {
  test(`percent: ${JSON.stringify(text)}`, () => assert.equal(percentOf(text), share))
}
