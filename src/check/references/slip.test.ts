import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slipOf } from './slip.ts'

const rows: [name: string, known: string, isSlip: boolean][] = [
  ['cartt', 'cart', true],
  ['catalogue', 'catalog', true],
  ['chekout-api', 'checkout-api', true],
  ['catalog-api', 'catalogapi', true],
  ['cart', 'cart', false],
  ['cart', 'orders', false],
  ['orders-v2', 'orders-v1', false],
  ['redis1', 'redis2', false],
  ['pg-rw', 'pg-ro', false],
  ['cache-eu', 'cache-us', false],
  ['orders-a', 'orders', false],
]

for (const [name, known, isSlip] of rows) {
  test(`a slip: ${name} for ${known}: ${isSlip ? 'yes' : 'no'}`, () => {
    assert.equal(slipOf(name, [known]), isSlip ? known : undefined)
  })
}
