import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise } from '../../platform/language/promise.ts'
import { secret } from '../../platform/language/secret.ts'
import { sized } from '../../platform/language/sized.ts'
import type { Setting } from '../../platform/model.ts'
import { configures } from './configures.ts'
import { judgedTiers, type Tiers, tierParts } from './sample-tiers.ts'

const { checkout, orders } = tierParts()

const all = {
  variables: { LOG_LEVEL: 'debug' },
  features: { newBasket: true },
  secrets: [secret('orders', {})],
  replicas: 1,
} as const

const rows: [name: string, by: readonly Setting[], trial: NonNullable<Tiers['trial']>, says: string][] = [
  [
    'all of them',
    ['variables', 'secrets', 'features', 'scaling'],
    all,
    'kept configures/trial: features of trial: newBasket; scaling of trial: replicas: 1; secrets of trial: orders; variables of trial: LOG_LEVEL',
  ],
  ['nobody says', ['features'], {}, 'unknown configures/trial: nobody says which features trial has of its own'],
  ['none of them', ['variables'], { variables: {} }, 'broken configures/trial: trial has no variables'],
  [
    'a rule for all features',
    ['features'],
    { features: 'permissive' },
    'kept configures/trial: features of trial: permissive',
  ],
  [
    'nobody says what scales',
    ['scaling', 'features'],
    { features: 'restricted' },
    'unknown configures/trial: nobody says which scaling trial has of its own',
  ],
  [
    'no scaling',
    ['scaling'],
    { sized: [checkout, orders].map((each) => sized(each, { scales: 'none' })) },
    'broken configures/trial: trial has no scaling',
  ],
  [
    'scaling of one',
    ['scaling'],
    { sized: [sized(checkout, { scales: { from: 1, to: 2, on: [{ cpu: '70%' }] } })] },
    'kept configures/trial: scaling of trial: checkout',
  ],
]

for (const [name, by, trial, says] of rows) {
  test(`configures: ${name}`, () => {
    assert.deepEqual(
      judgedTiers(configures, ({ trial: of }) => [promise.configures({ in: of, by })], { trial }),
      [says],
    )
  })
}
