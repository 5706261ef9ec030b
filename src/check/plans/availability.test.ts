import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drill } from '../../platform/language/drill.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import { promise } from '../../platform/language/promise.ts'
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
