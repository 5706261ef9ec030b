import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressProblem, isStrictlyInside, rangeProblem, readRange } from './addresses.ts'

const ranges: [range: string, until135: string | undefined, from136: string | undefined][] = [
  ['10.0.0.0/8', undefined, undefined],
  ['10.0.0.1/8', undefined, 'has bits set behind its prefix'],
  ['010.0.0.0/8', undefined, 'has leading zeros'],
  ['10.0.0.0/08', undefined, 'has leading zeros'],
  ['2001:db8::/32', undefined, undefined],
  ['::ffff:10.0.0.0/104', undefined, 'is an IPv4 address written as IPv6'],
  ['10.0.0.0', 'is no range of addresses such as 10.0.0.0/24', 'is no range of addresses such as 10.0.0.0/24'],
  ['10.0.0.0/33', 'is no range of addresses such as 10.0.0.0/24', 'is no range of addresses such as 10.0.0.0/24'],
  ['2001:db8:::/32', 'is no range of addresses such as 10.0.0.0/24', 'is no range of addresses such as 10.0.0.0/24'],
]
for (const [range, before, after] of ranges) {
  test(`range ${range}`, () => assert.deepEqual([rangeProblem(range, 35), rangeProblem(range, 36)], [before, after]))
}

const addresses: [address: string, problem: string | undefined][] = [
  ['10.1.2.3', undefined],
  ['::1', undefined],
  ['1:2:3:4:5:6:7:8', undefined],
  ['1:2:3:4:5:6:7::', undefined],
  ['::ffff:1.2.3.4', 'is an IPv4 address written as IPv6'],
  ['10.1.2', 'is no IP address'],
  ['10.1.2.256', 'is no IP address'],
  ['1:2:3:4:5:6:7', 'is no IP address'],
  ['shop.example.com', 'is no IP address'],
]
for (const [address, problem] of addresses)
  test(`address ${address}`, () => assert.equal(addressProblem(address, 36), problem))

const inside: [inner: string, outer: string, is: boolean][] = [
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['10.0.0.0/8', '10.0.0.0/16', false],
  ['2001:db8::/64', '2001:db8::/32', true],
  ['10.0.0.0/16', '::/0', false],
]
for (const [inner, outer, is] of inside) {
  test(`${inner} inside ${outer}: ${is}`, () => {
    const [a, b] = [readRange(inner), readRange(outer)]
    assert.ok(a && b)
    assert.equal(isStrictlyInside(a, b), is)
  })
}
