import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { managed } from '../../platform/language/managed.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { rollout } from '../../platform/language/rollout.ts'
import { inPlace, rolling } from '../../platform/language/strategy.ts'
import { linesOf, machine, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { immutable } from './immutable.ts'

const ours: ShopOptions = { promises: () => [promise.immutable('ours')] }
const image = 'registry.example/shop:1.4.2'
const images: ShopOptions = { checkout: { image }, orders: { image }, ledgerDb: { image: 'postgres:18.1' } }
const probe = service('probe', { listens: 8080, image })
const yard = cluster('yard', { kubernetes: '1.34', nodes: [machine('y1', 'east')] })
const trial = environment('trial', { on: yard, namespace: 'trial', runs: [probe] })
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
    '1 of them changes what runs where it runs',
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
    'its one image says its version',
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
    '1 of them changes what runs where it runs',
  ],
]

// The promise is about what is live: what is changed in place at a trial breaks nothing there.
const about: typeof rows = [
  [
    'a rollout in place, elsewhere',
    { plans: () => ({ rollouts: [rollout('probe', { of: [probe], in: [trial], by: inPlace() })] }) },
    'kept',
    'no step and no rollout changes what runs where it runs',
  ],
  [
    'a rollout in place, wherever it runs',
    { plans: ({ ledgerDb }) => ({ rollouts: [rollout('rows', { of: [ledgerDb], by: inPlace() })] }) },
    'broken',
    '1 of them changes what runs where it runs',
  ],
  [
    'a rollout in place of what runs elsewhere only',
    { plans: () => ({ rollouts: [rollout('probe', { of: [probe], by: inPlace() })] }) },
    'kept',
    'no step and no rollout changes what runs where it runs',
  ],
  [
    'a promotion in place, to another environment',
    { plans: ({ live }) => ({ promotions: [promotion({ from: live, to: trial, by: [inPlace()] })] }) },
    'kept',
    'no step and no rollout changes what runs where it runs',
  ],
  [
    'somebody who patches elsewhere',
    {
      plans: () => ({
        procedures: [procedure('mend', { in: trial, steps: [step('patch the nodes', { ...person, does: 'patch' })] })],
      }),
    },
    'kept',
    'no step and no rollout changes what runs where it runs',
  ],
]

for (const [name, shop, verdict, line] of about) {
  test(`immutable in one environment: ${name}`, () => {
    const promises: ShopOptions['promises'] = ({ live }) => [promise.immutable('ours', { in: live })]
    const [found] = verdictsOf(immutable, sampleWorld({ ...images, promises, environments: () => [trial], ...shop }))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.ok(
      found?.because.some(({ says }) => says.line === line),
      JSON.stringify(found?.because),
    )
  })
}

for (const [name, shop, verdict, line] of rows) {
  test(`immutable: ${name}`, () => {
    const [found] = verdictsOf(immutable, sampleWorld({ ...ours, ...shop }))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}
