import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise } from '../../platform/language/promise.ts'
import { rollout } from '../../platform/language/rollout.ts'
import { rolling } from '../../platform/language/strategy.ts'
import { type ShopOptions, sampleWorld } from '../sample.ts'
import { changedOtherwise } from './changed-otherwise.ts'

type Row = readonly [name: string, options: ShopOptions, rows: readonly (readonly [string, string])[] | undefined]

const rows: readonly Row[] = [
  ['nothing is promised', {}, undefined],
  [
    'its caller and what it calls',
    { promises: ({ live, orders }) => [promise.rolls(orders, { in: live })] },
    [
      ['checkout', 'calls orders'],
      ['ledger-db', 'orders calls it'],
    ],
  ],
  [
    'how the store is changed is said',
    {
      promises: ({ live, orders }) => [promise.rolls(orders, { in: live })],
      plans: ({ ledgerDb }) => ({ rollouts: [rollout('stores', { of: [ledgerDb], by: rolling() })] }),
    },
    [['checkout', 'calls orders']],
  ],
  [
    'all is said',
    {
      promises: ({ live, orders, checkout }) => [
        promise.rolls(orders, { in: live }),
        promise.rolls(checkout, { in: live }),
      ],
      plans: ({ ledgerDb }) => ({ rollouts: [rollout('stores', { of: [ledgerDb], by: rolling() })] }),
    },
    undefined,
  ],
]

for (const [name, options, expected] of rows)
  test(`changed otherwise: ${name}`, () => {
    const [found] = [...changedOtherwise(sampleWorld(options))]
    assert.deepEqual(typeof found?.says === 'object' ? found.says.rows : undefined, expected)
  })

test('changed otherwise: it names what is promised', () => {
  const [found] = changedOtherwise(
    sampleWorld({ promises: ({ live, orders }) => [promise.rolls(orders, { in: live })] }),
  )
  assert.equal(
    typeof found?.says === 'object' ? found.says.line : '',
    'live: nothing is to be missed while orders is changed, and nobody says how what stands beside it is',
  )
})
