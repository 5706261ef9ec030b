import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { gateway } from '../../platform/component/gateway.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { service } from '../../platform/component/service.ts'
import type { Component } from '../../platform/component.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { flow } from '../../platform/language/flow.ts'
import { managed } from '../../platform/language/managed.ts'
import { segment } from '../../platform/language/network.ts'
import { node } from '../../platform/language/node.ts'
import { sized } from '../../platform/language/sized.ts'
import type { Environment, PortRef } from '../../platform/model.ts'
import type { CallTarget } from '../estate.ts'
import { membersOf } from '../lower/members.ts'
import { factsOf } from './facts.ts'

const east = cluster('east', { kubernetes: '1.33', nodes: [node('n1', { cpu: 4, memory: '16G' })] })
const west = cluster('west', { kubernetes: '1.33', nodes: [] })

const orders = service('orders', { listens: { http: 80, metrics: 9090 }, metrics: { port: 'metrics' } })
const others = service('orders', { listens: { http: 81 } })
const plain = service('plain', { listens: 8080, names: ['plain-a', 'plain-b'], headless: 'plain-all' })
const meter = service('meter', { listens: { metrics: 9090 }, metrics: { port: 'metrics' } })
const silent = service('silent')
const db = postgres('db', { names: { 'db-main': 'primary' }, headless: 'db-all' })
const bank = external('bank')
const data = segment('data', { cidr: '10.0.128.0/20' })
const vault = postgres('vault', { managedBy: managed('rds'), in: data })
const inTwo = external('in-two', { in: [data, segment('more', { cidr: '10.0.80.0/20' })] })
const lost = service('lost', { listens: 80 })

const live = environment('live', { on: east, namespace: 'live', runs: [orders, plain, meter, silent, db] })
const trial = environment('trial', { on: east, namespace: 'trial', like: live })
const apart = environment('apart', { on: east, namespace: 'apart', runs: [others] })
const far = environment('far', { on: west, namespace: 'far', runs: [service('abroad', { listens: 80 })] })
const abroad = service('abroad', { listens: 80 })

type Target = Component | PortRef

const rows: [name: string, calls: Target, to: string, where?: Partial<Environment>][] = [
  ['a component: every port but that of its metrics', orders, 'orders.live:80/TCP by orders'],
  ['one port, though it is that of the metrics', orders.port('metrics'), 'orders.live:9090/TCP by orders'],
  ['a component with metrics only', meter, 'meter.live:9090/TCP by meter'],
  ['several names: the first', plain, 'plain.live:8080/TCP by plain-a'],
  ['a name with a role before the pods themselves', db, 'db.live:5432/TCP by db-main'],
  ['two components of one name: the one that is meant', others, 'orders.apart:81/TCP by orders'],
  ['what is outside', bank, 'outside bank'],
  ['what is outside, in a segment that has addresses', vault, 'outside vault 5432 at 10.0.128.0/20'],
  ['what stands outside, in two', inTwo, 'outside in-two'],
  ['what stands in another cluster', abroad, 'outside abroad'],
  ['what stands nowhere', lost, 'absent lost'],
  ['a port of what stands nowhere', lost.port('main'), 'absent lost main'],
  ['what answers on no port', silent, 'absent silent'],
  [
    'a shared place calls all who have it',
    plain,
    'plain.live:8080/TCP by plain-a, plain.trial:8080/TCP by plain-a',
    { purpose: 'shared' },
  ],
]

for (const [name, target, to, where] of rows) {
  test(`calls: ${name}`, () => {
    const caller = service('caller', { calls: [target] })
    const { purpose } = where ?? {}
    const here = environment('here', { on: east, namespace: 'here', runs: [caller], purpose })
    assert.equal(callsOf(here, [live, trial, apart, far]).join(', '), to)
  })
}

test('calls: within an environment a component of that name is meant', () => {
  const caller = service('caller', { calls: [orders] })
  const here = environment('here', { on: east, namespace: 'here', runs: [caller, others] })
  assert.deepEqual(callsOf(here, [live]), ['orders.here:81/TCP by orders'])
})

test('calls: what stands in place of another is called instead', () => {
  const caller = service('caller', { calls: [orders] })
  const base = environment('base', { on: east, namespace: 'base', runs: [caller, orders] })
  const here = environment('here', { on: east, namespace: 'here', like: base, instead: [[orders, plain]] })
  assert.deepEqual(callsOf(here, [base, live]), ['plain.here:8080/TCP by plain-a'])
})

test('calls: what is outside stands in another segment here', () => {
  const caller = service('caller', { calls: [vault] })
  const base = environment('base', { on: east, namespace: 'base', runs: [caller, vault] })
  const there = segment('data', { cidr: '10.1.128.0/20' })
  const sizes = [sized(vault, { in: there })]
  const here = environment('here', { on: east, namespace: 'here', like: base, sized: sizes })
  assert.deepEqual(callsOf(here, [base]), ['outside vault 5432 at 10.1.128.0/20'])
})

test('calls: a flow says what a component cannot', () => {
  const first = service('first', { listens: 1 })
  const second = service('second', { listens: 2, calls: [first] })
  const flows = [flow(first, second.port('main'))]
  const here = environment('here', { on: east, namespace: 'here', runs: [first, second], flows })
  assert.deepEqual(callsOf(here, []), ['second.here:2/TCP by second', 'first.here:1/TCP by first'])
})

function callsOf(here: Environment, others: readonly Environment[]): string[] {
  const members = membersOf(here, () => undefined)
  const all = [...members, ...others.flatMap((other) => membersOf(other, () => undefined))]
  return factsOf(members, all, { objects: [], facts: [] }).flatMap((fact) =>
    fact.trait === 'calls' ? [targetText(fact.to)] : [],
  )
}

function targetText(to: CallTarget): string {
  if (to.is !== 'workload') {
    const at = 'address' in to && to.address ? [`at ${to.address}`] : []
    return [to.is, to.name, ...('port' in to && to.port ? [to.port] : []), ...at].join(' ')
  }
  const [, namespace, name] = to.workload.split('/')
  return `${name}.${namespace}:${to.port}/${to.protocol} by ${to.service?.split('/')[2]}`
}

for (const [name, cidr, expected] of [
  ['in a segment that has addresses', '203.0.113.0/24', 'outside front 8443 at 203.0.113.0/24'],
  ['nobody says where', undefined, 'outside front'],
] as const)
  test(`calls: pods of another cluster, ${name}`, () => {
    const front = gateway('front', { listens: 8443, in: segment('edge', { ...(cidr && { cidr }) }) })
    const here = environment('here', { on: east, namespace: 'here', runs: [service('caller', { calls: [front] })] })
    const west = cluster('west', { kubernetes: '1.34', nodes: [] })
    const there = environment('there', { on: west, namespace: 'there', runs: [front] })
    assert.deepEqual(callsOf(here, [there]), [expected])
  })
