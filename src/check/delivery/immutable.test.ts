import assert from 'node:assert/strict'
import { test } from 'node:test'
import { managed } from '../../platform/language/managed.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { rollout } from '../../platform/language/rollout.ts'
import { inPlace, rolling } from '../../platform/language/strategy.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { immutable } from './immutable.ts'

const ours: ShopOptions = { promises: () => [promise.immutable('ours')] }
const image = 'registry.example/shop:1.4.2'
const images: ShopOptions = { checkout: { image }, orders: { image }, ledgerDb: { image: 'postgres:18.1' } }
const person = { actor: 'person' } as const

const rows: [name: string, shop: ShopOptions, verdict: Word, line: string][] = [
  ['replaced', images, 'kept', 'all 2 images say their version'],
  ['nobody says what runs', {}, 'unknown', 'nobody says what image checkout, ledger-db, orders have'],
  [
    'a tag that moves',
    { ...images, orders: { image: 'registry.example/orders:latest' } },
    'broken',
    'a change of registry.example/orders:latest is no change of its name: nothing is replaced by it',
  ],
  [
    'a rollout in place',
    { ...images, plans: ({ ledgerDb }) => ({ rollouts: [rollout('rows', { of: [ledgerDb], by: inPlace() })] }) },
    'broken',
    '1 of them change what runs where it runs',
  ],
  [
    'a rollout that replaces',
    { ...images, plans: ({ ledgerDb }) => ({ rollouts: [rollout('rows', { of: [ledgerDb], by: rolling() })] }) },
    'kept',
    'no step and no rollout changes what runs where it runs',
  ],
  [
    'what a provider runs',
    { ...images, promises: () => [promise.immutable('everything')], ledgerDb: { managedBy: managed('rds') } },
    'broken',
    'their provider updates ledger-db where it runs',
  ],
  [
    'what a provider runs is not ours',
    { ...images, ledgerDb: { managedBy: managed('rds') } },
    'kept',
    'all 1 images say their version',
  ],
  [
    'somebody who patches',
    {
      ...images,
      plans: ({ live }) => ({
        procedures: [procedure('mend', { in: live, steps: [step('patch the nodes', { ...person, does: 'patch' })] })],
      }),
    },
    'broken',
    '1 of them change what runs where it runs',
  ],
]

for (const [name, shop, verdict, line] of rows) {
  test(`immutable: ${name}`, () => {
    const [found] = verdictsOf(immutable, sampleWorld({ ...ours, ...shop }))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}
