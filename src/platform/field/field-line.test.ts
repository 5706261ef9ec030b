import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldLine, pathParts } from './field-line.ts'

const TEXT = `
const db = postgres('orders-db', {
  // volume: { size: 'in a comment' }
  members: 3, replication: 'none',
  'volume': { /* size: 1 */ class: \`fast-\${ { size: 1 }.size }\`,
    size: '100Gi' },
  requests: small,
  pattern: /[/{]size: /,
  backups: [
    { by: 'pg_dump', every: '6h' },
    { by: "tar, { by: 'no' }",
      every: '1d' },
    ...more,
    { by: 'never counted' },
  ],
  ...rest,
  place: { apart: [{ by: 'zone' }] } as const,
})
const x = promise.survives<'a'>(loss.node, { in: live,
  keeps: [db] })
const s = shown({ kind: 'A',
  spec: { a: 1 } }, { of: db,
  stated })
`

const rows: [name: string, line: number, column: number, path: string, expected: number][] = [
  ['an option', 2, 12, 'members', 4],
  ['the second on a line', 2, 12, 'replication', 4],
  ['a quoted key, and comments and templates on the way', 2, 12, 'volume.size', 6],
  ['an option from a variable has the line of its key', 2, 12, 'requests.cpu', 7],
  ['an item of a list', 2, 12, 'backups[1].every', 12],
  ['brackets inside strings and patterns do not count', 2, 12, 'backups[0].every', 10],
  ['behind a spread nobody counts', 2, 12, 'backups[2].by', 9],
  ['an option behind a spread', 2, 12, 'place.apart[0].by', 17],
  ['an option that is not there', 2, 12, 'image', 2],
  ['the options of a call with other arguments', 19, 19, 'keeps[0]', 20],
  ['a field of a manifest', 21, 11, 'manifest.spec.a', 22],
  ['an option beside a manifest', 21, 11, 'stated', 23],
  ['a call that is not at that place', 7, 3, 'members', 7],
  ['a line that the file has not', 99, 1, 'members', 99],
]

for (const [name, line, column, path, expected] of rows) {
  test(`field line: ${name}`, () => {
    assert.equal(fieldLine(TEXT, { file: 'shop.ts', line, column }, pathParts(path)).line, expected)
  })
}

test('field line: text that never ends ends', () => {
  for (const text of ["postgres('a', { x: `${", "postgres('a', { x: [", 'postgres(/*', "postgres('a', { '"]) {
    assert.equal(fieldLine(text, { file: 'a.ts', line: 1, column: 1 }, ['y']).line, 1)
  }
})
