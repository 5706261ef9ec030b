import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phase, task } from '../../platform/language/roadmap.ts'
import { linesOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { ready } from './ready.ts'
import { askedOf, type Places } from './sample-plans.ts'

type Weeks = readonly [number, number]
type Of = (places: Places) => NonNullable<Parameters<typeof task>[1]>['of']

const cluster: Of = ({ harbour }) => [harbour]
const callers: Of = ({ orders }) => [orders]
const store: Of = ({ ledgerDb }) => [ledgerDb]

const rows: [name: string, phases: readonly (readonly [Weeks, Of])[], verdict: Word, line: string][] = [
  [
    'one after the other',
    [
      [[1, 2], cluster],
      [[3, 4], callers],
    ],
    'kept',
    'each week has a phase',
  ],
  [
    'side by side',
    [
      [[1, 4], cluster],
      [[3, 4], callers],
    ],
    'kept',
    'each week has a phase',
  ],
  [
    'a week without a phase',
    [
      [[1, 2], cluster],
      [[4, 5], callers],
    ],
    'unknown',
    'nobody says what is done in week 3',
  ],
  [
    'what it stands on comes later',
    [
      [[1, 2], callers],
      [[3, 4], cluster],
    ],
    'broken',
    'orders is set up by week 2, and harbour, which it stands on, by week 4',
  ],
  [
    'the store that it calls comes later',
    [
      [[1, 2], callers],
      [[3, 4], store],
    ],
    'broken',
    'orders is set up by week 2, and ledger-db, which it calls, by week 4',
  ],
  [
    'in one phase',
    [[[1, 2], (places) => [...(callers(places) ?? []), ...(store(places) ?? [])]]],
    'kept',
    'each week has a phase',
  ],
]

for (const [name, phases, verdict, line] of rows) {
  test(`weeks: ${name}`, () => {
    const [found] = askedOf(ready, (places) => ({
      roadmap: phases.map(([weeks, of], at) =>
        phase(`${at}`, { weeks, tasks: [task('do', { of: of(places) ?? [] })] }),
      ),
    }))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    const lines = found?.because.map(({ says }) => says.line) ?? []
    assert.ok(lines.includes(line), lines.join('\n'))
  })
}

test('weeks: nobody says any', () => {
  assert.deepEqual(
    askedOf(ready, (places) => ({ roadmap: [phase('one', { tasks: [task('do', { of: cluster(places) ?? [] })] })] })),
    [],
  )
})
