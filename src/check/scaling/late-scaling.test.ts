import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import { sampleWorld, verdictsOf } from '../sample.ts'
import { autoscaling } from './autoscaling.ts'

const bounds = { from: 2, to: 8 } as const
const answers = metric('answers', { unit: 'ms' })
const timed: [says: string, target: string, of: 'checkout' | 'orders', line: string | undefined][] = [
  [
    'a time that is promised, held there',
    '200ms',
    'checkout',
    'false answers is held at 200ms, and time is promised below 200ms: pods are added once that is broken',
  ],
  ['and below', '150ms', 'checkout', 'true answers is held at 150ms, before time is no longer below 200ms'],
  ['a time of something else', '200ms', 'orders', undefined],
]

for (const [says, target, of, line] of timed)
  test(`autoscaling: ${says}`, () => {
    const world = sampleWorld({
      checkout: { scales: { ...bounds, on: [{ metric: answers, target }] } },
      promises: ({ live, checkout, orders }) => [
        promise.stays(metric('time', { of: { checkout, orders }[of], unit: 'ms' }), { in: live, below: '200ms' }),
      ],
    })
    const [found] = verdictsOf(autoscaling, world)
    const late = found?.because.find(({ rule }) => rule === 'late')
    assert.equal(late && `${late.truth} ${late.says.line}`, line)
  })
