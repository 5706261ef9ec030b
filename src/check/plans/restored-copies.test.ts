import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BackupOptions } from '../../platform/component/backup.ts'
import { objectStore } from '../../platform/component/object-store.ts'
import { breach, corruption, loss } from '../../platform/language/failure.ts'
import { outside } from '../../platform/language/place.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { scenario } from '../../platform/language/scenario.ts'
import type { Failure } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { scenarios } from './scenarios.ts'

const one: BackupOptions = { every: 'day', to: outside('vault') }
const inHours: BackupOptions = { ...one, restores: { from: '1h', to: '2h' } }

const rows: [name: string, copies: BackupOptions[], of: Failure, verdict: string, line: string | undefined][] = [
  [
    'in the time of the step',
    [inHours],
    corruption,
    'kept',
    'bring back takes 2h, and to bring ledger-db-backup of ledger-db back takes 1h to 2h alone',
  ],
  [
    'in more',
    [{ ...one, restores: '3h' }],
    corruption,
    'broken',
    'bring back is given 2h, and to bring ledger-db-backup of ledger-db back takes 3h alone',
  ],
  [
    'of several the soonest',
    [{ ...one, name: 'slow', restores: '9h' }, inHours],
    corruption,
    'kept',
    'bring back takes 2h, and to bring ledger-db-backup of ledger-db back takes 1h to 2h alone',
  ],
  ['a time that nobody says', [one], corruption, 'kept', undefined],
  [
    'a breach, and copies that can be deleted',
    [{ ...one, immutable: false }],
    breach,
    'broken',
    'whoever is in can delete all copies of ledger-db',
  ],
  [
    'a breach, and nobody says who deletes',
    [one],
    breach,
    'unknown',
    'nobody says that a copy of ledger-db is left which whoever is in cannot delete',
  ],
  [
    'a breach, and one of two that stays',
    [
      { ...one, name: 'near' },
      { ...one, immutable: true },
    ],
    breach,
    'assumed',
    'copies of ledger-db are left that nobody can delete',
  ],
  [
    'a breach, and a place that locks',
    [{ ...one, to: objectStore('safe', { locked: '30d' }) }],
    breach,
    'kept',
    'copies of ledger-db are left that nobody can delete',
  ],
]

for (const [name, backups, of, verdict, line] of rows)
  test(`scenarios, copies that a step brings back: ${name}`, () => {
    const options = shopWith(backups, of)
    const [found] = verdictsOf(scenarios, sampleWorld(options))
    assert.equal(found?.verdict, verdict)
    const lines = linesOf(found)
    assert.ok(line === undefined ? lines.length === 1 : lines.includes(line), lines.join('\n'))
    for (const { id } of found.assumes)
      assert.equal(verdictsOf(scenarios, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })

function shopWith(backups: BackupOptions[], of: Failure): ShopOptions {
  const steps = [
    step('cut off', { actor: 'person', does: 'isolate', takes: '1m' }),
    step('bring back', { actor: 'person', does: 'restore', takes: '2h' }),
    step('other keys', { actor: 'person', does: 'rotate', takes: '1m' }),
  ]
  return {
    ledgerDb: { volume: { size: '10Gi' }, backups },
    plans: ({ live }) => ({
      scenarios: [scenario('what-if', { of, in: live, by: procedure('recovery', { steps }) })],
    }),
  }
}

test('scenarios: a step that promotes is given the time that a promotion takes', () => {
  const lineOf = (promotes: '2m' | '3h') => {
    const options: ShopOptions = {
      ledgerDb: { members: 2, replication: { failover: 'automatic', promotes } },
      plans: ({ live, ledgerDb }) => ({
        scenarios: [
          scenario('what-if', {
            of: loss.zone,
            in: live,
            by: procedure('recovery', {
              steps: [step('promote', { actor: 'person', does: 'promote', of: [ledgerDb], takes: '2h' })],
            }),
          }),
        ],
      }),
    }
    const [found] = verdictsOf(scenarios, sampleWorld(options))
    return [found?.verdict, found && linesOf(found)[0]]
  }
  assert.deepEqual(lineOf('2m'), ['kept', 'promote takes 2h, and to promote a follower of ledger-db takes 2m alone'])
  assert.deepEqual(lineOf('3h'), [
    'broken',
    'promote is given 2h, and to promote a follower of ledger-db takes 3h alone',
  ])
})
