import assert from 'node:assert/strict'
import { test } from 'node:test'
import { configuration } from '../../platform/language/configuration.ts'
import type { Environment } from '../../platform/model.ts'
import { askedOf } from '../delivery/sample-plans.ts'
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
    'hot, with as many pods',
    { standby: true, trial: { standby: 'hot' } },
    [`kept stands-by/trial: ${elsewhere}; trial is hot: 6 pods, and none fewer of anything than live has`],
  ],
  [
    'hot, with one of each',
    { standby: true, trial: { standby: 'hot', replicas: 1 } },
    ['broken stands-by/trial: trial is said to be hot, and has fewer than live: 1 of 2 of checkout, 1 of 4 of orders'],
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

const settings = (...of: readonly Environment[]) => [configuration('settings', { of, holds: ['secrets', 'flags'] })]
const configured: [
  name: string,
  of: (live: Environment, standby: Environment) => readonly Environment[],
  says: string[],
][] = [
  ['set as what it waits for', (live, standby) => [live, standby], ['true settings is for standby as for live']],
  [
    'set where the other runs alone',
    (live) => [live],
    ['false settings is for live and not for standby: flags, secrets are not there when it takes over'],
  ],
  ['set for neither', (_, standby) => [standby], []],
]

for (const [name, of, says] of configured)
  test(`stands-by: ${name}`, () => {
    const [found] = askedOf(standsBy, ({ live, standby }) => ({ configurations: settings(...of(live, standby)) }))
    const parts = found?.because.filter(({ rule }) => rule === 'configured') ?? []
    assert.deepEqual(
      parts.map(({ truth, says: { line } }) => `${truth} ${line}`),
      says,
    )
  })
