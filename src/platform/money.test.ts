import assert from 'node:assert/strict'
import { test } from 'node:test'
import { node } from './language/node.ts'
import { makingOf } from './made.ts'
import { priceOf } from './money.ts'

const rows: [name: string, price: unknown, from: number | undefined, to?: number][] = [
  ['by the month', '$600/month', 600, 600],
  ['to a hundredth of a cent', '€0.0812/month', 0.0812, 0.0812],
  ['a range', { from: '$500/month', to: '$750/month' }, 500, 750],
  ['a range that ends before it begins', { from: '$750/month', to: '$500/month' }, undefined],
  ['a range of two currencies', { from: '$500/month', to: '€750/month' }, undefined],
  ['by the hour', '$1/h', undefined],
  ['below nothing', '$-5/month', undefined],
  ['no money', 600, undefined],
]

for (const [name, price, from, to] of rows) {
  test(`price: ${name}`, () => {
    const found = priceOf(price)
    const ends = found && [found.from, found.to].map((end) => Number(end.numerator) / Number(end.denominator))
    assert.deepEqual(ends, from === undefined ? undefined : [from, to])
    const made = node('n1', { cpu: 4, memory: '8Gi', price: price as '$600/month' })
    const allowed = "money by the month such as '$600/month', or { from: '$500/month', to: '$750/month' }"
    assert.deepEqual(
      makingOf(made)?.problems.map((one) => [one.path, one.allowed]),
      from === undefined ? [['price', allowed]] : [],
    )
  })
}
