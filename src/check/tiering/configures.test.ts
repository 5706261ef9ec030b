import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise } from '../../platform/language/promise.ts'
import { secret } from '../../platform/language/secret.ts'
import type { Setting } from '../../platform/model.ts'
import { configures } from './configures.ts'
import { judgedTiers, type Tiers } from './sample-tiers.ts'

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
  ['none of them', ['features'], {}, 'broken configures/trial: nobody says features for trial'],
  [
    'a rule for all features',
    ['features'],
    { features: 'permissive' },
    'kept configures/trial: features of trial: permissive',
  ],
  [
    'no scaling',
    ['scaling', 'features'],
    { features: 'restricted' },
    'broken configures/trial: nobody says scaling for trial',
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
