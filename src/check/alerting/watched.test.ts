import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alert } from '../../platform/language/alert.ts'
import { above, absent, below } from '../../platform/language/condition.ts'
import { environment } from '../../platform/language/environment.ts'
import { metric } from '../../platform/language/metric.ts'
import { platform } from '../../platform/language/platform.ts'
import { promise } from '../../platform/language/promise.ts'
import { receiver } from '../../platform/language/receiver.ts'
import type { Alert } from '../../platform/model.ts'
import { linesOf, type Shop, sampleWorld, shop, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { unwatched } from './unwatched.ts'
import { watched } from './watched.ts'

const latency = metric('latency', { unit: 'ms' })
const gone = alert('gone', { when: absent(latency), severity: 'P1' })
const seen = 'gone fires when latency is absent'
const unseen =
  'when what exposes it is down, the series latency ends, and a comparison over no series never fires; no alert looks for its absence'
const slow = (threshold: string | number) => alert('slow', { when: above(latency, threshold), severity: 'P1' })

// Promised is a latency below 100ms.
const rows: [name: string, alerts: readonly Alert[], verdict: Word, lines: readonly string[]][] = [
  [
    'at the bound',
    [slow('100ms'), gone],
    'kept',
    ['promised is below 100ms; slow fires above 100ms, within the bound', seen],
  ],
  [
    'before the bound',
    [slow(80), gone],
    'kept',
    ['promised is below 100ms; slow fires above 80, within the bound', seen],
  ],
  [
    'far beyond it',
    [slow('5s'), gone],
    'broken',
    ['promised is below 100ms; slow fires above 5s, 50 times the bound: between them nobody is told'],
  ],
  [
    'and late',
    [alert('slow', { when: above(latency, '150ms'), for: '2m', severity: 'P1' }), gone],
    'broken',
    [
      'promised is below 100ms; slow fires above 150ms, 1.5 times the bound, and only after 2m more: between them nobody is told',
    ],
  ],
  [
    'one of several is enough',
    [slow('5s'), alert('soon', { when: above(latency, '90ms'), severity: 'P3' }), gone],
    'kept',
    [
      'promised is below 100ms; slow fires above 5s, 50 times the bound: between them nobody is told; soon fires above 90ms, within the bound',
      seen,
    ],
  ],
  ['a metric that ends', [slow('100ms')], 'broken', [unseen]],
  [
    'the other direction',
    [alert('fast', { when: below(latency, '1ms'), severity: 'P3' }), gone],
    'unknown',
    ['promised is below 100ms; fast fires below 1ms, which cannot be compared'],
  ],
  [
    'a unit that is no time',
    [slow('5%'), gone],
    'unknown',
    ['promised is below 100ms; slow fires above 5%, which cannot be compared'],
  ],
  [
    'at any value at all',
    [slow(0), gone],
    'kept',
    ['promised is below 100ms; slow fires above 0, within the bound', seen],
  ],
  [
    'an alert of which nobody says what makes it fire',
    [slow('100ms'), alert('down', { severity: 'P0', to: receiver('chat', { by: 'Slack' }) })],
    'unknown',
    [
      'when what exposes it is down, the series latency ends, and a comparison over no series never fires; nobody says what makes down fire, and no other alert looks for its absence',
    ],
  ],
  ['absence alone', [gone], 'broken', ['no alert compares latency with a bound']],
]

for (const [name, alerts, verdict, lines] of rows) {
  test(`watched: ${name}`, () => {
    const promises = ({ live }: Shop) => [promise.stays(latency, { in: live, below: '100ms' })]
    const [found, ...more] = verdictsOf(watched, sampleWorld({ promises, alerts: () => alerts }))
    assert.deepEqual(more, [])
    assert.ok(found)
    assert.equal(found.id, 'watched/live/latency')
    assert.deepEqual(linesOf(found), lines)
    assert.equal(found.verdict, verdict)
  })
}

test('watched: a share that must stay above its bound', () => {
  const uptime = metric('uptime', { unit: 'percent' })
  const low = alert('low', { when: below(uptime, '99%'), severity: 'P1' })
  const world = sampleWorld({
    promises: ({ live }) => [promise.stays(uptime, { in: live, above: '99.9%' })],
    alerts: () => [low, alert('no uptime', { when: absent(uptime), severity: 'P1' })],
  })
  const [found] = verdictsOf(watched, world)
  assert.deepEqual(found && linesOf(found), [
    'promised is above 99.9%; low fires below 99%, 10 times as far from 100% as the bound: between them nobody is told',
  ])
})

test('watched: an alert of one environment watches no other', () => {
  const shopWith = (where: 'live' | 'beta') => {
    const parts = shop()
    const beta = environment('beta', { on: parts.harbour, namespace: 'shop-beta', like: parts.live })
    const at = { live: parts.live, beta }
    return platform('shop', {
      environments: [parts.live, beta],
      promises: [promise.stays(latency, { in: parts.live, below: '100ms' })],
      alerts: [alert('slow', { when: above(latency, '100ms'), severity: 'P1', in: at[where] })],
    })
  }
  const thresholds = (['live', 'beta'] as const).map((where) => {
    const [found] = verdictsOf(watched, sampleWorld(shopWith(where)))
    return found?.because[0]?.truth
  })
  assert.deepEqual(thresholds, [true, undefined])
  const advice = (['live', 'beta'] as const).map((where) => [...unwatched(sampleWorld(shopWith(where)))].length)
  assert.deepEqual(advice, [0, 1])
})

test('watched: what no alert looks at is advice, not a verdict', () => {
  const world = sampleWorld({ promises: ({ live }) => [promise.stays(latency, { in: live, below: '100ms' })] })
  assert.deepEqual(verdictsOf(watched, world), [])
  assert.deepEqual(
    [...unwatched(world)].map(({ id, says }) => `${id}: ${says.line}`),
    ['unwatched/live/latency: nobody is told when latency is not below 100ms: no alert looks at it'],
  )
})

test('watched: it names what exposes the metric', () => {
  const world = sampleWorld({
    promises: ({ live, checkout }) => [
      promise.stays(metric('latency', { of: checkout, unit: 'ms' }), { in: live, below: '100ms' }),
    ],
    alerts: () => [slow('100ms')],
  })
  const [found] = verdictsOf(watched, world)
  assert.match(found?.because[1]?.says.line ?? '', /^when checkout is down, the series latency ends/)
})

test('watched: of two bounds both are watched', () => {
  const load = metric('load', { unit: 'percent' })
  const high = alert('high', { when: above(load, '80%'), severity: 'P2' })
  const low = alert('low', { when: below(load, '10%'), severity: 'P2' })
  const truths = [[high], [low], [low, high]].map((alerts) => {
    const world = sampleWorld({
      promises: () => [promise.stays(load, { above: '10%', below: '80%' })],
      alerts: () => alerts,
    })
    return verdictsOf(watched, world)[0]?.because[0]?.truth
  })
  assert.deepEqual(truths, [false, false, true])
})
