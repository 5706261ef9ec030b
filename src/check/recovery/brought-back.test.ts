import assert from 'node:assert/strict'
import { test } from 'node:test'
import { badRelease, breach, corruption } from '../../platform/language/failure.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { type ScenarioOptions, scenario } from '../../platform/language/scenario.ts'
import type { PlatformPromise, Step } from '../../platform/model.ts'
import { linesOf, type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { recovers } from './recovers.ts'

const one = (does: Step['does'], takes?: Step['takes'], of?: Step['of']) =>
  step(`${does}`, { actor: 'person', does, ...(takes && { takes }), ...(of && { of }) })

interface Row {
  readonly name: string
  readonly of?: ScenarioOptions['of']
  readonly steps: (shop: Shop) => readonly Step[]
  readonly takes?: ScenarioOptions['takes']
  readonly promised: (shop: Shop) => PlatformPromise
  readonly verdict: Word
  readonly lines: readonly string[]
}

const data = ({ live }: Shop) => promise.recovers(live, { part: 'data', within: '4h' })
const application = ({ live }: Shop) => promise.recovers(live, { part: 'application', within: '1h' })
const ledger = ({ live, ledgerDb }: Shop) => promise.recovers(ledgerDb, { in: live, within: '15m' })

const rows: readonly Row[] = [
  {
    name: 'nothing that is prepared brings it back',
    of: badRelease,
    steps: () => [one('rollback')],
    promised: data,
    verdict: 'unknown',
    lines: ['no procedure says how the data of live comes back, and 4h is promised'],
  },
  {
    name: 'an estimate of the whole that it keeps',
    of: badRelease,
    steps: () => [one('rollback'), one('configure'), one('verify')],
    takes: '30m',
    promised: application,
    verdict: 'assumed',
    lines: ['what is prepared for what-if brings it back by rollback and configure, after 30m, within 1h'],
  },
  {
    name: 'steps that it keeps',
    steps: () => [one('quiesce', '5m'), one('restore', '2h'), one('verify', '9h')],
    promised: data,
    verdict: 'assumed',
    lines: ['what is prepared for what-if brings it back by restore, after 2h5m, within 4h'],
  },
  {
    name: 'steps that it does not keep',
    steps: () => [one('quiesce'), one('restore', '5h')],
    promised: data,
    verdict: 'broken',
    lines: ['what is prepared for what-if brings it back by restore, after more than 5h, and 4h is promised'],
  },
  {
    name: 'a whole that takes longer, and a step that may not',
    steps: () => [one('isolate'), one('restore')],
    takes: '6h',
    promised: data,
    verdict: 'unknown',
    lines: [
      'what is prepared for what-if brings it back by restore, and is said to take 6h: nobody says how long isolate and restore take, so 4h is not shown',
    ],
  },
  {
    name: 'a follower that is promoted, and nothing against wrong rows',
    of: breach,
    steps: ({ ledgerDb }) => [one('promote', undefined, [ledgerDb])],
    promised: ledger,
    verdict: 'unknown',
    lines: [
      'what is prepared for what-if brings it back by promote, which takes a time that nobody says: nobody says how long promote takes, so 15m is not shown',
      'no procedure says how ledger-db comes back from wrong rows, and 15m is promised',
    ],
  },
  {
    name: 'rows of another store',
    steps: ({ orders }) => [one('restore', '5m', [orders])],
    promised: ledger,
    verdict: 'unknown',
    lines: ['no procedure says how ledger-db comes back, and 15m is promised'],
  },
]

for (const { name, of = corruption, steps, takes, promised, verdict, lines } of rows) {
  test(`recovers, by what is prepared: ${name}`, () => {
    const options = {
      promises: (shop: Shop) => [promised(shop)],
      plans: (shop: Shop) => ({
        scenarios: [
          scenario('what-if', {
            of,
            in: shop.live,
            by: procedure('recovery', { steps: steps(shop) }),
            ...(takes && { takes }),
          }),
        ],
      }),
    }
    const [found] = verdictsOf(recovers, sampleWorld(options))
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
    for (const { id } of found?.assumes ?? [])
      assert.equal(verdictsOf(recovers, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}
