import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Resizing } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { autoscaling } from './autoscaling.ts'

const rows: [name: string, replicas: number, resizes: Resizing, Word | undefined, says: string][] = [
  [
    'half of them at most',
    5,
    { mode: 'Auto' },
    'kept',
    'pods whose requests are to change are evicted, 2 of 5 pods at once at most and as far as a budget lets them',
  ],
  [
    'one at least',
    2,
    { mode: 'Recreate' },
    'kept',
    'pods whose requests are to change are evicted, 1 of 2 pods at once at most and as far as a budget lets them',
  ],
  [
    'a single one is left alone',
    1,
    { mode: 'Auto' },
    'kept',
    'what is recommended comes to the pod as it is made anew: the updater evicts none of a single one',
  ],
  ['made anew only', 3, { mode: 'Initial' }, 'kept', 'what is recommended comes to pods as they are made anew'],
  ['somebody looks', 3, { mode: 'Off', evaluates: 'week' }, 'assumed', 'whoever looks at it applies it'],
  ['nobody looks', 3, { mode: 'Off' }, 'broken', 'nothing applies what is recommended, and nobody looks at it'],
]

for (const [name, replicas, resizes, verdict, says] of rows)
  test(`autoscaling: what is recommended: ${name}`, () => {
    const [found] = verdictsOf(autoscaling, sampleWorld({ checkout: { replicas, resizes } }))
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(says), found && linesOf(found).join('\n'))
  })

test('autoscaling: where no mode is said, nothing is said of it', () => {
  assert.deepEqual(verdictsOf(autoscaling, sampleWorld({ checkout: { resizes: { of: ['cpu'] } } })), [])
})
