import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alert } from '../../platform/language/alert.ts'
import { above, below } from '../../platform/language/condition.ts'
import { type ForecastOptions, forecast } from '../../platform/language/forecast.ts'
import { metric } from '../../platform/language/metric.ts'
import type { Alert } from '../../platform/model.ts'
import { sampleWorld, verdictsOf } from '../sample.ts'
import { forecasts } from './forecasts.ts'

const used = metric('cpu-used', { unit: 'percent', shows: 'cpu-used' })
const memory = metric('memory-used', { unit: 'ratio', shows: 'memory-used' })
const other = metric('disk-used', { unit: 'percent' })
const at = (share: string | number, of = used) => alert('filling', { when: above(of, share), severity: 'P3' })

const compute = { resource: 'compute', now: '50%', grows: '20%', every: 'month', lead: '3 months' } as const
type Said = Omit<ForecastOptions, 'of'>

const rows: [name: string, said: Said, alerts: readonly Alert[], truth: boolean | 'none', line?: string][] = [
  [
    'too late',
    compute,
    [at('80%')],
    false,
    'filling fires above 80% on 2027-02-07: who orders then has more on 2027-05-07, 3 months later, and it is full on 2027-03-15',
  ],
  [
    'in time',
    compute,
    [at('55%')],
    true,
    'filling fires above 55% on 2026-12-06: who orders then has more on 2027-03-06, 3 months later, before it is full on 2027-03-15',
  ],
  ['the last share that is in time', compute, [at('57.8%')], true],
  ['the first that is not', compute, [at('57.9%')], false],
  [
    'the earliest of several counts',
    compute,
    [at('80%'), alert('ahead', { when: above(memory, 0.55), severity: 'P3' })],
    true,
  ],
  ['had sooner', { ...compute, lead: '1 month' }, [at('80%')], true],
  [
    'it fires already',
    { ...compute, now: '85%', lead: '1 week' },
    [at('55%')],
    true,
    'filling fires above 55% already: who orders then has more on 2026-11-28, 1 week later, before it is full on 2026-12-17',
  ],
  ['room below all of it', { ...compute, most: '90%', lead: '1 month' }, [at('80%')], false],
  ['at once', { ...compute, lead: 'none' }, [at('80%')], 'none'],
  ['nobody says when', { ...compute, lead: undefined }, [at('80%')], 'none'],
  ['a metric that shows something else', compute, [at('80%', other)], 'none'],
  ['memory is no CPU', { ...compute, resource: 'cpu' }, [at(0.8, memory)], 'none'],
  ['an alert on what is left', compute, [alert('idle', { when: below(used, '10%'), severity: 'P4' })], 'none'],
  ['what does not grow', { ...compute, grows: '0%' }, [at('80%')], 'none'],
  ['no share', { ...compute, resource: 'storage', now: '2T', most: '10T' }, [at('80%')], 'none'],
]

for (const [name, said, alerts, truth, line] of rows) {
  test(`alarm: ${name}`, () => {
    const world = sampleWorld({
      alerts: () => alerts,
      plans: ({ live }) => ({ forecasts: [forecast('it', { of: live, ...said } as ForecastOptions)] }),
    })
    const [found] = verdictsOf(forecasts, world)
    const part = found?.because.find(({ rule }) => rule === 'alarm')
    assert.equal(part?.truth ?? 'none', truth)
    if (line !== undefined) assert.equal(part?.says.line, line)
  })
}

test('alarm: what is used when more is there that is ordered today', () => {
  const rowsOf = (share: string) => {
    const world = sampleWorld({
      alerts: () => [at(share)],
      plans: ({ live }) => ({ forecasts: [forecast('it', { of: live, ...compute })] }),
    })
    return verdictsOf(forecasts, world)[0]?.because.find(({ rule }) => rule === 'alarm')?.says.rows
  }
  assert.deepEqual(rowsOf('80%'), [
    ['ordered on 2026-11-21', 'there on 2027-02-21, when 86.4% is used, more than that at which it fires'],
  ])
  assert.deepEqual(rowsOf('90%'), [['ordered on 2026-11-21', 'there on 2027-02-21, when 86.4% is used']])
})
