import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseJson } from './parse-json.ts'

// What a text comes to, as pairs, so that no key of an expected value is read by what is tried here.
const rows: [name: string, text: string, entries: [string, unknown][]][] = [
  [
    'nothing escaped',
    '{"a":1,"b":"c"}',
    [
      ['a', 1],
      ['b', 'c'],
    ],
  ],
  ['an escaped value', String.raw`{"a":"\"b\":"}`, [['a', '"b":']]],
  ['an escaped key', String.raw`{"a\"b":1}`, [['a"b', 1]]],
  ['a key and a blank before its colon', '{"a\\n" \n\t: 1}', [['a\n', 1]]],
  ['one key, written in two ways: the last one', String.raw`{"a":1,"\u0061":2}`, [['a', 2]]],
  [
    'a key that is no prototype',
    String.raw`{"\u005f_proto__":1,"b\\":2}`,
    [
      ['__proto__', 1],
      ['b\\', 2],
    ],
  ],
  [
    'a key of numbers comes first, as ever',
    String.raw`{"b\\":1,"\u0031":2}`,
    [
      ['1', 2],
      ['b\\', 1],
    ],
  ],
  [
    'a key with the mark itself',
    '{"\ue000":1,"\ue0000":2,"a\\\\":3}',
    [
      ['\ue000', 1],
      ['\ue0000', 2],
      ['a\\', 3],
    ],
  ],
  [
    'a key with the mark, escaped',
    String.raw`{"\ue0000":1,"a\\":2}`,
    [
      ['\ue0000', 1],
      ['a\\', 2],
    ],
  ],
]

for (const [name, text, entries] of rows)
  test(`a value of JSON: ${name}`, () => {
    assert.deepEqual(Object.entries(parseJson(text) as object), entries)
  })

test('a value of JSON: within lists and mappings', () => {
  const found = parseJson(String.raw`[{"a":[{"b\t":{"c\"":null}}]}]`) as [{ a: [object] }]
  assert.deepEqual(
    Object.entries(found[0].a[0]).map(([key, of]) => [key, Object.entries(of)]),
    [['b\t', [['c"', null]]]],
  )
})

for (const text of ['', '{', '{"a\\q":1}', '{"a\\"":1', '["a\\n":1]', '{"a\\n":1}}'])
  test(`no JSON: ${text}`, () => {
    assert.throws(() => parseJson(text), SyntaxError)
  })

test('a key is not taken for one that was read before', () => {
  parseJson(String.raw`{"a":1,"metadata\\":2}`)
  const { a, ...found } = parseJson(String.raw`{"a":1,"metadata\"":3}`) as Record<string, number>
  assert.deepEqual([a, Object.entries(found)], [1, [['metadata"', 3]]])
})

test('what is printed is read, whatever the keys and whatever was read before', () => {
  const key = fc.string({
    unit: fc.constantFrom('a', '"', '\\', '\n', 'n', 'u', '0', '\ue000', ':', ' '),
    maxLength: 4,
  })
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, fc.integer(), key, fc.array(tie('any'), { maxLength: 3 }), tie('mapping')),
    mapping: fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
  })).any
  fc.assert(
    fc.property(value, (one) => assert.equal(JSON.stringify(parseJson(JSON.stringify(one))), JSON.stringify(one))),
    { numRuns: 2000 },
  )
})
