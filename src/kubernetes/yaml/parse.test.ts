import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseYaml } from './parse.ts'
import { place } from './place.ts'
import { readValue } from './value.ts'

/** What a text says; the reason for which it is refused, as a RegExp. */
const rows: [name: string, text: string, says: unknown][] = [
  ['nothing', '', undefined],
  ['a comment', '# a\n', undefined],
  ['a document of nothing', '---\n', null],
  ['a comment directly behind a quote', 'a: "b"#c\n', { a: 'b' }],
  ['a comment directly behind a bracket', 'a: [b]#c\n', { a: ['b'] }],
  ['# inside a word', 'a: b#c\n', { a: 'b#c' }],
  [
    'keys that differ in one sign',
    'axbyc: 1\naybyc: 2\nazbyc: {axbyc: 3}\n',
    { axbyc: 1, aybyc: 2, azbyc: { axbyc: 3 } },
  ],
  ['tabs behind signs', 'a:\tb\t# c\n', { a: 'b' }],
  ['a tab as indentation', 'a:\n\tb: c\n', /cannot start any token/],
  ['a tab in a line of brackets', 'a: [\n\tb]\n', { a: ['b'] }],
  ['a key over two lines', 'a\nb: c\n', /mapping values are not allowed/],
  ['a key over two lines in braces', '{ a:---\nb }', { 'a:--- b': null }],
  ['a colon on the next line in braces', '{a\n: b}', /a key ends on its line/],
  ['a quoted key over two lines', '"a\n  b": c\n', /mapping values are not allowed/],
  ['an explicit key over two lines', '? a\n  b\n: c\n', { 'a b': 'c' }],
  ['a key of 1,024 characters', `${'k'.repeat(1024)}: a\n`, { ['k'.repeat(1024)]: 'a' }],
  ['a key of 1,025 characters', `${'k'.repeat(1025)}: a\n`, /mapping values are not allowed/],
  ['1,024 characters that take two places', `${'\u{1F600}'.repeat(1024)}: a\n`, { ['\u{1F600}'.repeat(1024)]: 'a' }],
  ['a colon before a comma', '[a:, b]', ['a:', 'b']],
  ['a colon at the end in braces', '{a:}', { 'a:': null }],
  ['a colon behind a quote', '{"a":b}', { a: 'b' }],
  ['a plain text that begins with a colon', '[:a]', /did not find expected node content/],
  ['the same outside of brackets', ':a', ':a'],
  ['a pair in a list', '[a: b, c]', [{ a: 'b' }, 'c']],
  ['a list as the key of a list', '- []: b\n', /did not find expected '-' indicator/],
  ['a comma too many', '[a, , b]', /did not find expected node content/],
  ['a comma at the end', '[a, ]', ['a']],
  ['a list no further in than its key', 'a:\n- b\n-\n- c: d\n', { a: ['b', null, { c: 'd' }] }],
  ['lists on one line', '- - a\n  - b\n-\n', [['a', 'b'], null]],
  ['folded lines', 'a: b\n  c\n\n  d\n', { a: 'b c\nd' }],
  ['a lone carriage return ends a line', 'a: b\rc: d\n', { a: 'b', c: 'd' }],
  ['NEL ends a line, and is one', 'a: |\n  b\u0085  c\n', { a: 'b\nc\n' }],
  ['LS ends a line, and stays', 'a: b\u2028  c\n', { a: 'b\u2028c' }],
  ['a folded block', '>\n a\n b\n\n c\n  d\n e\n', 'a b\n\nc\n d\ne\n'.replace('b\n\nc', 'b\nc')],
  ['a block with its indentation', 'a: |2\n    b\n  c\n', { a: '  b\nc\n' }],
  ['a block that keeps its end', 'a: |+\n  b\n\n', { a: 'b\n\n' }],
  ['a block that drops its end', 'a: >-2 # c\n   b\n\n', { a: ' b' }],
  ['a block of indentation 0', 'a: |0\n  b\n', /indicator equal to 0/],
  ['a block with a tab for indentation', 'a: |\n\tb\n', /found a tab character/],
  ['a break that a \\ takes away', '"a \\\n   b"', 'a b'],
  ['escapes', '"\\x41\\u00e9\\U0001F600\\e\\_\\\t"', 'Aé\u{1F600}\x1b\u00a0\t'],
  ['a doubled quote', "'it''s'", "it's"],
  ['a quote before ---', '"a\n---\n"', /document indicator/],
  ['an anchor and a tag, in either order', '[&a !!str 1, !!str &b 2, *a, *b]', ['1', '2', '1', '2']],
  ['an alias as a key', '[&a b, {*a : c}]', ['b', { b: 'c' }]],
  ['an anchor inside one of the same name', 'a: &x {b: &x c}\nd: *x\n', { a: { b: 'c' }, d: 'c' }],
  ['an anchor of nothing', 'a: &b\nc: *b\n', { a: null, c: null }],
  ['a tag with escaped octets', '!%3cb a', 'a'],
  ['a tag with half a character', '!%c3 a', /tag URI/],
  ['a tag of a handle that nobody has named', '!a!b c', /undefined tag handle/],
  ['the same between < and >', '!<!a!b> c', 'c'],
  ['a tag before a bracket', '[!!str]', /did not find expected|tag/],
  [
    'keys as JSON has them',
    '{18446744073709551614.0: a, 9007199254740993: b, 1e6: c}',
    {
      '1.8446744e+19': 'a',
      '9007199254740993': 'b',
      '1e+06': 'c',
    },
  ],
  ['a key beyond 63 bits', '18446744073709551615: a', /a key here is no text/],
  ['a merge of what is written again', '{a: &a {x: 1}, b: {<<: *a, x: 2}}', { a: { x: 1 }, b: { x: 2 } }],
  ['a merge, and twice the same', '{a: &a {x: 1}, b: {<<: *a, x: 2, x: 3}}', /a second time/],
  ['<< behind ! merges', '{! <<: {a: b}}', { a: 'b' }],
  ['<< in quotes does not', '{"<<": {a: b}}', { '<<': { a: 'b' } }],
  ['a bracket too many', '{a: b} }', /behind the end of the document/],
  ['the end of a document', 'a: b\n...\n# c\n', { a: 'b' }],
  ['text behind the end of a document', 'a: b\n...\nc\n', /a second document begins here/],
  ['a control character behind the end', 'a: b\n...\nc\u0001\n', /a second document begins here/],
  ['a number that begins with a point and goes on with _', '.5_0', 0.5],
  ['0b with a sign behind it', '0b-101', -5],
  ['!!int of a float', '!!int 1e3', /not what its tag says/],
  ['!!float of an integer', '!!float 3', 3],
  ['!!binary', '!!binary aGk=', 'hi'],
  ['!!binary that is no text', '!!binary /w==', /not as JSON has it/],
  ['!!timestamp', '!!timestamp 2026-11-21', /not what its tag says/],
]

for (const [name, text, says] of rows) {
  test(`yaml: ${name}`, () => {
    if (says instanceof RegExp) assert.throws(() => valueIn(text), says)
    else assert.deepEqual(valueIn(text), says)
  })
}

function valueIn(text: string): unknown {
  const events = parseYaml(text)
  return events.count === 0 ? undefined : readValue(events)
}

test('a place is found through aliases of one name, the last before it', () => {
  const events = parseYaml('a: &x {b: 1}\nc: *x\nd: &x {e: 1}\nf: *x\n')
  assert.equal(place(events, 0, ['c', 'b'])?.offset, 7)
  assert.equal(place(events, 0, ['f', 'e'])?.offset, 26)
  assert.equal(place(events, 0, ['f', 'b']), undefined)
})

test('what is too much is refused', () => {
  assert.throws(() => parseYaml(`${'['.repeat(201)}${']'.repeat(201)}`), /nested more than 200 deep/)
  assert.doesNotThrow(() => parseYaml(`${'['.repeat(200)}${']'.repeat(200)}`))
  assert.throws(() => parseYaml(`[${'&a b,'.repeat(50_001)}]`), /more than 50000 anchors/)
  assert.throws(() => parseYaml(`[${'a,'.repeat(4_000_001)}]`), /more than 4000000 values/)
})
