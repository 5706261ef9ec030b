import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseQuantity } from '../kubernetes/quantity.ts'
import { service } from '../platform/component/service.ts'
import { procedure, step } from '../platform/language/procedure.ts'
import { plain } from './plain.ts'

const rows: [name: string, value: unknown, plain: unknown][] = [
  ['a quantity is its text', { room: parseQuantity('1500m') }, { room: '1500m' }],
  ['an exact number is its digits', [2n ** 70n], ['1180591620717411303424']],
  ['a number that JSON has no word for is its name', { left: Number.POSITIVE_INFINITY }, { left: 'Infinity' }],
  ['maps and sets are lists', { by: new Map([['checkout', new Set([1])]]) }, { by: [['checkout', [1]]] }],
  [
    'a pod class is its workload',
    { pod: { workload: 'Deployment/shop/checkout', podNames: ['a'] } },
    { pod: 'Deployment/shop/checkout' },
  ],
  ['what is not said is left out, and functions too', { a: undefined, lineOf: () => 1, b: null }, { b: null }],
]

for (const [name, value, expected] of rows) {
  test(`plain: ${name}`, () => assert.deepEqual(plain(value), expected))
}

test('plain: what somebody declared names what it refers to', () => {
  const ledger = service('ledger', { listens: 8080, calls: [service('mail', { listens: 25 })] })
  const { steps } = procedure('back', {
    steps: [step('restore', { actor: 'person', does: 'restore', of: [ledger], takes: '5m' })],
  })
  assert.deepEqual(plain({ steps }), {
    steps: [{ name: 'restore', takes: '5m', actor: 'person', does: 'restore', of: ['ledger'] }],
  })
})

test('plain: a key named __proto__ is a key', () => {
  const copy = plain(JSON.parse('{"__proto__": {"polluted": 1}}')) as object
  assert.deepEqual(Object.keys(copy), ['__proto__'])
  assert.equal(Object.getPrototypeOf(copy), Object.prototype)
})
