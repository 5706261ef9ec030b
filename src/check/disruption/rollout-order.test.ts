import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { promise } from '../../platform/language/promise.ts'
import { applyEdits } from '../apply.ts'
import { linesOf, type ShopOptions, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { rolls } from './rolls.ts'

const available = { from: 0, to: 9 }
const newFirst = (options: ServiceOptions): ShopOptions => ({
  checkout: options,
  promises: ({ live, checkout }) => [promise.rolls(checkout, { in: live, available, first: 'new' })],
})

const rows: [name: string, options: ServiceOptions, verdict: string, line: string | undefined][] = [
  [
    'one may be away',
    { replicas: 3, update: { maxUnavailable: 1, maxSurge: 1 } },
    'broken',
    'lets 1 old pod end at once',
  ],
  ['none may be away', { replicas: 3, update: { maxUnavailable: 0, maxSurge: 1 } }, 'kept', undefined],
  ['a quarter of three is none', { replicas: 3 }, 'kept', undefined],
  ['a quarter of eight is two', { replicas: 8 }, 'broken', 'maxUnavailable 25% lets 2 old pods end at once'],
]

for (const [name, options, verdict, line] of rows)
  test(`rolls, the new one first: ${name}`, () => {
    const [found] = verdictsOf(rolls, sampleWorld(newFirst(options)))
    assert.ok(found)
    assert.equal(found.verdict, verdict)
    if (line)
      assert.ok(
        linesOf(found).some((one) => one.includes(line)),
        linesOf(found).join('\n'),
      )
  })

test('rolls, the new one first: a member of a StatefulSet ends before its next one is made', () => {
  const world = sampleWorld({
    promises: ({ live, ledgerDb }) => [promise.rolls(ledgerDb, { in: live, available, first: 'new' })],
  })
  const [found] = verdictsOf(rolls, world)
  assert.ok(found)
  assert.deepEqual(linesOf(found), [
    'ledger-db: a StatefulSet ends the old pod first, and makes the new one in its place',
  ])
})

test('rolls, the new one first: its fix holds', () => {
  const { platform } = shop(newFirst({ replicas: 3, update: { maxUnavailable: 1, maxSurge: 0 } }))
  const fix = verdictsOf(rolls, sampleWorld(platform)).flatMap(({ because }) => because.flatMap((one) => one.fix ?? []))
  assert.deepEqual(
    fix.map(({ to }) => to),
    [{ maxUnavailable: 0, maxSurge: 1 }],
  )
  assert.equal(verdictsOf(rolls, sampleWorld(applyEdits(platform, fix)))[0]?.verdict, 'kept')
})

test('rolls: where no order is promised, none is judged', () => {
  const world = sampleWorld({
    checkout: { replicas: 3, update: { maxUnavailable: 1, maxSurge: 1 } },
    promises: ({ live, checkout }) => [promise.rolls(checkout, { in: live, available })],
  })
  assert.deepEqual(
    verdictsOf(rolls, world)[0]?.because.map(({ rule }) => rule),
    ['pods'],
  )
})
