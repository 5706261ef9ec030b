import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster } from '../../index.ts'
import { makingOf } from '../made.ts'
import { forecast } from './forecast.ts'

const of = cluster('harbour', { kubernetes: '1.34', nodes: [] })
const sound = { of, resource: 'compute', now: '50%', grows: '20%', every: 'month', lead: '3 months', budget: '25%' }

const rows: [says: string, options: object, told: readonly string[]][] = [
  ['a share that grows', sound, []],
  ['traffic by the month', { ...sound, resource: 'traffic', now: '100G', per: 'month' }, []],
  ['traffic of no time', { ...sound, resource: 'traffic', now: '100G' }, ['per: in how long it is that much']],
  ['a share by the month', { ...sound, per: 'month' }, ['per: nothing (only traffic is by time)']],
  ['room of another kind', { ...sound, most: '10T' }, ['most: a share, as now is']],
  [
    'a lead of some time',
    { ...sound, lead: 'soon' },
    ["lead: 'none'; or a time such as '3 months', '2 weeks' or '36h'"],
  ],
]
for (const [says, options, told] of rows) {
  test(`forecast: ${says}`, () => {
    const problems = makingOf(forecast('harbour', options as never))?.problems ?? []
    assert.deepEqual(
      problems.map(({ path, allowed }) => `${path}: ${allowed}`),
      told,
    )
  })
}
