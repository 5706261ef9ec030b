import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  blueGreen,
  canary,
  cluster,
  environment,
  PlatformProblems,
  planned,
  platform,
  postgres,
  promise,
  redis,
  rollout,
  service,
  statedIn,
  undecided,
} from '../index.ts'
import { componentsOf } from './derive.ts'
import type { Platform } from './model.ts'
import { environmentsOf } from './resolve.ts'
import { isDecided, worldsOf } from './worlds.ts'

const says = statedIn('The shop')
const east = cluster('east', { kubernetes: '1.33', nodes: [] })
const west = cluster('west', { kubernetes: '1.34', nodes: [] })
const db = postgres('orders-db', { members: undecided('members', 1, 2), replication: 'none' })
const store = undecided('sessions', postgres('session-db'), redis('session-cache'))
const checkout = service('checkout', { calls: [db, store], image: undecided('image', 'a', 'b') })

function shop(): Platform {
  const live = environment('live', {
    on: undecided('cluster', east, west),
    namespace: 'shop',
    runs: [checkout, db, store],
  })
  return platform('shop', { environments: [live], promises: [promise.fits({ in: live })] })
}

test('worlds: each choice in each way, named, last name fastest', () => {
  const { worlds, tooMany } = worldsOf(shop())
  assert.equal(worlds.length, 16)
  assert.equal(tooMany, undefined)
  assert.equal(worlds[0]?.name, 'cluster=east, image=a, members=1, sessions=session-db')
  assert.equal(worlds[1]?.name, 'cluster=east, image=a, members=1, sessions=session-cache')
  assert.equal(worlds[15]?.name, 'cluster=west, image=b, members=2, sessions=session-cache')
})

test('worlds: none has doubt, and all agree within themselves', () => {
  for (const { name, platform: decided } of worldsOf(shop()).worlds) {
    assert.ok(isDecided(decided), name)
    const [live] = environmentsOf(decided)
    assert.ok(live)
    const runs = componentsOf(live)
    const callee = runs.find((component) => component.name === 'checkout')?.options.calls as readonly {
      name: string
      options: object
    }[]
    assert.deepEqual(
      callee[0],
      runs.find((component) => component.name === 'orders-db'),
    )
    assert.ok(name.includes(`members=${callee[0]?.options && Reflect.get(callee[0].options, 'members')}`))
    assert.ok(name.includes(`sessions=${callee[1]?.name}`))
    const [fits] = decided.promises
    assert.ok(fits?.is === 'promise' && fits.in === live)
  }
})

test('worlds: a platform without doubt is its only world, the very same value', () => {
  const sure = platform('shop', { environments: [environment('live', { on: east, namespace: 'shop' })] })
  const { worlds } = worldsOf(sure)
  assert.equal(worlds.length, 1)
  assert.equal(worlds[0]?.name, '')
  assert.equal(worlds[0]?.platform, sure)
})

test('worlds: one name is one choice, wherever it stands', () => {
  const zone = () => undecided('zone', 'a', 'b')
  const runs = [service('one', { image: zone() }), service('two', { image: zone() })]
  const { worlds } = worldsOf(
    platform('shop', { environments: [environment('live', { on: east, namespace: 'shop', runs })] }),
  )
  assert.deepEqual(
    worlds.map(({ name }) => name),
    ['zone=a', 'zone=b'],
  )
})

test('worlds: what is planned stands beside, decided as the rest is', () => {
  const shared = cluster('shared', { kubernetes: '1.33', nodes: [] })
  const here = environment('here', { on: shared, namespace: 'here' })
  const later = planned(
    environment('later', { on: shared, namespace: undecided('where', 'later-a', 'later-b') as 'later-a' }),
  )
  const { worlds } = worldsOf(platform('shop', { environments: [here, later] }))
  assert.deepEqual(
    worlds.map((world) => [world.name, world.planned.map(({ namespace }) => namespace)]),
    [
      ['where=later-a', ['later-a']],
      ['where=later-b', ['later-b']],
    ],
  )
})

test('worlds: what is planned is absent', () => {
  const live = environment('live', {
    on: east,
    namespace: 'shop',
    runs: [planned(postgres('later'), { due: '2027-03-31' })],
  })
  const later = planned(environment('later', { on: east, namespace: 'later' }))
  const { worlds } = worldsOf(
    platform('shop', { environments: [live, later], promises: [planned(promise.fits({ in: live }))] }),
  )
  assert.equal(worlds.length, 1)
  assert.equal(worlds[0]?.platform.environments.length, 1)
  assert.deepEqual(worlds[0]?.platform.promises, [])
  assert.deepEqual(environmentsOf(worlds[0]?.platform as Platform)[0]?.runs, [])
})

test('worlds: more than 1,024 are said, and counted', () => {
  const runs = Array.from({ length: 11 }, (_, index) =>
    service(`s${index}`, { image: undecided(`i${index}`, 'a', 'b') }),
  )
  const many = platform('shop', { environments: [environment('live', { on: east, namespace: 'shop', runs })] })
  const { worlds, tooMany } = worldsOf(many)
  assert.equal(worlds.length, 1024)
  assert.match(tooMany ?? '', /^open choices make 2048 worlds, more than 1024 are not judged: i0 \(2\), i1 \(2\), i10/)
  assert.equal(worldsOf(many, [runs[3] as object]).worlds.length, 2)
})

test('worlds: a choice that would be wrong is told', () => {
  const wrong = postgres('orders-db', { volume: { size: undecided('size', '1Gi', '1 Gi') } })
  const make = () =>
    platform('shop', { environments: [environment('live', { on: east, namespace: 'shop', runs: [wrong] })] })
  assert.throws(make, (error) => error instanceof PlatformProblems && /volume.size: found '1 Gi'/.test(error.message))
})

test('worlds: what only one choice breaks is told', () => {
  const members = postgres('orders-db', { members: undecided('members', 1, 3) })
  const make = () =>
    platform('shop', { environments: [environment('live', { on: east, namespace: 'shop', runs: [members] })] })
  assert.throws(
    make,
    (error) => error instanceof PlatformProblems && /replication: found nothing, with 3 members/.test(error.message),
  )
})

test('worlds: where a choice is said to be open can be cited, and is no choice itself', () => {
  const open = { is: 'undecided', name: 'image', options: ['a', 'b'], stated: says('3.1', 136) }
  const image = undecided('image', 'a', 'b', says('3.1', 136))
  assert.deepEqual({ ...(image as unknown as object) }, open)
  const runs = [service('one', { image })]
  const { worlds } = worldsOf(
    platform('shop', { environments: [environment('live', { on: east, namespace: 'shop', runs })] }),
  )
  assert.deepEqual(
    worlds.map(({ name }) => name),
    ['image=a', 'image=b'],
  )
})

test('worlds: citations alone are choices among them', () => {
  const stated = undecided('lines', says('1', 2), says('1', 3))
  const made = platform('shop', { environments: [environment('live', { on: east, namespace: 'shop', stated })] })
  assert.equal(worldsOf(made).worlds.length, 2)
})

for (const [name, sessions, labels] of [
  ['by kind', [postgres('kept'), redis('kept')], ['postgres kept', 'redis kept']],
  [
    'by an option',
    [redis('kept', { memory: '1Gi' }), redis('kept', { memory: '2Gi' })],
    ['kept memory 1Gi', 'kept memory 2Gi'],
  ],
  ['by number', [redis('kept'), redis('kept')], ['kept (choice 1)', 'kept (choice 2)']],
] as const)
  test(`worlds: two of one name are told apart ${name}`, () => {
    const live = environment('live', { on: east, namespace: 'shop', runs: [undecided('sessions', ...sessions)] })
    const { worlds } = worldsOf(platform('shop', { environments: [live] }))
    assert.deepEqual(worlds[0]?.open, [{ name: 'sessions', labels }])
  })

test('worlds: a strategy has no name, and is called by its kind', () => {
  const web = service('web')
  const live = environment('live', { on: east, namespace: 'shop', runs: [web] })
  const by = undecided('how', blueGreen(), canary())
  const { worlds } = worldsOf(platform('shop', { environments: [live], rollouts: [rollout('web', { of: [web], by })] }))
  assert.deepEqual(
    worlds.map(({ name }) => name),
    ['how=blue-green', 'how=canary'],
  )
})
