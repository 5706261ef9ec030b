import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Platform } from '../platform/model.ts'
import type { Plans } from './plans/plans.ts'
import { remembering, rememberingLast } from './remembering.ts'
import type { View, World } from './world.ts'

const one = { estate: {}, pods: [] } as unknown as View
const alert = { name: 'down' }

/** A world with these fields of its platform, of its plans, and its views. */
function world(platform: object, plans: object = {}, views: readonly View[] = [one]): World {
  const none = new Set<string>()
  return {
    platform: platform as Platform,
    plans: plans as Plans,
    promises: [],
    views,
    asOf: '2026-11-21',
    denied: none,
  }
}

const rows: [says: string, reads: (world: World) => unknown, first: World, second: World, asked: number][] = [
  [
    'what it does not read may differ',
    ({ platform }) => platform?.alerts,
    world({ alerts: [alert], title: 'a' }),
    world({ alerts: [alert], title: 'b' }),
    1,
  ],
  [
    'lists are alike by their items',
    ({ platform }) => platform?.alerts.length,
    world({ alerts: [alert] }),
    world({ alerts: [{ ...alert }] }),
    2,
  ],
  [
    'a longer list is another',
    ({ platform }) => platform?.alerts,
    world({ alerts: [alert] }),
    world({ alerts: [alert, alert] }),
    2,
  ],
  ['what is there in one alone', ({ plans }) => plans?.document, world({}), world({}, { document: alert }), 2],
  [
    'whether it is there at all',
    ({ plans }) => 'document' in (plans ?? {}),
    world({}),
    world({}, { document: alert }),
    2,
  ],
  ['all of it at once', ({ platform }) => ({ ...platform }), world({ title: 'a' }), world({ title: 'b' }), 2],
  [
    'the same views',
    ({ views }) => views.length,
    world({ title: 'a' }, {}, [one]),
    world({ title: 'b' }, {}, [one]),
    1,
  ],
  ['other views', ({ views }) => views.length, world({}, {}, [one]), world({}, {}, [{ ...one }]), 2],
  [
    'what is read only because of what was read before',
    ({ platform }) => platform?.title === 'a' && platform.alerts,
    world({ title: 'b', alerts: [] }),
    world({ title: 'b', alerts: [alert] }),
    1,
  ],
]

for (const [says, reads, first, second, asked] of rows) {
  test(`worlds: ${says}: worked out ${asked === 1 ? 'once' : 'twice'}`, () => {
    let times = 0
    const answer = remembering((world) => {
      times++
      return [reads(world)]
    })
    const [before, after] = [answer(first, true), answer(second, true)]
    assert.equal(times, asked)
    assert.equal(before === after, asked === 1)
    assert.equal(answer(first, true), before)
    assert.equal(answer(second, false), after)
    assert.deepEqual(after, [reads(second)])
  })
}

test('worlds: what is not kept is found among what was, and not later', () => {
  let times = 0
  const answer = remembering(({ platform }) => {
    times++
    return platform?.alerts.length
  })
  const [kept, other] = [world({ alerts: [alert] }), world({ alerts: [] })]
  const answers = [answer(kept, true), answer(kept, false), answer(other, false), answer(other, false)]
  assert.deepEqual([answers, times], [[1, 1, 0, 0], 3])
})

test('worlds: of the last world alone: asked again only where what was read of it differs', () => {
  let times = 0
  const answer = rememberingLast(({ platform }) => {
    times++
    return platform?.alerts
  })
  const alerts = [alert]
  const worlds = [
    world({ alerts, title: 'a' }),
    world({ alerts, title: 'b' }),
    world({ alerts: [] }),
    world({ alerts }),
  ]
  const counts = worlds.map((one) => {
    const is = answer(one)
    assert.equal(is, one.platform?.alerts)
    return times
  })
  assert.deepEqual(counts, [1, 1, 2, 3])
})
