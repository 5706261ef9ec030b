import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import type { UpdateOptions } from '../../platform/component/options.ts'
import { promise } from '../../platform/language/promise.ts'
import { withBeside } from '../beside/beside.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { worldOf } from '../world.ts'
import { rolls } from './rolls.ts'

const rows: [
  name: string,
  update: UpdateOptions | undefined,
  from: number,
  to: number,
  verdict: string,
  line: string,
][] = [
  [
    'as promised',
    { maxUnavailable: 1, maxSurge: 1 },
    2,
    4,
    'kept',
    'checkout, RollingUpdate: 3 − 1 = 2 available at least, 3 + 1 = 4 there at most',
  ],
  [
    'the defaults for three',
    undefined,
    3,
    4,
    'kept',
    'checkout, RollingUpdate: 3 − 0 = 3 available at least, 3 + 1 = 4 there at most',
  ],
  [
    'one away is one too many',
    { maxUnavailable: 1, maxSurge: 1 },
    3,
    4,
    'broken',
    'checkout, RollingUpdate: 3 − 1 = 2 available at least, 3 + 1 = 4 there at most, and 3 to 4 are promised',
  ],
  [
    'more than promised',
    { maxUnavailable: 0, maxSurge: '100%' },
    3,
    4,
    'broken',
    'checkout, RollingUpdate: 3 − 0 = 3 available at least, 3 + 3 = 6 there at most, and 3 to 4 are promised',
  ],
]

for (const [name, update, from, to, verdict, line] of rows) {
  test(`rolls: ${name}`, () => {
    const world = sampleWorld({
      checkout: { replicas: 3, ...(update && { update }) },
      promises: ({ live, checkout }) => [promise.rolls(checkout, { in: live, available: { from, to } })],
    })
    const [found] = verdictsOf(rolls, world)
    assert.ok(found)
    assert.equal(found.id, 'rolls/live/checkout')
    assert.equal(found.verdict, verdict)
    assert.equal(linesOf(found)[0], line)
  })
}

test('rolls: step by step, where they are few', () => {
  const rowsOf = (replicas: number) => {
    const world = sampleWorld({
      checkout: { replicas, update: { maxUnavailable: 1, maxSurge: 0 } },
      promises: ({ live, checkout }) => [promise.rolls(checkout, { in: live, available: { from: 0, to: 99 } })],
    })
    return verdictsOf(rolls, world)[0]?.because[0]?.says.rows ?? []
  }
  assert.deepEqual(rowsOf(2), [['old + new', '1 + 0, 1 + 1, 0 + 1, 0 + 2']])
  assert.deepEqual(rowsOf(11), [])
})

const byHand = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: archive, namespace: shop }
spec:
  replicas: 2
  updateStrategy: { type: OnDelete }
  selector: { matchLabels: { app: archive } }
  template: { metadata: { labels: { app: archive } }, spec: { containers: [{ name: main, image: archive }] } }
---
apiVersion: seaworthy/v1
kind: Promises
promises: [{ rolls: StatefulSet/shop/archive, available: { from: 1, to: 2 } }]
`
const hands: [name: string, denied: readonly string[], verdict: string][] = [
  ['one at a time, as nobody can see', [], 'assumed'],
  ['all at once', ['one-at-a-time/StatefulSet/shop/archive'], 'broken'],
]
for (const [name, denied, verdict] of hands)
  test(`rolls: pods that somebody deletes by hand: ${name}`, () => {
    const { manifests } = readManifests(byHand, 'shop.yaml')
    const { estate } = importManifests(manifests.slice(0, 1), { kubernetes: '1.34' })
    const { estates, promises } = withBeside([estate], manifests.slice(1))
    const world = worldOf(estates, { asOf: '2026-11-21', promises, denied: new Set(denied) })
    assert.equal(verdictsOf(rolls, world)[0]?.verdict, verdict)
  })

for (const [replicas, verdict, says] of [
  [3, 'kept', 'checkout, RollingUpdate: 3 − 2 = 1 available at least, 3 + 1 = 4 there at most'],
  [
    2,
    'broken',
    'checkout, RollingUpdate: 2 − 2 = 0 available at least, 2 + 1 = 3 there at most, and 1 or more are promised',
  ],
] as const) {
  test(`rolls: something of ${replicas} is there throughout`, () => {
    const world = sampleWorld({
      checkout: { replicas, update: { maxUnavailable: 2, maxSurge: 1 } },
      promises: ({ live, checkout }) => [promise.rolls(checkout, { in: live })],
    })
    const [found] = verdictsOf(rolls, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(found.says, '1 or more pods of checkout are there throughout a rollout')
    assert.ok(linesOf(found).includes(says), linesOf(found).join('\n'))
  })
}
