import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { context } from '../../platform/language/context.ts'
import { total } from '../../platform/language/measure.ts'
import { promise } from '../../platform/language/promise.ts'
import { sampleWorld, verdictsOf } from '../sample.ts'
import { figure } from './figure.ts'

const lending = context('lending')
const saving = context('saving')

for (const [is, verdict] of [
  [2, 'kept'],
  [3, 'broken'],
] as const)
  test(`figure: ${is} contexts, where things of two run: ${verdict}`, () => {
    const world = sampleWorld({
      checkout: { context: lending },
      orders: { context: 'all' },
      more: () => [service('teller', { context: saving }), service('vault', { context: saving })],
      promises: ({ live }) => [promise.figure(total.contexts(live), { in: live, is })],
    })
    const [found] = verdictsOf(figure, world)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found?.because[0]?.says.rows, [
      ['lending', 'checkout'],
      ['saving', 'teller, vault'],
    ])
  })
