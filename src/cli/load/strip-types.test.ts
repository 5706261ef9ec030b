import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stripTypes } from './strip-types.ts'

const stripped: readonly (readonly [is: string, text: string, becomes: string])[] = [
  ['nothing', '', ''],
  ['JavaScript', 'export const a = 1\n', 'export const a = 1\n'],
  ['a type of a value', 'const a: string = b\n', 'const a         = b\n'],
  [
    'a type alone, which leaves its lines',
    'type A = {\n  b: 1\n}\nconst c = 2\n',
    '          \n      \n \nconst c = 2\n',
  ],
  ['letters beyond ASCII', "const ü: string = '🚢' as const\n", "const ü         = '🚢'         \n"],
]

for (const [is, text, becomes] of stripped) {
  test(`types are taken away: ${is}`, () => {
    assert.deepEqual(stripTypes('/shop/shop.ts', text), { stripped: becomes })
  })
}

const refused: readonly (readonly [is: string, text: string, message: string, stack: string])[] = [
  ['a slip', '\nconst = 2\n', 'Unexpected token `=`. Expected yield', '/shop/shop.ts:2\n'],
  [
    'an enum',
    'enum A { b }\n',
    'TypeScript enum is not supported in strip-only mode',
    '/shop/shop.ts:1\nenum A { b }\n',
  ],
]

for (const [is, text, message, stack] of refused) {
  test(`no TypeScript that can be read: ${is}`, () => {
    const answer = stripTypes('/shop/shop.ts', text)
    assert.ok('error' in answer)
    assert.equal(answer.error.message.slice(0, message.length), message)
    assert.equal(answer.error.stack.slice(0, stack.length), stack)
  })
}

test('Node says nothing of it on the terminal, and may speak again afterwards', () => {
  const said: unknown[] = []
  const { emitWarning } = process
  process.emitWarning = (warning: unknown) => void said.push(warning)
  try {
    stripTypes('/shop/shop.ts', 'let a: 1')
    process.emitWarning('again')
  } finally {
    process.emitWarning = emitWarning
  }
  assert.deepEqual(said, ['again'])
})
