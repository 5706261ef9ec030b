import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Component } from '../../platform/component.ts'
import { alert } from '../../platform/language/alert.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { above, below } from '../../platform/language/condition.ts'
import { environment } from '../../platform/language/environment.ts'
import { metric } from '../../platform/language/metric.ts'
import { monitoring } from '../../platform/language/monitoring.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Alert, Environment, Monitoring } from '../../platform/model.ts'
import { linesOf, type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import { watched } from './watched.ts'

const failed = metric('failed-share', { unit: 'percent', shows: 'failed-requests' })
const ratio = metric('failed-ratio', { unit: 'ratio', shows: 'failed-requests' })
const served = metric('served-share', { unit: 'percent', shows: 'served-requests' })
const unsaid = metric('error-share', { unit: 'percent' })
const counted = metric('errors', { unit: 'per-second', shows: 'failed-requests' })

const many = (at: string | number, of = failed) => alert('many', { when: above(of, at), severity: 'P1' })
const slow = (at: string | number) => alert('slow burn', { when: above(failed, at), severity: 'P3' })

const may = '99.9%, counted in what is asked, lets 0.1% fail'

// Promised is an availability of 99.9%.
const rows: [name: string, alerts: readonly Alert[], verdict: string | undefined, line?: string][] = [
  [
    'far above what may fail',
    [many('5%')],
    'broken',
    `${may}, and many is the first alert that fires, above 5%: where a little less fails for 30d, what may fail is spent 50 times over, at first after 14h24m, and nobody is told`,
  ],
  [
    'a fast burn alone',
    [many('1.4%')],
    'broken',
    `${may}, and many is the first alert that fires, above 1.4%: where a little less fails for 30d, what may fail is spent 14 times over, at first after 2.1d, and nobody is told`,
  ],
  [
    'a slow burn beside it',
    [many('5%'), slow('0.1%')],
    'kept',
    `${may}: slow burn fires above 0.1%, before more than that has failed`,
  ],
  ['below it', [slow('0.05%')], 'kept', `${may}: slow burn fires above 0.05%, before more than that has failed`],
  ['a ratio', [many(0.001, ratio)], 'kept', `${may}: many fires above 0.001, before more than that has failed`],
  [
    'by what is served',
    [alert('few', { when: below(served, '99.9%'), severity: 'P1' })],
    'kept',
    `${may}: few fires below 99.9%, before more than that has failed`,
  ],
  [
    'by what is served, late',
    [alert('few', { when: below(served, '99%'), severity: 'P1' })],
    'broken',
    `${may}, and few is the first alert that fires, below 99%: where a little less fails for 30d, what may fail is spent 10 times over, at first after 3d, and nobody is told`,
  ],
  [
    'a number of failures is no share',
    [many('10/s', counted)],
    'unknown',
    `${may}, and nobody says at which share of it an alert fires`,
  ],
  ['a metric of which nobody says what it shows', [many('5%', unsaid)], undefined],
  ['few failures are no alarm', [alert('calm', { when: below(failed, '1%'), severity: 'P3' })], undefined],
  ['no alert at all', [], undefined],
]

for (const [name, alerts, verdict, line] of rows) {
  test(`error budget: ${name}`, () => {
    const promises = ({ live }: Shop) => [promise.availability({ in: live, atLeast: '99.9%', over: '30d' })]
    const [found, ...more] = verdictsOf(watched, sampleWorld({ promises, alerts: () => alerts }))
    assert.deepEqual(more, [])
    assert.equal(found?.verdict, verdict)
    if (found) assert.equal(found.id, 'watched/live/error-budget')
    assert.equal(found && linesOf(found).join('\n'), line)
  })
}

test('error budget: of two availabilities the one that allows less', () => {
  const world = sampleWorld({
    promises: ({ live }) => [
      promise.availability({ in: live, atLeast: '99.9%' }),
      promise.availability({ in: live, atLeast: '95%', name: 'loose' }),
    ],
    alerts: () => [slow('1%')],
  })
  assert.deepEqual(
    verdictsOf(watched, world).map(({ verdict }) => verdict),
    ['broken'],
  )
})

test('error budget: what one component answers is not all that is asked', () => {
  const lines = ['5%', '0.1%'].map((at) => {
    const world = sampleWorld({
      promises: ({ live }) => [promise.availability({ in: live, atLeast: '99.9%' })],
      alerts: ({ checkout }) => [many(at, metric('own', { of: checkout, unit: 'percent', shows: 'failed-requests' }))],
    })
    const [found] = verdictsOf(watched, world)
    return [found?.verdict, found?.because[0]?.says.line.replace(/^.*above /, '')]
  })
  assert.deepEqual(lines, [
    [
      'unknown',
      '5% of what checkout answers: where a little less fails for 30d, what may fail is spent 50 times over, at first after 14h24m, and nobody is told; nobody says that 99.9% is of that alone',
    ],
    ['unknown', '0.1% of what checkout answers; nobody says that 99.9% is of that alone'],
  ])
})

test('error budget: a month, where nobody says over which time', () => {
  const world = sampleWorld({
    promises: ({ live }) => [promise.availability({ in: live, atLeast: '99.9%' })],
    alerts: () => [many('5%')],
  })
  const [found] = verdictsOf(watched, world)
  assert.deepEqual(found?.because[0]?.says.rows, [
    ['many', 'above 5%'],
    ['counted over', '30d, as nobody says over which time'],
  ])
})

const elsewhere = environment('elsewhere', {
  on: cluster('yard', { kubernetes: '1.34', nodes: [] }),
  namespace: 'elsewhere',
})
const stack = (where: Environment, by: Component) => monitoring('stack', { by: [by], covers: [where] })

const looked: [name: string, stacks: (shop: Shop) => readonly Monitoring[], in_: 'live' | undefined, ...string[]][] = [
  ['nobody says what is watched', () => [], undefined, 'kept'],
  ['it is watched', ({ live, checkout }) => [stack(live, checkout)], undefined, 'kept'],
  ['another is watched', ({ checkout }) => [stack(elsewhere, checkout)], undefined],
  ['the alert names it', ({ checkout }) => [stack(elsewhere, checkout)], 'live', 'kept'],
]

for (const [name, stacks, named, ...verdicts] of looked) {
  test(`error budget: what an alert looks at where ${name}`, () => {
    const world = sampleWorld({
      environments: () => [elsewhere],
      promises: ({ live }) => [promise.availability({ in: live, atLeast: '99.9%' })],
      alerts: ({ live }) => [
        alert('slow burn', { when: above(failed, '0.1%'), severity: 'P3', ...(named && { in: live }) }),
      ],
      plans: (shop) => ({ monitoring: stacks(shop) }),
    })
    assert.deepEqual(
      verdictsOf(watched, world).map(({ verdict }) => verdict),
      verdicts,
    )
  })
}
