import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgedTiers, type Tiers } from './sample-tiers.ts'
import { standsBy } from './stands-by.ts'

const elsewhere = 'trial stands on quay, live on harbour'
const rows: [name: string, tiers: Tiers, says: readonly string[]][] = [
  ['one that waits for no other', {}, []],
  ['elsewhere', { standby: true }, [`kept stands-by/trial: ${elsewhere}`]],
  [
    'beside what it waits for',
    { standby: true, beside: ({ on }) => ({ on }) },
    ['broken stands-by/trial: trial and live both stand on harbour: what takes the one takes the other'],
  ],
  [
    'warm, and nobody says how warm',
    { standby: true, trial: { standby: 'warm' } },
    [`kept stands-by/trial: ${elsewhere}`],
  ],
  [
    'warm, at half',
    { standby: true, trial: { standby: 'warm', standbyAt: '50%' } },
    [`kept stands-by/trial: ${elsewhere}; 50% of live stands in trial`],
  ],
  [
    'hot, at half',
    { standby: true, trial: { standby: 'hot', standbyAt: '50%' } },
    ['broken stands-by/trial: 50% of live stands in trial, and it is said to be hot'],
  ],
  [
    'hot, at all of it',
    { standby: true, trial: { standby: 'hot', standbyAt: '100%' } },
    [`kept stands-by/trial: ${elsewhere}; 100% of live stands in trial`],
  ],
]

for (const [name, tiers, says] of rows)
  test(`stands-by: ${name}`, () =>
    assert.deepEqual(
      judgedTiers(standsBy, () => [], tiers),
      says,
    ))
