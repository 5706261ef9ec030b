import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FieldPath, fieldPlace } from './field-place.ts'

const text = `import { service } from 'seaworthy'
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
const orders = { line: 4, column: 23 }
const written = { line: 16, column: 1 }

const rows: [name: string, call: { line: number; column: number }, path: FieldPath, at: string | undefined][] = [
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
  ['a place beyond the file', { line: 99, column: 1 }, ['replicas'], undefined],
]

for (const [name, call, path, at] of rows) {
  test(`field place: ${name}`, () => {
    const found = fieldPlace(text, call, path)
    assert.equal(found && `${found.line}:${found.column}`, at)
  })
}
