import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Moved } from '../../check/adopt/compare.ts'
import { unaskedText } from './unasked-text.ts'

const left = (id: string, was: Moved['was'] = 'kept', is: Moved['is'] = 'absent'): Moved => ({ id, was, is })
const callers = ['checkout', 'orders', 'stock'].map((name) => `reaches/shop/${name}/redis:6379`)
const many = Array.from({ length: 14 }, (_, i) => left(`drains/shop/w${String(i).padStart(2, '0')}`))

const rows: [name: string, unasked: readonly Moved[], lines: readonly string[]][] = [
  ['nothing', [], []],
  ['one by its id', [left('drains/shop/web')], ['✓ drains/shop/web   was kept']],
  ['several of one thing together', callers.map((id) => left(id)), ['✓ 3 reaches/…/redis:6379   were kept']],
  [
    'what failed first, and apart',
    [left(callers[0] ?? ''), left(callers[1] ?? '', 'broken'), left(callers[2] ?? '', 'broken')],
    ['✗ 2 reaches/…/redis:6379   were broken', '✓ reaches/shop/checkout/redis:6379   was kept'],
  ],
  ['what it is now', [left('drains/shop/web', 'broken', 'unknown')], ['✗ drains/shop/web   was broken, is unknown']],
]

for (const [name, unasked, lines] of rows) {
  test(`unasked: ${name}`, () => {
    assert.deepEqual(unaskedText(unasked), lines)
    assert.deepEqual(unaskedText(unasked.toReversed()), lines)
  })
}

test('unasked: more than a screenful is counted', () => {
  assert.equal(unaskedText(many).length, 13)
  assert.equal(unaskedText(many).at(-1), 'and 2 more groups')
})
