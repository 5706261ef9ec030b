import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise } from '../../platform/language/promise.ts'
import type { Environment } from '../../platform/model.ts'
import type { Duration } from '../../platform/units.ts'
import { lives } from './lives.ts'
import { judgedTiers } from './sample-tiers.ts'

const rows: [name: string, time: Duration | 'good', said: Environment['lives'], says: string][] = [
  ['a week, as it says', '7d', '1w', 'kept lives/trial: trial ends 1w after it was made'],
  ['a week, and it says a month', '7d', '30d', 'broken lives/trial: trial ends 30d after it was made'],
  ['a week, and nothing ends it', '7d', undefined, 'broken lives/trial: nothing ends trial'],
  ['for good', 'good', undefined, 'kept lives/trial: nothing ends trial'],
  ['for good, and something ends it', 'good', '30d', 'broken lives/trial: trial ends 30d after it was made'],
]

for (const [name, time, said, says] of rows) {
  test(`lives: ${name}`, () => {
    const tiers = { trial: { ...(said !== undefined && { lives: said }) } }
    assert.deepEqual(
      judgedTiers(lives, ({ trial }) => [promise.lives(time, { in: trial })], tiers),
      [says],
    )
  })
}

test('lives: as long as its branch', () => {
  const tiers = { trial: { per: 'branch', lives: 'until-closed' } } as const
  assert.deepEqual(
    judgedTiers(lives, ({ trial }) => [promise.lives('7d', { in: trial })], tiers),
    ['broken lives/trial: each trial, one for every branch, ends when that is closed'],
  )
})

for (const [name, tiers, says] of [
  [
    'until its branch is closed',
    { per: 'branch', lives: 'until-closed' },
    'kept lives/trial: each trial, one for every branch, ends when that is closed',
  ],
  [
    'its branch is closed, and it stands',
    { per: 'branch' },
    'broken lives/trial: nothing ends each trial, one for every branch',
  ],
  [
    'it ends by the clock',
    { per: 'pull-request', lives: '7d' },
    'broken lives/trial: each trial, one for every pull request, ends 7d after it was made',
  ],
] as const)
  test(`lives: ${name}`, () =>
    assert.deepEqual(
      judgedTiers(lives, ({ trial }) => [promise.lives('until-closed', { in: trial })], { trial: tiers }),
      [says],
    ))
