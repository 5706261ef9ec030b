import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joined, rows, widthOf, wrap } from './wrap.ts'

const sentences: [name: string, text: string, width: number | undefined, lines: readonly string[]][] = [
  ['what fits stays', 'all is well', 11, ['all is well']],
  ['at spaces', 'all is well here', 11, ['all is well', '  here']],
  ['into a pipe, not at all', 'all is well here', undefined, ['all is well here']],
  ['the indentation stays', '    all is well', 12, ['    all is', '  well']],
  [
    'a word that is too wide stands alone',
    'a StatefulSet/shop/ledger-db of it',
    12,
    ['a', '  StatefulSet/shop/ledger-db', '  of it'],
  ],
  ['a short sum stays in one piece', 'allowed = 2 − 2 = 0 of them', 20, ['allowed = 2 − 2 = 0', '  of them']],
  ['an empty line', '', 10, ['']],
  ['signs count as one column', '✗ − × ≤ ok', 10, ['✗ − × ≤ ok']],
]

for (const [name, text, width, lines] of sentences) {
  test(`wrap: ${name}`, () => assert.deepEqual(wrap(text, width, '  '), lines))
}

test('wrap: no line is wider than the width, whatever the width', () => {
  const text =
    '  - no rule lets checkout out to orders at TCP 8080: one policy isolates checkout, and it says nothing of it'
  for (let width = 20; width < 120; width++) {
    const lines = wrap(text, width, '      ')
    assert.ok(
      lines.every((line) => widthOf(line) <= width),
      `${width} columns`,
    )
    assert.equal(lines.join(' ').replace(/\s+/g, ' ').trim(), text.trim())
  }
})

test('rows: texts stand under each other, and wrap under themselves', () => {
  const table = [
    ['n1', 'gone'],
    ['harbour-2', 'holds ledger-db-1: required anti-affinity on kubernetes.io/hostname'],
    ['n3', ''],
  ] as const
  assert.deepEqual(rows(table, '  ', 40), [
    '  n1         gone',
    '  harbour-2  holds ledger-db-1: required',
    '             anti-affinity on',
    '             kubernetes.io/hostname',
    '  n3',
  ])
  assert.deepEqual(rows(table, '  ', undefined), [
    '  n1         gone',
    '  harbour-2  holds ledger-db-1: required anti-affinity on kubernetes.io/hostname',
    '  n3',
  ])
  assert.deepEqual(rows([], '  ', 40), [])
})

const parts: [name: string, width: number | undefined, lines: readonly string[]][] = [
  ['in one line where it fits', 40, ['the shop · 2 environments · 3 nodes']],
  ['else after a part', 30, ['the shop · 2 environments', '  3 nodes']],
  ['a part that is too wide breaks at spaces', 14, ['the shop', '  2', '  environments', '  3 nodes']],
  ['into a pipe, not at all', undefined, ['the shop · 2 environments · 3 nodes']],
]

for (const [name, width, lines] of parts) {
  test(`parts: ${name}`, () => assert.deepEqual(joined(['the shop', '2 environments', '3 nodes'], ' · ', width), lines))
}
