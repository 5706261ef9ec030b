import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cluster,
  environment,
  free,
  left,
  loss,
  minus,
  node,
  PlatformProblems,
  platform,
  postgres,
  promise,
  service,
  statedIn,
  total,
  value,
} from '../index.ts'
import { figurePlace, inPlace, measureName } from './figure-id.ts'
import type { Measure, PlatformPromise } from './model.ts'

const says = statedIn('Shop - Deployment')
const n1 = node('n1', { cpu: 4, memory: '8G' })
const east = cluster('east', { kubernetes: '1.33', nodes: [n1], pools: { front: [n1], node: [n1], all: [n1] } })
const db = postgres('orders-db')
const checkout = service('checkout', { listens: 80 })
const live = environment('live', { on: east, namespace: 'shop', runs: [checkout, db] })
const trial = environment('trial', { on: east, namespace: 'trial', like: live })

const names: [measure: Measure, place: string, name: string][] = [
  [total.storage(live, 'all'), 'live', 'storage'],
  [total.storage(live, 'data'), 'live', 'storage-of-data'],
  [total.cpu(east), 'east', 'cpu'],
  [total.cpu(east, { pool: 'front' }), 'east', 'cpu-of-front'],
  [total.cpu(east, { pool: 'node' }), 'east', 'cpu-of-node'],
  [total.cpu(east, { pool: 'all' }), 'east', 'cpu-of-all'],
  [total.pods(checkout), 'live', 'checkout-pods'],
  [left(checkout, loss.node), 'live', 'checkout-share-of-pods-left'],
  [left(checkout, loss.zone), 'live', 'checkout-share-of-pods-left-after-loss-of-a-zone'],
  [minus(value(10, says('3', 7)), total.cpuRequests(live)), 'live', 'stated-minus-cpu-requested'],
  [minus(value(10, says('3', 7)), value(9, says('3', 8))), 'platform', 'stated-minus-stated'],
]

for (const [measure, place, name] of names) {
  test(`figure id: ${place}/${name}`, () => {
    assert.equal(measureName(measure), name)
    assert.equal(figurePlace(inPlace(measure, live), undefined), place)
  })
}

const is = (measure: Measure, options: Parameters<typeof promise.fits>[0] = {}): PlatformPromise =>
  promise.figure(measure, { is: 3, ...options })

const pairs: [name: string, promises: readonly PlatformPromise[], clash: string | undefined][] = [
  ['data and copies are two', [is(total.storage(live, 'data')), is(total.storage(live, 'backups'))], undefined],
  ['two pools are two', [is(free.cpu(east)), is(free.cpu(east, { pool: 'front' }))], undefined],
  ['one measure of two places is two', [is(total.pods(live)), is(total.pods(trial))], undefined],
  ['twice is one', [is(total.pods(live)), is(total.pods(live))], 'figure/live/pods'],
  ['its place said again is no other', [is(total.pods(live)), is(total.pods(live), { in: live })], 'figure/live/pods'],
  [
    'what the place hides',
    [is(total.pods(live), { in: live }), is(total.pods(trial), { in: live })],
    'figure/live/pods',
  ],
  ['with a name they are two', [is(total.pods(live)), is(total.pods(live), { name: 'headline' })], undefined],
]

for (const [name, promises, clash] of pairs) {
  test(`figure ids: ${name}`, () => {
    const made = () => platform('shop', { environments: [live, trial], promises })
    if (clash === undefined) return void made()
    assert.throws(
      made,
      (error) => error instanceof PlatformProblems && error.problems[0]?.found === `a second promise on ${clash}`,
    )
  })
}
