import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEverything, matchesLabels, sayLabelSelector, selectorProblems } from './selector.ts'
import type { LabelSelector } from './types.ts'

const orders = { app: 'orders', tier: 'back', empty: '' }

const rows: [name: string, selector: LabelSelector, matches: boolean, says: string][] = [
  ['the empty selector takes all', {}, true, 'every pod'],
  ['empty parts take all', { matchLabels: {}, matchExpressions: [] }, true, 'every pod'],
  ['a label', { matchLabels: { app: 'orders' } }, true, 'app=orders'],
  ['two labels', { matchLabels: { tier: 'back', app: 'cart' } }, false, 'app=cart,tier=back'],
  ['an empty value is not an absent one', { matchLabels: { gone: '' } }, false, 'gone='],
  ['an empty value matches itself', { matchLabels: { empty: '' } }, true, 'empty='],
  ['In', { matchExpressions: [{ key: 'app', operator: 'In', values: ['z', 'orders'] }] }, true, 'app in (orders,z)'],
  ['In, key absent', { matchExpressions: [{ key: 'gone', operator: 'In', values: ['a'] }] }, false, 'gone=a'],
  ['NotIn', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['orders'] }] }, false, 'app!=orders'],
  [
    'NotIn, key absent',
    { matchExpressions: [{ key: 'gone', operator: 'NotIn', values: ['a', 'b'] }] },
    true,
    'gone notin (a,b)',
  ],
  ['Exists', { matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, true, 'tier'],
  ['DoesNotExist', { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, false, '!tier'],
  [
    'a key of the prototype is no label',
    { matchExpressions: [{ key: 'constructor', operator: 'Exists' }] },
    false,
    'constructor',
  ],
  ['nor does it match', { matchLabels: { toString: 'x' } }, false, 'toString=x'],
]
for (const [name, selector, matches, says] of rows) {
  test(`selector: ${name}`, () => {
    assert.equal(matchesLabels(selector, orders), matches)
    assert.equal(sayLabelSelector(selector), says)
    assert.equal(isEverything(selector), says === 'every pod')
  })
}

test('the noun of the empty selector is the caller’s', () => {
  assert.equal(sayLabelSelector({}, 'namespace'), 'every namespace')
})

test('faults are told one by one', () => {
  assert.deepEqual(selectorProblems({ matchLabels: { app: 'orders' } }), [])
  const operator = 'Like' as 'In'
  const faults = selectorProblems({
    matchLabels: { 'a b': 'x' },
    matchExpressions: [
      { key: 'app', operator: 'In' },
      { key: 'app', operator: 'Exists', values: ['x'] },
      { key: 'app', operator },
    ],
  })
  assert.equal(faults.length, 4)
  assert.match(faults[0] ?? '', /label key "a b"/)
  assert.deepEqual(faults.slice(1), [
    'app In has no values',
    'app Exists takes no values',
    'operator "Like" is none of In, NotIn, Exists, DoesNotExist',
  ])
  assert.equal(matchesLabels({ matchExpressions: [{ key: 'app', operator, values: ['orders'] }] }, orders), false)
})

for (const matchExpressions of ['app', 3, [null], ['app'], [{ key: 'app', operator: 'In', values: 3 }], [{}]]) {
  test(`what is no list of requirements takes nothing: ${JSON.stringify(matchExpressions)}`, () => {
    assert.equal(matchesLabels({ matchExpressions } as unknown as LabelSelector, orders), false)
  })
}
