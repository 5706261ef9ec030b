import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alternativesIn, anchored } from './anchored.ts'

const rows: [pattern: string, text: string, matches: boolean | undefined][] = [
  ['5..', '503', true],
  ['5..', '5030', false],
  ['orders|till', 'till', true],
  ['orders|till', 'tills', false],
  ['.*', '', true],
  ['.+', '', false],
  ['shop-.+', 'shop-orders', true],
  ['[^:]+(?::\\d+)?', '10.0.0.1:8080', true],
  ['(.+)', 'x', true],
  ['[a-z]+-[0-9]?', 'a-1', true],
  ['a\\.b', 'axb', false],
  ['a\\-b', 'a-b', true],
  ['(?i)shop', 'SHOP', undefined],
  ['(a+)+', 'aaaa', undefined],
  ['(a|b)*', 'abab', undefined],
  ['[[:alpha:]]', 'a', undefined],
  ['a(', 'a', undefined],
  ['a{2}', 'aa', undefined],
  ['.*', 'a\nb', undefined],
]

for (const [pattern, text, matches] of rows) {
  test(`anchored: ${pattern} on ${JSON.stringify(text)}`, () => {
    assert.equal(anchored(pattern)?.matches(text), matches)
  })
}

test('anchored: groups', () => {
  assert.deepEqual(
    [...(anchored('([^:]+)(?::\\d+)?;(\\d+)')?.groups('10.0.0.1:80;9090') ?? [])],
    ['10.0.0.1:80;9090', '10.0.0.1', '9090'],
  )
})

test('anchored: plain alternatives', () => {
  assert.deepEqual(alternativesIn('a|b\\.c|d-e'), ['a', 'b.c', 'd-e'])
  assert.deepEqual(alternativesIn('(a|b)'), ['a', 'b'])
  assert.equal(alternativesIn('a.*|b'), undefined)
  assert.equal(alternativesIn('(a)|(b)'), undefined)
})
