import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prometheus } from '../../platform/component/prometheus.ts'
import { alert } from '../../platform/language/alert.ts'
import { above } from '../../platform/language/condition.ts'
import { environment } from '../../platform/language/environment.ts'
import { metric } from '../../platform/language/metric.ts'
import { type MonitoringOptions, monitoring } from '../../platform/language/monitoring.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Environment } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { covered } from './covered.ts'

const month = prometheus('metrics', { retention: '30d' })
const slow = alert('slow', { when: above(metric('latency', { unit: 'ms' }), '2s'), severity: 'P1' })

function watching(covers: (shop: Shop) => readonly Environment[], more: Partial<MonitoringOptions> = {}) {
  return (shop: Shop) => ({ monitoring: [monitoring('watch', { by: [month], covers: covers(shop), ...more })] })
}

const onLive = watching(({ live }) => [live])
const trial = ({ harbour }: Shop) => environment('trial', { on: harbour, namespace: 'trial' })

const rows: [name: string, options: ShopOptions, verdict: Word, lines: readonly string[], over?: '7d' | '90d'][] = [
  ['watched, and alerts look at it', { plans: onLive, alerts: () => [slow] }, 'kept', []],
  [
    'watched by what an operator runs on its cluster',
    {
      more: () => [prometheus('metrics', { retention: '30d', operatedBy: 'prometheus-operator' })],
      alerts: () => [slow],
    },
    'kept',
    [],
  ],
  ['nobody says that anything watches', {}, 'unknown', ['nobody says what watches live']],
  [
    'a collector on its cluster that is told by hand',
    { more: () => [month] },
    'unknown',
    ['metrics stands on its cluster, and nobody says that live is watched'],
  ],
  [
    'and is promised to collect there',
    {
      more: () => [month],
      alerts: () => [slow],
      promises: ({ live }) => [available(live), promise.scrapes(month, { in: live })],
    },
    'kept',
    [],
  ],
  [
    'no alert looks at it',
    { plans: onLive },
    'unknown',
    ['no alert is declared that looks at live: nobody is told when the promise is broken'],
  ],
  [
    'no alert looks at it, and somebody is to be told',
    { plans: watching(({ live }) => [live], { does: ['alerts'] }) },
    'broken',
    ['watch is to tell somebody, and no alert is declared that looks at live'],
  ],
  [
    'gone before the share can be read',
    { plans: onLive, alerts: () => [slow] },
    'broken',
    ['metrics keeps what it gathers for 30d, and a share of 90d cannot be read from that'],
    '90d',
  ],
  ['kept for longer than the share counts', { plans: onLive, alerts: () => [slow] }, 'kept', [], '7d'],
  [
    'kept for less than a month, and nobody says over which time the share counts',
    {
      plans: watching(({ live }) => [live], { by: [prometheus('metrics', { retention: '15d' })] }),
      alerts: () => [slow],
    },
    'unknown',
    [
      'metrics keeps what it gathers for 15d, and a share of 30d, the month by which it is usually reckoned, cannot be read from that; nobody says over which time the share counts',
    ],
  ],
  [
    'nobody says how long anything is kept',
    { plans: watching(({ live }) => [live], { by: [prometheus('metrics')] }), alerts: () => [slow] },
    'unknown',
    [
      'nobody says how long metrics keeps what it gathers (15d where nothing else is said), nor over which time the share counts: a share of 30d, the month by which it is usually reckoned, cannot be read from 15d',
    ],
  ],
]

function available(live: Environment, over?: '7d' | '90d') {
  return promise.availability({ in: live, atLeast: '99.9%', ...(over && { over }) })
}

for (const [name, options, verdict, lines, over] of rows) {
  test(`covered: ${name}`, () => {
    const promises = options.promises ?? (({ live }: Shop) => [available(live, over)])
    const [found] = verdictsOf(covered, sampleWorld({ ...options, promises }))
    assert.deepEqual([found?.verdict, found?.id], [verdict, 'covered/live/monitoring'])
    if (lines.length > 0) assert.deepEqual(found && linesOf(found), lines)
  })
}

test('covered: another environment is watched, and this one is not', () => {
  const trials = new Map<Shop['harbour'], Environment>()
  const once = (shop: Shop) => {
    const known = trials.get(shop.harbour) ?? trial(shop)
    trials.set(shop.harbour, known)
    return known
  }
  const world = sampleWorld({
    environments: (shop) => [once(shop)],
    plans: watching((shop) => [once(shop)]),
    promises: ({ live }) => [available(live)],
  })
  const [found, ...others] = verdictsOf(covered, world)
  assert.deepEqual([found?.verdict, others.length], ['broken', 0])
  assert.deepEqual(found && linesOf(found), ['nothing watches live'])
  assert.deepEqual(found?.because[0]?.says.rows, [['watch', 'watches trial']])
})

test('covered: of several promises the largest share is named, and each time over which one counts is asked', () => {
  const world = sampleWorld({
    plans: onLive,
    alerts: () => [slow],
    promises: ({ live }) => [
      promise.availability({ in: live, atLeast: '99%', name: 'most', over: '90d' }),
      promise.availability({ in: live, atLeast: '99.9%', name: 'best', over: '7d' }),
    ],
  })
  const [found] = verdictsOf(covered, world)
  assert.deepEqual([found?.verdict, found?.says], ['broken', 'live, of which 99.9% is promised, is watched'])
  assert.deepEqual(found && linesOf(found), [
    'metrics keeps what it gathers for 30d, and a share of 90d cannot be read from that',
  ])
})

test('covered: where no availability is promised, nothing is asked', () => {
  assert.deepEqual(verdictsOf(covered, sampleWorld({ promises: () => [] })), [])
})
