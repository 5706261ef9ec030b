// The short way through an ordinary document gives the events that the scanner gives, or steps aside.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ordinaryEvents } from './ordinary.ts'
import { scanned } from './parse.ts'

const ended = (text: string) => `${text}${text.endsWith('\n') ? '' : '\n'}\0`

const rows: [says: string, text: string, isOrdinary: boolean][] = [
  ['keys and values', 'a: b\nc: 1\n', true],
  ['nested', 'a:\n  b:\n    c: d\ne: f', true],
  ['a list further in than its key', 'a:\n  - b\n  - c: d\n    e: f\ng: h', true],
  ['a list no further in than its key', 'a:\n- b\n- c: d\n  e: f\ng: h', true],
  ['a list in a list', '- - a\n  - b\n- c', true],
  ['nothing behind a key', 'a:\nb:\n  c:\n  d: e\nf:', true],
  ['nothing behind a dash', 'a:\n-\n- b\n-\nc: d', true],
  ['comments and empty lines', '# one\na: b # two\n\n  # three\nc: # four\n  d: e#f', true],
  ['quotes', 'a: "b: c" # d\n"e f": \'g\'\nh: ""', true],
  ['nothing in brackets', 'a: []\nb: {} # c\nd:\n- []', true],
  ['a text of lines', 'a: |\n  b\n\n   c\n\nd: |-\n  e\n\nf:\n- |+\n  g\n\n', true],
  ['a text of lines up to the end', 'a: |\n  b', true],
  ['signs inside a text', 'a: b - c: d'.replace(': d', ':d'), true],
  ['a negative number', 'a: -1\nb: - 1'.replace('- 1', '-x'), true],
  ['nothing at all', '# only this\n', true],
  ['a text over two lines', 'a: b\n  c', false],
  ['brackets', 'a: { b: c, "d": [e, \'f\'], "g":1 }\nh: ["ALL"] # i\n- '.slice(0, -3), true],
  ['brackets over two lines', 'a: [b,\n  c]', false],
  ['a pair in a list', 'a: [b: c]', false],
  ['nothing between commas', 'a: [b, , c]', false],
  ['a comma at the end', 'a: { b: c, }', false],
  ['a key without a value', 'a: { b }', false],
  ['brackets as a key', '{ a: b }: c', false],
  ['an anchor', 'a: &b c', false],
  ['a tag', 'a: !!str 1', false],
  ['a folded text', 'a: >\n  b', false],
  ['an escape', 'a: "b\\n"', false],
  ['two quotes', "a: 'b''c'", false],
  ['a tab', 'a:\tb', false],
  ['a text that is a whole document', 'a', false],
  ['a document mark', '---\na: b', false],
  ['a question', '? a\n: b', false],
  ['lines that stand in no block', 'a:\n    b: c\n  d: e', false],
  ['a carriage return', 'a: b\rc: d', false],
]

for (const [says, text, isOrdinary] of rows) {
  test(`ordinary: ${says}`, () => {
    const found = ordinaryEvents(ended(text))
    assert.equal(found !== undefined, isOrdinary)
    if (found) assert.deepEqual(shown(found), shown(scanned(ended(text))))
  })
}

// Where a block ends is told to nobody.
function shown({ kinds, starts, ends, made, count }: ReturnType<typeof scanned>) {
  const rows = Array.from(kinds.subarray(0, count), (kind, at) =>
    kind === 7 ? [kind] : [kind, starts[at], kind < 2 ? starts[at] : ends[at]],
  )
  return { rows, made: [...(made ?? [])] }
}

const words = [
  'a',
  'b:',
  'c: ',
  'k: v',
  '- ',
  '-',
  '- x',
  '- k: v',
  '- - ',
  '# c',
  ' # c',
  '|',
  '|-',
  '|+',
  '"q"',
  "'s'",
]
const more = [
  '"',
  "'",
  ': ',
  ':',
  '[]',
  '{}',
  '[',
  '{ a: b }',
  '-1',
  '---',
  '...',
  '\t',
  '&a ',
  '*a',
  '!t',
  '>',
  '? ',
  '%',
  '\u00e9',
  '1.5',
  'yes',
  '~',
  '..',
]
const line = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.array(fc.constantFrom(...words, ...words, ...more), { maxLength: 4 }))
  .map(([indent, parts]) => ' '.repeat(indent) + parts.join(''))
const ordinaryLine = fc
  .tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.constantFrom(
      'a:',
      'b: c',
      '- d',
      '- e: f',
      '-',
      'g: |',
      'h: "i"',
      '# j',
      '',
      'k: []',
      'n: { o: p, q: [r] }',
      '- [s, "t"]',
      '- - l',
      "'m': n",
    ),
  )
  .map(([depth, part]) => '  '.repeat(depth) + part)

const documents = fc.oneof(
  fc.array(line, { maxLength: 8 }),
  fc.array(ordinaryLine, { maxLength: 14 }),
  fc.array(fc.oneof(line, ordinaryLine), { maxLength: 10 }),
)

test('ordinary: random lines', () => {
  let taken = 0
  const asks = fc.property(documents, (lines) => {
    const text = ended(lines.join('\n'))
    const found = ordinaryEvents(text)
    if (found === undefined) return
    taken++
    assert.deepEqual(shown(found), shown(scanned(text)))
  })
  fc.assert(asks, { numRuns: Number(process.env.RUNS ?? 4000), seed: process.env.SEED ? Number(process.env.SEED) : 1 })
  assert.ok(taken > 300, `${taken} were ordinary`)
})
