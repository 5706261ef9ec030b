import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSameValue } from './same-value.ts'

const parsed = (text: string): unknown => JSON.parse(text)

const rows: [name: string, one: unknown, other: unknown, isSame: boolean][] = [
  ['fields in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
  ['a field more', { a: 1 }, { a: 1, b: 2 }, false],
  ['a field less', { a: 1, b: 2 }, { a: 1 }, false],
  ['as many fields of other names', { a: 1 }, { b: 1 }, false],
  ['members in another order', [1, 2], [2, 1], false],
  ['a list and an object', [], {}, false],
  ['nothing and an object', null, {}, false],
  ['a number and its text', 1, '1', false],
  ['a name that every object inherits', { toString: 1 }, { b: 1 }, false],
  ['a field that is called as the prototype', parsed('{"__proto__":{}}'), { b: 1 }, false],
  ['two of those', parsed('[[{"__proto__":""}]]'), parsed('[[{"__proto__":""}]]'), true],
  ['what prints as something else', new Date(0), new Date(1), false],
]

for (const [name, one, other, isSame] of rows) {
  test(`same value: ${name}`, () => assert.equal(isSameValue(one, other), isSame))
}

test('a value is the same as its copy, and never as one with another text', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => isSameValue(value, parsed(JSON.stringify(value)))))
  const few = fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.nat(1), fc.constantFrom('', null, [], {})))
  const sorted = (value: object) => JSON.stringify(Object.entries(value).toSorted())
  fc.assert(fc.property(few, few, (one, other) => isSameValue(one, other) === (sorted(one) === sorted(other))))
})
