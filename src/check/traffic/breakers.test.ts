import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { type CallOptions, call } from '../../platform/language/call.ts'
import { mesh } from '../../platform/language/mesh.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { asksAgain } from './asks-again.ts'
import { breakers } from './breakers.ts'

const bank = external('bank', { listens: { https: 443 } })

const paying = (
  options: CallOptions,
  promises: (live: Environment) => readonly PlatformPromise[],
  live: ShopOptions['live'] = {},
): ShopOptions => ({
  orders: { calls: [call(bank, options)] },
  more: () => [bank],
  live,
  promises: (shop) => promises(shop.live),
})
const often = (live: Environment) => [promise.availability({ in: live, atLeast: '99.9%' })]
const soon = (live: Environment) => [promise.recovers(live, { within: '10m' })]

const rows: [name: string, options: ShopOptions, verdict: string | undefined, ...says: readonly string[]][] = [
  [
    'some openings fit',
    paying({ breaker: { failures: 10, for: '5m' } }, often),
    'kept',
    'orders → bank: 10 failures in a row, and nobody gets through for 5m: 99.9% leaves 43m12s in 30d, 8 such times at most',
  ],
  [
    'one takes more than there is',
    paying({ breaker: { failures: 10, for: '1h' }, timeout: '3s' }, often),
    'broken',
    'orders → bank: 10 failures in a row (30s where each hangs), and nobody gets through for 1h: 99.9% leaves 43m12s in 30d, and one time takes 60m30s',
  ],
  [
    'asked again in time',
    paying({ breaker: { failures: 3, for: '4m' } }, soon),
    'kept',
    'live is to be back within 10m: the last time by then that it is asked again is 8m after it was shut out',
  ],
  [
    'back, and still shut out',
    paying({ breaker: { failures: 3, for: '11m' } }, soon),
    'broken',
    'live is to be back within 10m, and orders → bank once shut out is not asked again before 11m',
  ],
  ['nothing promised', paying({ breaker: { failures: 3, for: '11m' } }, () => []), undefined],
  ['no time', paying({ breaker: { failures: 3 } }, often), undefined],
  ['no breaker', paying({ timeout: '3s' }, often), undefined],
  [
    'a mesh waits longer each time',
    {
      live: { mesh: mesh('traffic', { by: 'istio', timeout: '2s', breaker: { failures: 5, for: '30s' } }) },
      promises: ({ live, orders }) => [promise.recovers(orders, { in: live, within: '2m' })],
    },
    'kept',
    'orders is to be back within 2m: the last time by then that it is asked again is 90s after it was shut out, each time later than the one before',
  ],
]

for (const [name, options, verdict, ...says] of rows)
  test(`breakers: ${name}`, () => {
    const verdicts = verdictsOf(breakers, sampleWorld(options))
    const found = verdicts.find((one) => one.because.length > 0)
    assert.equal(found?.verdict, verdict)
    if (found)
      assert.deepEqual(
        linesOf(found).filter((line) => says.includes(line)),
        says,
      )
  })

const istio = { grows: 'times', mostSeconds: 300 } as const
const moments: [name: string, ...asked: Parameters<typeof asksAgain>, at: readonly number[]][] = [
  ['the same time each', 60, undefined, 200, [60, 120, 180]],
  ['longer by as much each time', 60, istio, 400, [60, 180, 360]],
  ['up to the most', 150, istio, 1100, [150, 450, 750, 1050]],
  ['the first is the most where it is longer', 400, istio, 900, [400, 800]],
  ['twice as long', 10, { grows: 'doubles', mostSeconds: 60 }, 200, [10, 30, 70, 130, 190]],
  ['never in time', 60, istio, 59, []],
]

for (const [name, seconds, shutsOut, until, at] of moments)
  test(`asked again: ${name}`, () => assert.deepEqual(asksAgain(seconds, shutsOut, until), at))
