import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { promise } from '../../platform/language/promise.ts'
import { applyEdits } from '../apply.ts'
import { linesOf, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { drained } from './drained.ts'

const apart = { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } as const

const rows: [name: string, checkout: ServiceOptions, available: number, verdict: string, line: string][] = [
  [
    'without a budget all on the node go at once',
    { replicas: 3 },
    1,
    'broken',
    'no budget covers checkout, and the rules let 3 of its 3 pods stand on one node: a drain takes them at once and leaves 3 − 3 = 0',
  ],
  [
    'kept apart, one goes',
    { replicas: 3, place: apart },
    2,
    'kept',
    'no budget covers checkout, and the rules let 1 of its 3 pods stand on one node: a drain takes them at once and leaves 3 − 1 = 2',
  ],
  [
    'a budget makes them wait for each other',
    { replicas: 3, budget: { minAvailable: 2 } },
    2,
    'kept',
    'budget checkout wants 2 to stay of the 3 pods of checkout: at least 2 stay',
  ],
  [
    'a budget that lets too many go',
    { replicas: 3, budget: { maxUnavailable: 2 } },
    2,
    'broken',
    'budget checkout wants 1 to stay of the 3 pods of checkout: at least 1 stays',
  ],
  [
    'a wide budget over pods that rules keep apart',
    { replicas: 3, place: apart, budget: { maxUnavailable: 2 } },
    2,
    'kept',
    'budget checkout wants 1 to stay of the 3 pods of checkout, and the rules let 1 stand on one node: at least 2 stay',
  ],
]

const asked = (checkout: ServiceOptions, available: number) =>
  shop({ checkout, promises: (parts) => [promise.drained(parts.checkout, { in: parts.live, available })] }).platform

for (const [name, checkout, available, verdict, line] of rows)
  test(`drained: ${name}`, () => {
    const [found] = verdictsOf(drained, sampleWorld(asked(checkout, available)))
    assert.ok(found)
    assert.deepEqual(linesOf(found), [line])
    assert.equal(found.verdict, verdict)
  })

test('drained: its fix holds', () => {
  const platform = asked({ replicas: 3 }, 2)
  const fix = verdictsOf(drained, sampleWorld(platform)).flatMap(({ because }) =>
    because.flatMap((one) => one.fix ?? []),
  )
  assert.equal(verdictsOf(drained, sampleWorld(applyEdits(platform, fix)))[0]?.verdict, 'kept')
})
