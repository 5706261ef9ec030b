import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drill } from '../../platform/language/drill.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { scenario } from '../../platform/language/scenario.ts'
import type { Drill, PlatformPromise } from '../../platform/model.ts'
import type { Percent } from '../../platform/units.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { availability } from './availability.ts'

type Expects = Extract<PlatformPromise, { kind: 'availability' }>['expects']

const rows: [
  name: string,
  atLeast: Percent,
  expects: Expects,
  takes: Drill['takes'] | undefined,
  verdict: Word,
  line: string,
][] = [
  ['nothing is expected', '99.9%', [], undefined, 'assumed', '100% of the time is left, within the promised 99.9%'],
  [
    'a node a year',
    '99.9%',
    [{ of: 'node', every: 'year', takes: '5m' }],
    undefined,
    'assumed',
    '99.99905% of the time is left, within the promised 99.9%',
  ],
  [
    'with the time that is promised of it',
    '99.9%',
    [{ of: 'corruption', every: 'quarter' }],
    undefined,
    'assumed',
    '99.954% to 100% of the time is left, within the promised 99.9%',
  ],
  [
    'too often',
    '99.9%',
    [{ of: 'node', every: 'week', takes: '30m' }],
    undefined,
    'broken',
    '99.7% of the time is left, and 99.9% is promised',
  ],
  [
    'a time that nobody says',
    '99.9%',
    [{ of: 'zone', every: 'year' }],
    undefined,
    'unknown',
    '0% to 100% of the time may be left, and 99.9% is promised',
  ],
  [
    'a drill that takes the place away',
    '99.9%',
    [],
    { from: '4h', to: '8h' },
    'broken',
    '98.9% to 99.44% of the time is left, and 99.9% is promised',
  ],
  [
    'and one that it has time for',
    '98%',
    [],
    { from: '4h', to: '8h' },
    'assumed',
    '98.9% to 99.44% of the time is left, within the promised 98%',
  ],
]

for (const [name, atLeast, expects, takes, verdict, line] of rows) {
  test(`availability: ${name}`, () => {
    const options: ShopOptions = {
      live: { purpose: 'production' },
      promises: ({ live, ledgerDb }) => [
        promise.availability({ in: live, atLeast, expects }),
        promise.recovers(ledgerDb, { in: live, from: corruption, within: '1h' }),
      ],
      plans: ({ live }) => ({
        drills: takes ? [drill('rebuild', { of: loss.cluster, in: live, every: 'month', takes })] : [],
      }),
    }
    const [found] = verdictsOf(availability, sampleWorld(options))
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
    for (const { id } of found?.assumes ?? [])
      if (verdict === 'assumed')
        assert.equal(verdictsOf(availability, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}

const measured: [now: Percent, truth: boolean, line: string][] = [
  ['99.95%', true, '99.95% was measured, no less than the promised 99.9%'],
  ['99.5%', false, '99.5% was measured, and 99.9% is promised'],
]

for (const [now, truth, line] of measured) {
  test(`availability: ${now} was measured`, () => {
    const options: ShopOptions = { promises: ({ live }) => [promise.availability({ in: live, atLeast: '99.9%', now })] }
    const asked = (...denied: string[]) => verdictsOf(availability, sampleWorld(options, { denied }))[0]
    const reason = asked()?.because.find(({ rule }) => rule === 'measured')
    assert.deepEqual([reason?.truth, reason?.says.line], [truth, line])
    assert.equal(asked('measured/availability/live')?.verdict, 'broken')
  })
}

const prepared: [
  name: string,
  takes: '4h' | undefined,
  expects: Expects,
  truth: boolean | undefined,
  line: string | undefined,
][] = [
  [
    'so long that it may come rarely',
    '4h',
    [],
    true,
    'away takes 4h, 5.6 times the 43m12s that 99.9% leaves in 30d: it may come once in 166.7d',
  ],
  [
    'a time that nobody says',
    undefined,
    [],
    undefined,
    'of the 43m12s that 99.9% leaves in 30d, away takes a time that nobody says: nobody says how long bring it back takes',
  ],
  [
    'one of which somebody says how often it comes',
    '4h',
    [{ of: 'region', every: '10y', takes: '4h' }],
    undefined,
    undefined,
  ],
]

for (const [name, takes, expects, truth, line] of prepared) {
  test(`availability: what is prepared for, ${name}`, () => {
    const by = procedure('by hand', { steps: [step('bring it back', { actor: 'person', does: 'restore' })] })
    const options: ShopOptions = {
      promises: ({ live }) => [promise.availability({ in: live, atLeast: '99.9%', expects })],
      plans: ({ live }) => ({
        scenarios: [scenario('away', { of: loss.region, in: live, by, ...(takes && { takes }) })],
      }),
    }
    const asked = (...denied: string[]) => verdictsOf(availability, sampleWorld(options, { denied }))[0]
    const reason = asked()?.because.find(({ rule }) => rule === 'prepared')
    assert.deepEqual([reason?.truth, reason?.says.line], [line === undefined ? undefined : truth, line])
    if (truth) assert.equal(asked('rare/live/away')?.verdict, 'broken')
  })
}

test('availability: a drill takes no longer than the place is promised back', () => {
  const options: ShopOptions = {
    live: { purpose: 'production' },
    promises: ({ live }) => [
      promise.availability({ in: live, atLeast: '99.95%' }),
      promise.recovers(live, { within: '15m' }),
    ],
    plans: ({ live }) => ({
      drills: [
        drill('away', {
          of: loss.region,
          in: live,
          every: 'week',
          by: procedure('lead', {
            steps: [
              step('notice', { actor: 'controller', does: 'detect' }),
              step('lead', { actor: 'controller', does: 'redirect', takes: '1m' }),
            ],
          }),
        }),
      ],
    }),
  }
  const [found] = verdictsOf(availability, sampleWorld(options))
  assert.equal(found?.verdict, 'unknown')
  assert.deepEqual(found && linesOf(found), ['99.85% to 99.9901% of the time may be left, and 99.95% is promised'])
})
