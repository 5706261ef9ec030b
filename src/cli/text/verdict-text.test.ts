import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reason, verdict } from '../../check/sample-verdict.ts'
import { verdictText } from './verdict-text.ts'

const moves = { id: 'volumes-move/prod/disk', says: 'volumes of disk move', kind: 'outside' } as const
const holds = (line: string) => reason(undefined, { truth: true, says: { line }, assumes: [moves] })
const because = [reason('no room'), holds('a node takes it'), holds('another one does too')]

const rows: [name: string, whole: boolean, says: readonly string[]][] = [
  ['what is broken alone says nothing of what it would rest on', false, ['    because of no room']],
  [
    'in full, each line says what it assumes, and the same not twice',
    true,
    [
      '  ✗ because of no room',
      '  ~ a node takes it',
      '      assuming that volumes of disk move',
      '  ~ another one does too',
      '      assuming the same',
    ],
  ],
]
test('a verdict as text: what is only taken over from another environment is said once, without a mark', () => {
  const taken = reason(undefined, { rule: 'like', truth: true, says: { line: 'it is taken to be as in live' } })
  const lines = verdictText(
    verdict('placed/prod/shop/checkout', 'broken', { because: [reason('no room'), taken, taken] }),
    {},
  )
  assert.deepEqual(lines.slice(-2), ['    because of no room', '    it is taken to be as in live'])
})

for (const [name, whole, says] of rows) {
  test(`a verdict as text: ${name}`, () => {
    const lines = verdictText(verdict('placed/prod/shop/checkout', 'broken', { because }), { whole })
    assert.deepEqual(lines.slice(-says.length), says)
  })
}
