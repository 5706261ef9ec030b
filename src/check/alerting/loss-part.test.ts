import assert from 'node:assert/strict'
import { test } from 'node:test'
import { redis } from '../../platform/component/redis.ts'
import type { Component } from '../../platform/component.ts'
import { alert } from '../../platform/language/alert.ts'
import { above, always } from '../../platform/language/condition.ts'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Alert } from '../../platform/model.ts'
import { linesOf, type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import { watched } from './watched.ts'

const behind = (at: string | number, of?: Component) =>
  alert('behind', {
    when: above(metric('lag', { unit: 's', shows: 'replication-lag', ...(of && { of }) }), at),
    severity: 'P2',
  })
const old = (at: string, of?: Component) =>
  alert('old', {
    when: above(metric('age', { unit: 'ms', shows: 'copy-age', ...(of && { of }) }), at),
    severity: 'P2',
  })
const slow = alert('slow', { when: above(metric('latency', { unit: 'ms' }), '1s'), severity: 'P3' })
const unsaid =
  'nobody says what shows that it would be more: of 1 alert, none is said to show how far followers are behind or how old the last copy is'

// Promised is that no more than 15 minutes are lost.
const rows: [name: string, alerts: (shop: Shop) => readonly Alert[], verdict: string | undefined, line?: string][] = [
  ['at the bound', () => [behind('15m')], 'assumed', '15m may be lost: somebody is told when it would be as much'],
  [
    'before it, by the age of a copy',
    () => [old('10m')],
    'assumed',
    '15m may be lost: somebody is told when it would be as much',
  ],
  ['after it', () => [behind('1h')], 'broken', '15m may be lost, and nobody is told before it would be more'],
  ['one of two in time', () => [behind('1h'), old('10m')], 'assumed'],
  ['a number of seconds', () => [behind(600)], 'assumed'],
  ['nothing that shows it', () => [slow], 'unknown', `15m may be lost, and ${unsaid}`],
  ['of the one store', ({ ledgerDb }) => [behind('15m', ledgerDb)], 'kept'],
  [
    'of something else',
    ({ checkout }) => [behind('15m', checkout)],
    'unknown',
    '15m may be lost, and nobody says what shows it of ledger-db',
  ],
  [
    'in another unit',
    () => [behind('5%')],
    'unknown',
    '15m may be lost, which cannot be compared with what alerts fire at',
  ],
  ['a sign of life looks at nothing', () => [alert('alive', { when: always(), severity: 'none' })], undefined],
  ['nobody says what is measured, nor who is told', () => [], undefined],
]

for (const [name, alerts, verdict, line] of rows) {
  test(`loss: ${name}`, () => {
    const world = sampleWorld({
      promises: ({ live }) => [promise.recovers(live, { within: '4h', losing: '15m' })],
      alerts,
    })
    const [found] = verdictsOf(watched, world)
    assert.equal(found?.verdict, verdict)
    if (line !== undefined) assert.equal(found && linesOf(found).join('\n'), line)
  })
}

test('loss: of one store, and of nothing at all, it is not asked', () => {
  const asked = [
    ({ live, ledgerDb }: Shop) => promise.recovers(ledgerDb, { in: live, within: '4h', losing: '15m' }),
    ({ live }: Shop) => promise.recovers(live, { within: '4h', losing: 'nothing' }),
    ({ live }: Shop) => promise.recovers(live, { within: '4h' }),
  ]
  for (const each of asked)
    assert.deepEqual(verdictsOf(watched, sampleWorld({ promises: (shop) => [each(shop)], alerts: () => [slow] })), [])
})

test('loss: the least of what may be lost', () => {
  const world = sampleWorld({
    promises: ({ live }) => [
      promise.recovers(live, { part: 'data', within: '4h', losing: '1h', name: 'rows' }),
      promise.recovers(live, { within: '4h', losing: '5m' }),
    ],
    alerts: () => [behind('30m')],
  })
  const [found] = verdictsOf(watched, world)
  assert.equal(found && linesOf(found).join(), '5m may be lost, and nobody is told before it would be more')
})

test('loss: a metric of which nobody says what it is of is taken to be of the stores that no other names', () => {
  const options = {
    more: () => [redis('carts', { volume: { size: '1Gi' } })],
    promises: ({ live }: Shop) => [promise.recovers(live, { within: '4h', losing: '15m' })],
  }
  const judged = (alerts: (shop: Shop) => readonly Alert[], denied: readonly string[] = []) => {
    const [found] = verdictsOf(watched, sampleWorld({ ...options, alerts }, { denied }))
    return [found?.verdict, found && linesOf(found).join(), ...(found?.assumes ?? []).map(({ says }) => says)]
  }
  const told = '15m may be lost: somebody is told when it would be as much'
  const taken = (stores: string) => `lag shows it of ${stores} in live, and nobody says of what it is`
  assert.deepEqual(
    judged(() => [behind('15m')]),
    ['assumed', told, taken('carts, ledger-db')],
  )
  assert.deepEqual(
    judged(({ ledgerDb }) => [old('10m', ledgerDb), behind('15m')]),
    ['assumed', told, taken('carts')],
  )
  assert.deepEqual(
    judged(() => [behind('15m')], ['shows-loss/live/lag']),
    ['unknown', '15m may be lost, and nobody says what shows it of carts, ledger-db'],
  )
})
