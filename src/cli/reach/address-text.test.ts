import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesText } from './address-text.ts'

const v4 = [
  '0.0.0.0-9.255.255.255',
  '10.0.0.0-10.20.0.14',
  '10.20.0.15-10.20.0.15',
  '10.20.0.16-10.255.255.255',
  '11.0.0.0-255.255.255.255',
]
const v6 = [
  '0:0:0:0:0:0:0:0-fcff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fd00:0:0:0:0:0:0:0-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fe00:0:0:0:0:0:0:0-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
]
const without = (all: string[], ...left: number[]) => all.filter((_, at) => !left.includes(at))

const rows: [ranges: string[], all: string[], text: string][] = [
  [v4, v4, 'anywhere'],
  [['0.0.0.0-255.255.255.255'], ['0.0.0.0-255.255.255.255'], 'anywhere'],
  [without(v4, 1, 2, 3), v4, 'anywhere but 10.0.0.0/8'],
  [without(v4, 2), v4, 'anywhere but 10.20.0.15'],
  [without(v4, 0, 1, 3, 4), v4, '10.20.0.15'],
  [without(v4, 0, 4), v4, '10.0.0.0/8'],
  [
    ['10.0.0.0-10.0.2.255'],
    ['0.0.0.0-9.255.255.255', '10.0.0.0-10.0.2.255', '10.0.3.0-255.255.255.255'],
    '10.0.0.0/23, 10.0.2.0/24',
  ],
  [[...v4, ...v6], [...v4, ...v6], 'anywhere'],
  [v4, [...v4, ...v6], '0.0.0.0/0'],
  [without(v6, 0, 2), v6, 'fd00::/8'],
]

for (const [ranges, all, text] of rows) {
  test(`addresses: ${text} of ${all.length} ranges`, () => assert.equal(addressesText(ranges, all), text))
}
