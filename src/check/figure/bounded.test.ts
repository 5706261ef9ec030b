import assert from 'node:assert/strict'
import { test } from 'node:test'
import { most, total } from '../../platform/language/measure.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Environment, Measure } from '../../platform/model.ts'
import { linesOf, sampleWorld, says, verdictsOf } from '../sample.ts'
import { bounded } from './bounded.ts'

type Counted = (live: Environment) => Exclude<Measure, { is: 'stated' }>
const scales = { from: 2, to: 8, on: [{ cpu: '70%' }] } as const

const rows: [name: string, of: Counted, bound: object, verdict: string, line: string][] = [
  ['pods as they are', total.pods, { atMost: 4 }, 'kept', '2 + 1 + 1 = 4, at most 4'],
  ['one too many', total.pods, { atMost: 3 }, 'broken', '2 + 1 + 1 = 4, and at most 3 is promised'],
  ['enough', total.pods, { atLeast: 4 }, 'kept', '2 + 1 + 1 = 4, at least 4'],
  ['one too few', total.pods, { atLeast: 5 }, 'broken', '2 + 1 + 1 = 4, and at least 5 is promised'],
  [
    'with every autoscaler at its maximum',
    most.pods,
    { atMost: 9 },
    'broken',
    '8 + 1 + 1 = 10, and at most 9 is promised',
  ],
  ['cores at the maximum', most.cpuRequests, { atMost: 2.5 }, 'kept', '2 + 0.25 + 0.25 = 2.5 cores, at most 2.5'],
  [
    'memory at the maximum',
    most.memoryRequests,
    { atMost: '2Gi' },
    'broken',
    '2Gi + 256Mi + 256Mi = 2.5Gi, and at most 2Gi is promised',
  ],
  [
    'another kind of thing',
    total.pods,
    { atMost: '2Gi' },
    'unknown',
    'at most 2Gi is promised; it cannot be compared with 4',
  ],
]

for (const [name, of, bound, verdict, line] of rows) {
  test(`bounded: ${name}`, () => {
    const world = sampleWorld({
      checkout: { replicas: 2, scales },
      promises: ({ live }) => [promise.bounded(of(live), { in: live, ...bound })],
    })
    const [found] = verdictsOf(bounded, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}

test('bounded: a maximum that nobody says is not counted', () => {
  const world = sampleWorld({
    checkout: { scales: { on: ['cpu'] } },
    promises: ({ live }) => [promise.bounded(most.pods(live), { in: live, atMost: 9 })],
  })
  const [found] = verdictsOf(bounded, world)
  assert.equal(found?.verdict, 'unknown')
  assert.equal(found && linesOf(found)[0], 'at most 9 is promised; nobody says the most pods of checkout')
})

test('bounded: the most pods are cited where the autoscaler is said', () => {
  const world = sampleWorld({
    checkout: { replicas: 2, scales: { ...scales, stated: says('7', 1) }, stated: says('3', 3) },
    orders: { stated: says('4', 4) },
    promises: ({ live }) => [promise.bounded(most.pods(live), { in: live, atMost: 9 })],
  })
  const lines = verdictsOf(bounded, world).flatMap(({ because }) => because.flatMap(({ stated = [] }) => stated))
  assert.deepEqual(lines, [says('7', 1), says('4', 4)])
})
