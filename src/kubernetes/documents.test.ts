import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentsOf } from './documents.ts'

const one = '{"kind":"A"}'

/** Each document as its line, its column and its text; what is refused as the offset of that. */
const rows: [name: string, whole: string, documents: (string | number)[][]][] = [
  ['nothing', '', []],
  ['comments and blanks', '# a\n\n  # b\n', []],
  ['one document', 'a: b\n', [[1, 1, 'a: b\n']]],
  ['--- belongs to what it begins', '---\na: b\n', [[1, 1, '---\na: b\n']]],
  [
    '--- between two belongs to none',
    'a: b\n---\nc: d\n',
    [
      [1, 1, 'a: b\n'],
      [3, 1, 'c: d\n'],
    ],
  ],
  [
    'a comment behind ---',
    'a: b\n--- # c\nd: e',
    [
      [1, 1, 'a: b\n'],
      [3, 1, 'd: e'],
    ],
  ],
  [
    'two --- with nothing between',
    'a: b\n---\n---\nc: d\n',
    [
      [1, 1, 'a: b\n'],
      [3, 1, '---\nc: d\n'],
    ],
  ],
  ['--- further in is text', 'a: |\n  ---\n', [[1, 1, 'a: |\n  ---\n']]],
  [
    'text behind --- refuses what stands before it too',
    'a: b\n--- c\nd: e\n---\nf: g\n',
    [
      [1, 1, 5],
      [5, 1, 'f: g\n'],
    ],
  ],
  ['text behind the first ---', '--- c\nd: e\n', [[1, 1, 0]]],
  ['a value of JSON', `${one}\n`, [[1, 1, one]]],
  [
    'values of JSON',
    `${one} ${one}\n\t${one}`,
    [
      [1, 1, one],
      [1, 13, ` ${one}`],
      [1, 26, `\n\t${one}`],
    ],
  ],
  [
    'JSON, and then YAML',
    `${one}\na: b\n---\nc: d\n`,
    [
      [1, 1, one],
      [2, 1, 'a: b\n'],
      [4, 1, 'c: d\n'],
    ],
  ],
  [
    'JSON, and a separator that begins a document',
    `${one}\n---\na: b\n`,
    [
      [1, 1, one],
      [2, 1, '---\na: b\n'],
    ],
  ],
  [
    'more than one value of JSON, and then YAML',
    `${one}${one} a: b`,
    [
      [1, 1, one],
      [1, 13, one],
      [1, 25, 0],
    ],
  ],
  [
    'JSON, and less than four bytes',
    `${one}\n#a`,
    [
      [1, 1, one],
      [1, 13, 0],
    ],
  ],
  ['what only looks like JSON', ' {a: b}\n', [[1, 2, '{a: b}\n']]],
  ['a mark of byte order', '\uFEFF---\na: b\n', [[1, 1, '\uFEFF---\na: b\n']]],
]

for (const [name, whole, documents] of rows) {
  test(`documents: ${name}`, () => {
    const found = [...documentsOf(whole)].map(({ line, column, text, refused }) => [
      line,
      column,
      refused?.offset ?? text,
    ])
    assert.deepEqual(found, documents)
  })
}
