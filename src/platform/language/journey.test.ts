import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  client,
  cluster,
  environment,
  journey,
  PlatformProblems,
  platform,
  postgres,
  promise,
  service,
  undecided,
} from '../../index.ts'
import type { Environment, Journey } from '../model.ts'
import { worldsOf } from '../worlds.ts'

const east = cluster('east', { kubernetes: '1.33', nodes: [] })
const db = postgres('orders-db')
const checkout = service('checkout', { listens: { http: 80 }, calls: [db] })
const till = client('till', { calls: [checkout] })
const gone = service('gone', { listens: 80 })
const live = environment('live', { on: east, namespace: 'shop', runs: [checkout, db] })
const trial = environment('trial', { on: east, namespace: 'trial', runs: [service('audit')] })

const rows: [name: string, path: unknown, where: Environment, said: readonly string[]][] = [
  ['from outside, through a port, to a store', [till, checkout.port('http'), db], live, []],
  ['through what runs elsewhere', [checkout, db], trial, []],
  ['a step that runs nowhere', [checkout, gone], live, ['journey buying: path[1]']],
  ['a port that nobody has', [till, checkout.port('htp' as 'http')], live, ['journey buying: path[1]']],
  ['one step is no path', [checkout], live, ['journey buying: path']],
  ['a text is no step', [checkout, 'orders-db'], live, ['journey buying: path[1]']],
]

for (const [name, path, where, said] of rows) {
  test(`journey: ${name}`, () => {
    const buying = journey('buying', { path: path as Journey['path'] })
    assert.deepEqual(problems([promise.carries(buying, { in: where })]), said)
  })
}

test('journey: promised twice in one place, it needs a name', () => {
  const buying = journey('buying', { path: [till, checkout] })
  const twice = [promise.carries(buying, { in: live }), promise.carries(buying, { in: live })]
  assert.deepEqual(problems(twice), ['promise.carries: name'])
  assert.deepEqual(problems([promise.carries(buying, { in: live }), promise.carries(buying, { in: trial })]), [])
})

test('journey: an open step is decided in each world', () => {
  const buying = journey('buying', { path: [till, checkout, undecided('store', db, gone)] })
  const shop = environment('live', { on: east, namespace: 'shop', runs: [checkout, db, gone] })
  const made = platform('shop', { environments: [shop], promises: [promise.carries(buying, { in: shop })] })
  const ends = worldsOf(made).worlds.map(({ platform: chosen }) => {
    const [promised] = chosen.promises
    const last = promised?.is === 'promise' && promised.kind === 'carries' ? promised.journey.path.at(-1) : undefined
    return last?.is === 'component' ? last.name : undefined
  })
  assert.deepEqual(ends, ['orders-db', 'gone'])
})

function problems(promises: readonly ReturnType<typeof promise.carries>[]): readonly string[] {
  try {
    platform('shop', { environments: [live, trial], promises })
    return []
  } catch (error) {
    if (error instanceof PlatformProblems) return error.problems.map(({ of, path }) => `${of}: ${path}`)
    throw error
  }
}
