// How much of what monitoring has gathered is lost with it.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prometheus } from '../../platform/component/prometheus.ts'
import { type MonitoringOptions, monitoring } from '../../platform/language/monitoring.ts'
import { promise } from '../../platform/language/promise.ts'
import { sampleWorld, verdictsOf } from '../sample.ts'
import { recovers } from './recovers.ts'

const metrics = prometheus('metrics')
const other = prometheus('other')
type Backed = Pick<MonitoringOptions, 'backedBy' | 'lag'>

function partsOf(backed: Backed, losing: '5m' | 'nothing' | undefined, denied: readonly string[] = []) {
  const world = sampleWorld(
    {
      promises: ({ live }) => [
        promise.recovers(monitoring('watch', { by: [metrics], covers: [live], ...backed }), {
          in: live,
          within: '1h',
          ...(losing && { losing }),
        }),
      ],
    },
    { denied },
  )
  const [found] = verdictsOf(recovers, world)
  return (found?.because ?? []).filter(({ rule }) => rule === 'gathered')
}

function ask(...asked: Parameters<typeof partsOf>): readonly string[] {
  return partsOf(...asked).map(({ truth, says }) => `${truth} ${says.line}`)
}

const rows: [name: string, backed: Backed, losing: '5m' | 'nothing' | undefined, said: readonly string[]][] = [
  ['no loss is promised', {}, undefined, []],
  [
    'nothing backs it',
    {},
    '5m',
    ['undefined nobody says what has what watch has gathered once that is gone, and at most 5m may be lost'],
  ],
  [
    'what backs it is behind by what nobody says',
    { backedBy: [other] },
    '5m',
    ['undefined nobody says how far other is behind watch in what was gathered, and at most 5m may be lost'],
  ],
  [
    'as far behind as may be',
    { backedBy: [other], lag: '5m' },
    '5m',
    ['true other is behind watch by 5m in what was gathered'],
  ],
  [
    'further behind',
    { backedBy: [other], lag: '1h' },
    '5m',
    ['false other is behind watch by 1h in what was gathered, and at most 5m may be lost'],
  ],
  [
    'nothing may be lost',
    { backedBy: [other], lag: '1s' },
    'nothing',
    ['false other is behind watch by 1s in what was gathered, and nothing may be lost'],
  ],
]

for (const [name, backed, losing, said] of rows)
  test(`recovers: ${name}`, () => assert.deepEqual(ask(backed, losing), said))

test('recovers: what was gathered, denied', () => {
  const [said] = ask({ backedBy: [other], lag: '1m' }, '5m', ['gathered/watch'])
  assert.match(said ?? '', /^false/)
})

test('recovers: where what backs it is said, its lag alone is wanted', () => {
  assert.equal(partsOf({ backedBy: [other] }, '5m')[0]?.hint, "lag: '5m' of watch: how far other may be behind")
  assert.match(partsOf({}, '5m')[0]?.hint ?? '', /^backedBy: /)
})
