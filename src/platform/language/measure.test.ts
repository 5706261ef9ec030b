import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cluster,
  environment,
  free,
  headroom,
  left,
  loss,
  minus,
  node,
  percent,
  platform,
  postgres,
  procedure,
  promise,
  span,
  statedIn,
  step,
  taken,
  time,
  total,
  value,
} from '../../index.ts'
import { makingOf } from '../made.ts'
import type { Measure } from '../model.ts'

const stated = statedIn('Shop')('6.1', 681)
const n1 = node('n1', { cpu: 4, memory: '8G' })
const east = cluster('east', { kubernetes: '1.33', nodes: [n1], pools: { front: [n1] } })
const db = postgres('orders-db')
const live = environment('live', { on: east, namespace: 'shop', runs: [db] })
const rebuild = procedure('rebuild', { steps: [step('restore', { actor: 'person', takes: '1h' })] })

const rows: [name: string, measure: Measure, data: object][] = [
  ['requests of an environment', total.cpuRequests(live), { counts: 'cpuRequests', of: live }],
  ['requests of a component', total.memoryRequests(db), { counts: 'memoryRequests', of: db }],
  ['volumes with data', total.storage(live, 'data'), { counts: 'storage', of: live, part: 'data' }],
  ['cores of a pool', total.cpu(east, { pool: 'front' }), { counts: 'cpu', of: east, part: 'front' }],
  ['free cores as a share', percent(free.cpu(live)), { counts: 'freeCpu', of: live, asPercent: true }],
  ['taken memory', taken.memory(east), { counts: 'takenMemory', of: east }],
  ['headroom', headroom.cpu(live), { counts: 'headroomCpu', of: live }],
  ['how far copies reach', span.backups(db, { in: live }), { counts: 'backupSpan', of: db, in: live }],
  ['how long steps take', time.of(rebuild), { counts: 'stepTime', of: rebuild }],
  [
    'what a failure leaves',
    left(db, loss.node, { in: live }),
    { counts: 'capacityLeft', of: db, part: 'node', in: live },
  ],
]

for (const [name, measure, data] of rows) {
  test(`measure: ${name}`, () => {
    assert.deepEqual({ ...measure }, { is: 'measure', ...data })
    assert.deepEqual(makingOf(measure)?.problems, [])
    const figure = promise.figure(measure, { in: live, is: 13.5, stated })
    assert.equal(platform('shop', { environments: [live], promises: [figure] }).promises[0], figure)
    assert.equal(figure.value, 13.5)
  })
}

test('measure: a difference of stated values', () => {
  const rest = minus(value('48Gi', stated), total.memoryRequests(live))
  assert.deepEqual(
    { ...rest, from: { ...rest.from }, take: undefined },
    {
      is: 'minus',
      from: { is: 'stated', value: '48Gi', stated },
      take: undefined,
    },
  )
})
