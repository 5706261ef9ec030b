import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster, environment, flow, ledger, planned, postgres, type Scaling, service, sized } from '../index.ts'
import { atOf } from './at.ts'
import type { Component } from './component.ts'
import { componentIn, componentsOf, flowsOf, originOf } from './derive.ts'
import type { Environment, PortRef } from './model.ts'

const east = cluster('east', { kubernetes: '1.33', nodes: [] })
const db = postgres('orders-db', { members: 3, replication: 'none', requests: { cpu: 1, memory: '2Gi' } })
const chain = ledger('chain', { peers: { names: ['p0'], port: 7051 } })
const testChain = ledger('test-chain', { peers: { names: ['t0'], port: 7051 } })
const orders = service('orders', { listens: { http: 80 }, calls: [db, chain.port('peer')], replicas: 2 })
const checkout = service('checkout', { calls: [orders.port('http')] })
const base = { on: east, namespace: 'shop' }
const live = environment('live', {
  ...base,
  runs: [checkout, orders, db],
  flows: [flow(db, orders)],
  quota: { pods: 10 },
  limits: { max: { cpu: 1 } },
})

function like(more: Partial<Parameters<typeof environment>[1]>): Environment {
  return environment('test', { ...base, namespace: 'shop-test', like: live, ...more })
}

/** `orders(2) → orders-db(3), chain.peer` for each component. */
function words(environment: Environment): readonly string[] {
  return componentsOf(environment).map((component) => {
    const calls = (component.options.calls ?? []) as readonly (Component | PortRef)[]
    const targets = calls.map((to) => (to.is === 'port' ? `${sizeOf(to.component)}.${to.port}` : sizeOf(to)))
    return [sizeOf(component), ...targets].join(' → ')
  })
}

function sizeOf({ name, options }: Component): string {
  const count = options.members ?? options.replicas
  return count === undefined ? name : `${name}(${count})`
}

const rows: [name: string, environment: Environment, runs: readonly string[]][] = [
  ['what it runs', live, ['checkout → orders(2).http', 'orders(2) → orders-db(3) → chain.peer', 'orders-db(3)']],
  ['like another', like({}), ['checkout → orders(2).http', 'orders(2) → orders-db(3) → chain.peer', 'orders-db(3)']],
  ['without one', like({ without: [checkout] }), ['orders(2) → orders-db(3) → chain.peer', 'orders-db(3)']],
  [
    'a size reaches those who call it',
    like({ sized: [sized(db, { members: 1 })] }),
    ['checkout → orders(2).http', 'orders(2) → orders-db(1) → chain.peer', 'orders-db(1)'],
  ],
  [
    'another in its place, also in calls to what runs elsewhere',
    like({ instead: [[chain, testChain]] }),
    ['checkout → orders(2).http', 'orders(2) → orders-db(3) → test-chain.peer', 'orders-db(3)'],
  ],
  [
    'another in its place, with its own size',
    like({ instead: [[db, postgres('small-db')]], sized: [sized(postgres('small-db'), { members: 0 })] }),
    ['checkout → orders(2).http', 'orders(2) → small-db(0) → chain.peer', 'small-db(0)'],
  ],
  ['what is planned is absent', like({ runs: [planned(chain)] }), words(live)],
  [
    'a size in what it is like, then its own',
    environment('third', {
      ...base,
      like: like({ sized: [sized(db, { members: 1 })] }),
      sized: [sized(orders, { replicas: 1 })],
    }),
    ['checkout → orders(1).http', 'orders(1) → orders-db(1) → chain.peer', 'orders-db(1)'],
  ],
  [
    'a size takes an option away',
    like({ sized: [sized(orders, { calls: undefined, replicas: undefined })] }),
    ['checkout → orders.http', 'orders', 'orders-db(3)'],
  ],
]

for (const [name, environment, runs] of rows) {
  test(`derive: ${name}`, () => assert.deepEqual(words(environment), runs))
}

test('derive: whole options are replaced, nothing is merged deep', () => {
  const small = like({ sized: [sized(db, { requests: { cpu: '100m' } })] })
  assert.deepEqual(componentIn(small, db)?.options.requests, { cpu: '100m' })
  assert.equal(componentIn(small, db)?.options.members, 3)
})

test('derive: quota, limits, manifests and namespace are never inherited', () => {
  const { quota, limits, includes, namespace } = like({})
  assert.deepEqual(
    { quota, limits, includes, namespace },
    { quota: undefined, limits: undefined, includes: [], namespace: 'shop-test' },
  )
})

test('derive: flows are inherited, between components as they are there, and end with whoever is left out', () => {
  const ends = flowsOf(like({ sized: [sized(orders, { replicas: 1 })] })).map(({ from, to }) => [from.name, to])
  assert.deepEqual(ends, [['orders-db', componentIn(like({ sized: [sized(orders, { replicas: 1 })] }), orders)]])
  assert.deepEqual(flowsOf(like({ without: [db] })), [])
})

test('derive: a resized option has the place of the call that resized it', () => {
  const size = sized(db, { members: 1 })
  const small = componentIn(like({ sized: [size] }), db)
  assert.ok(small)
  assert.equal(originOf(small, 'members'), size)
  assert.equal(originOf(small, 'requests'), small)
  assert.deepEqual(atOf(small), atOf(db))
})

test('derive: something in front of what it stands instead of does not call itself for ever', () => {
  const front = postgres('front-db', { calls: [db] })
  assert.deepEqual(
    componentsOf(like({ instead: [[db, front]] })).map(({ name }) => name),
    ['checkout', 'front-db', 'orders'],
  )
})

const growing = service('growing', { listens: 8080, scales: { from: 3, to: 12, on: [{ cpu: '70%' }] } })
const both = service('both', { listens: 8080, replicas: 5, scales: { from: 3, to: 12, on: [{ cpu: '70%' }] } })
const whole = environment('whole', { ...base, runs: [growing, both, orders] })
const stands: [share: `${number}%`, fewest: readonly string[]][] = [
  ['100%', ['both 5, 3 to 12', 'growing 3 to 12', 'orders 2']],
  ['50%', ['both 3, 2 to 12', 'growing 2 to 12', 'orders 1']],
  ['10%', ['both 1, 1 to 12', 'growing 1 to 12', 'orders 1']],
]

for (const [standbyAt, fewest] of stands)
  test(`componentsOf: of a standby at ${standbyAt} the fewest of an autoscaler too`, () => {
    const spare = environment('spare', { ...base, namespace: 'spare', like: whole, standbyOf: whole, standbyAt })
    const said = componentsOf(spare).map(({ name, options: { replicas, scales } }) => {
      const { from, to } = (scales ?? {}) as Scaling
      return `${name} ${[replicas, from && `${from} to ${to}`].filter(Boolean).join(', ')}`
    })
    assert.deepEqual(
      said.filter((one) => !one.startsWith('orders-db')),
      fewest,
    )
  })
