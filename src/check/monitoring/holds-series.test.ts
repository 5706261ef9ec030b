import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PrometheusOptions, prometheus } from '../../platform/component/prometheus.ts'
import { environment } from '../../platform/language/environment.ts'
import { sized } from '../../platform/language/sized.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { holdsSeries } from './holds-series.ts'

const volume = (size: '10Gi' | '100Gi' | '1Ti') => ({ operatedBy: 'prometheus-operator', volume: { size } }) as const

const rows: [name: string, options: PrometheusOptions, verdict: Word | undefined, lines?: readonly string[]][] = [
  ['room for all of them', { series: 200_000, retention: '15d', ...volume('100Gi') }, 'assumed'],
  ['nobody says how many', { retention: '15d', ...volume('10Gi') }, undefined],
  [
    'more than any node has, and than its volume',
    { series: '50M', every: '30s', retention: '15d', ...volume('1Ti') },
    'broken',
    [
      'metrics needs 34.09Gi to 162.47Gi of memory, and n1 has 16Gi',
      'metrics needs 1.96Ti to 3.93Ti of disk, and its volume has 1Ti',
    ],
  ],
  [
    'more than its limit',
    { series: '2M', limits: { memory: '1Gi' }, retention: '1h', ...volume('10Gi') },
    'broken',
    ['metrics needs 1.36Gi to 5.25Gi of memory, and its limit has 1Gi'],
  ],
  [
    'between the least and what is usual',
    { series: '2M', limits: { memory: '2Gi' }, retention: '1h', ...volume('10Gi') },
    'unknown',
    ['metrics needs 1.36Gi to 5.25Gi of memory, and its limit has 2Gi: whether that is enough is not known'],
  ],
  [
    'on a volume that nobody says',
    { series: 200_000, every: '30s', retention: '15d' },
    'unknown',
    ['metrics needs 8.05Gi to 16.09Gi of disk, and nobody says how much it has'],
  ],
]

for (const [name, options, verdict, lines] of rows) {
  test(`holds-series: ${name}`, () => {
    const [found] = verdictsOf(holdsSeries, sampleWorld({ more: () => [prometheus('metrics', options)] }))
    assert.equal(found?.verdict, verdict)
    if (lines) assert.deepEqual(found && linesOf(found), lines)
  })
}

test('holds-series: another size in another environment is judged as well', () => {
  const metrics = prometheus('metrics', { series: 200_000, retention: '15d', ...volume('100Gi') })
  const small = sized(metrics, { series: 200_000, retention: '15d', volume: { size: '1Gi' } })
  const environments: ShopOptions['environments'] = ({ live }) => [
    environment('aside', { on: live.on, namespace: 'aside', runs: [metrics], sized: [small] }),
  ]
  const [found, ...others] = verdictsOf(holdsSeries, sampleWorld({ more: () => [metrics], environments }))
  assert.deepEqual([found?.verdict, others.length], ['broken', 0])
})

test('holds-series: what comes more often takes more memory', () => {
  const most = (every: '15s' | '1m') => {
    const [found] = verdictsOf(
      holdsSeries,
      sampleWorld({ more: () => [prometheus('metrics', { series: '1M', every, retention: '15d' })] }),
    )
    return found?.because[0]?.says.rows?.[1]?.[1]
  }
  assert.deepEqual(
    [most('15s'), most('1m')],
    [
      '1M series × (2147 bytes + 2684 for what comes every 15s) = 4.5Gi',
      '1M series × (2147 bytes + 671 for what comes every 1m) = 2.62Gi',
    ],
  )
})

test('holds-series: each step of the sum', () => {
  const metrics = prometheus('metrics', { series: '50M', every: '30s', retention: '15d' })
  const [found] = verdictsOf(holdsSeries, sampleWorld({ more: () => [metrics] }))
  assert.deepEqual(found?.because[1]?.says.rows, [
    ['samples in a second', '50M series / 30s = 1.67M'],
    ['samples kept', '× 15d = 2.16 × 10¹²'],
    ['bytes of each', '1 to 2'],
  ])
})

test('holds-series: that a series costs no more than is usual is assumed, and breaks it where it is denied', () => {
  const metrics = prometheus('metrics', { series: 200_000, retention: '15d', ...volume('100Gi') })
  const [found] = verdictsOf(holdsSeries, sampleWorld({ more: () => [metrics] }, { denied: ['series-cost/metrics'] }))
  assert.equal(found?.verdict, 'broken')
})
