import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Position } from '../source.ts'
import { type FieldPath, fieldLine, fieldPlace, pathParts } from './field-line.ts'

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

const SHOP = `import { service } from 'seaworthy'
// service('not this one', { replicas: 9 })
const small = { cpu: 1 }
export const orders = service('orders', {
  listens: { http: 3001, 'metrics-too': 9090 }, // requests: none
  requests: small,
  readiness: { path: \`/ready/\${[1, 2].map((n) => ({ port: n }))}\`, port: 1 },
  place: {
    require: [{ label: 'tier', in: ['a}', "b,"] }, { label: 'disk' }],
    /* spread: [] */
  },
  ...more,
  calls: [ledger.port('http', { replicas: 2 })],
  replicas: 3,
})
written({ spec: { ingress: [{ ports: [{ port: 1 },
  { port: 2 }] }] } }, says('4', 3))
`
const orders = { file: 'shop.ts', line: 4, column: 23 }
const written = { file: 'shop.ts', line: 16, column: 1 }

const places: [name: string, call: Position, path: FieldPath, at: string | undefined][] = [
  ['an option', orders, ['replicas'], '14:3'],
  ['an option of a variable ends at the option', orders, ['requests', 'cpu'], '6:3'],
  ['a quoted field', orders, ['listens', 'metrics-too'], '5:26'],
  ['a member of a list', orders, ['place', 'require', 1, 'label'], '9:54'],
  ['what a member lacks ends at the member', orders, ['place', 'require', 0, 'weight'], '9:15'],
  ['past a template with brackets', orders, ['readiness', 'port'], '7:68'],
  ['what a comment says is not written', orders, ['place', 'spread'], '8:3'],
  ['what a call inside says is its own', orders, ['calls', 0, 'replicas'], '13:11'],
  ['nothing of that name', orders, ['limits'], undefined],
  ['the whole noun', orders, [], undefined],
  ['a manifest', written, ['spec', 'ingress', 0, 'ports', 1, 'port'], '17:5'],
  ['a place beyond the file', { file: 'shop.ts', line: 99, column: 1 }, ['replicas'], undefined],
]

for (const [name, call, path, at] of places) {
  test(`field place: ${name}`, () => {
    const found = fieldPlace(SHOP, call, path)
    assert.equal(found && `${found.line}:${found.column}`, at)
  })
}
