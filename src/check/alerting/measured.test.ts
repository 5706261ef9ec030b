import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alert } from '../../platform/language/alert.ts'
import { above, below, occurs, trend } from '../../platform/language/condition.ts'
import { type MetricOptions, metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Metric } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, says, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { measured } from './measured.ts'

const name = 'checkout_duration_seconds'
const said = (unit?: MetricOptions['unit'], called = name) => metric(called, unit === undefined ? {} : { unit })
const share = said('percent', 'failing')
const fires = (when: ReturnType<typeof above>, expression?: string): ShopOptions => ({
  alerts: () => [alert('slow', { when, severity: 'page', ...(expression !== undefined && { expression }) })],
})
const promised = (of: Metric, below: string): ShopOptions => ({
  promises: ({ live }: Shop) => [promise.stays(of, { in: live, below })],
})

const rows: [what: string, options: ShopOptions, verdict: Word | undefined, lines: readonly string[]][] = [
  [
    'as its name says',
    fires(above(said('s'), '500ms')),
    'kept',
    ['it is said in s, as its name says', 'slow compares it with 500ms: 0.5 in s'],
  ],
  [
    'otherwise than its name says',
    fires(above(said('ms'), '500ms')),
    'broken',
    ['it is said in ms, and its name says s'],
  ],
  [
    'a counter that rises',
    { alerts: () => [alert('failing', { when: occurs(said('count', 'failures')), severity: 'page' })] },
    'kept',
    ['failing looks at whether it rises at all, and it counts'],
  ],
  [
    'a share that is to rise',
    { alerts: () => [alert('failing', { when: occurs(share), severity: 'page' })] },
    'broken',
    [
      'failing looks at whether it rises at all, and what is measured in percent goes up and down: each fall is taken for a counter that begins again',
    ],
  ],
  [
    'nobody says that it counts',
    {
      alerts: () => [
        alert('flat', { when: trend(said('bytes', 'sent')), expression: 'increase(sent[1h]) == 0', severity: 'page' }),
      ],
    },
    'unknown',
    ['flat looks at how fast it rises, and nobody says that it only counts: it is measured in bytes'],
  ],
  ['its name alone says it', fires(above(said(), '1m')), 'kept', ['slow compares it with 1m: 60 in s']],
  ['neither its name nor anybody else', fires(above(said(undefined, 'queue_depth'), 5)), undefined, []],
  [
    'in two units',
    { ...fires(above(said('ms', 'lag'), '1s')), ...promised(said('s', 'lag'), '1s') },
    'broken',
    ['it is said in ms and in s'],
  ],
  [
    'in one unit wherever it is',
    {
      ...fires(above(said('s', 'lag'), '1s')),
      ...promised(metric('lag', { unit: 's', stated: says('2', 7) }), '1s'),
    },
    'kept',
    [
      'it is said in s wherever it is gone by',
      'what is promised compares it with 1s: 1 in s',
      'slow compares it with 1s: 1 in s',
    ],
  ],
  [
    'said once and gone by twice, also where a file repeats it',
    { ...fires(above(said('s', 'lag'), '1s')), ...promised(said('s', 'lag'), '1s') },
    'kept',
    ['what is promised compares it with 1s: 1 in s', 'slow compares it with 1s: 1 in s'],
  ],
  [
    'a share of what is measured in bytes',
    fires(above(said(undefined, 'memory_bytes'), '85%')),
    'broken',
    ['slow compares it with 85%, and it is measured in bytes'],
  ],
  [
    'a size',
    fires(above(said(undefined, 'memory_bytes'), '1Ki')),
    'kept',
    ['slow compares it with 1Ki: 1024 in bytes'],
  ],
  [
    'a time promised of a number',
    promised(said('count', 'failing'), '200ms'),
    'broken',
    ['what is promised compares it with 200ms, and it is measured in count'],
  ],
  [
    'a counter that grows faster than so many in an hour',
    fires(above(said('count', 'failing'), '10/h')),
    undefined,
    [],
  ],
  [
    'calls in a second, said by the minute',
    fires(above(said('per-second', 'calls'), '600/m')),
    'kept',
    ['slow compares it with 600/m: 10 in per-second'],
  ],
  [
    'a share of one',
    fires(above(said(undefined, 'failing_ratio'), '1%')),
    'kept',
    ['slow compares it with 1%: 0.01 in ratio'],
  ],
  [
    'an expression with the same bound',
    fires(above(share, '80%'), 'errors / requests > 0.80'),
    'kept',
    ['slow compares it with 80%: 80 in percent', 'the expression of slow fires there: > 0.8'],
  ],
  [
    'an expression with the same bound, times 100 and among others',
    fires(above(share, '80%'), '80 < 100 * errors / requests or absent(errors)'),
    'kept',
    ['slow compares it with 80%: 80 in percent', 'the expression of slow fires there: > 80'],
  ],
  [
    'an expression with another bound',
    fires(above(share, '80%'), 'errors / requests > 0.9 and requests > 1'),
    'broken',
    ['slow is to fire above 80% (80), and its expression fires at > 0.9, > 1'],
  ],
  [
    'an expression that compares the other way',
    fires(below(share, '15%'), 'errors / requests > 0.9'),
    'kept',
    ['slow compares it with 15%: 15 in percent'],
  ],
]

for (const [what, options, verdict, lines] of rows) {
  test(`measured: ${what}`, () => {
    const [found, ...others] = verdictsOf(measured, sampleWorld(options))
    assert.deepEqual([found?.verdict, others.length], [verdict, 0])
    assert.deepEqual(found ? linesOf(found) : [], lines)
  })
}
