import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  client,
  cluster,
  external,
  gateway,
  job,
  ledger,
  outside,
  postgres,
  redis,
  service,
  volumeIn,
  worker,
} from '../index.ts'
import { NOUNS } from './component/nouns.ts'
import { scheduleOf } from './component/schedule.ts'
import type { Component, Traits } from './component.ts'
import type { Cadence } from './model.ts'
import { traitsOf } from './traits.ts'

const east = cluster('east', { kubernetes: '1.33', nodes: [] })

function runs({ runs }: Traits): readonly string[] {
  return runs.map(({ controller, name, replicas, ports, schedule }) =>
    [
      `${controller} ${name} ${replicas}`,
      ...ports.map((port) => `${port.name}:${port.port}/${port.protocol}`),
      schedule,
    ]
      .filter(Boolean)
      .join(' '),
  )
}

function serves({ serves }: Traits): readonly string[] {
  return serves.map(({ name, of, headless, role, ports }) =>
    [name, '→', of, headless && 'headless', role && `as ${role}`, ports.join(',')].filter(Boolean).join(' '),
  )
}

const rows: [component: Component, runs: readonly string[], serves: readonly string[]][] = [
  [service('orders'), ['Deployment orders 1'], []],
  [service('orders', { listens: 80 }), ['Deployment orders 1 main:80/TCP'], ['orders → orders main']],
  [
    service('orders', { listens: { http: 80, dns: { port: 53, protocol: 'UDP' } }, replicas: 3, names: ['a', 'b'] }),
    ['Deployment orders 3 http:80/TCP dns:53/UDP'],
    ['a → orders http,dns', 'b → orders http,dns'],
  ],
  [gateway('front', { listens: 8080, replicas: 0 }), ['Deployment front 0 main:8080/TCP'], ['front → front main']],
  [worker('mailer', { replicas: 2 }), ['Deployment mailer 2'], []],
  [job('close', { schedule: '0 2 * * *' }), ['CronJob close 1 0 2 * * *'], []],
  [job('close', { every: '6h' }), ['CronJob close 1 0 */6 * * *'], []],
  [client('till'), ['outside till 0'], []],
  [external('mail', { listens: { smtp: 587 } }), ['outside mail 0 smtp:587/TCP'], []],
  [postgres('db'), ['StatefulSet db 1 postgres:5432/TCP'], ['db → db postgres']],
  [
    postgres('db', {
      members: 3,
      replication: 'none',
      port: 6000,
      names: { 'db-rw': 'primary', 'db-ro': { role: 'replica' } },
      headless: 'db-all',
    }),
    ['StatefulSet db 3 postgres:6000/TCP'],
    ['db-rw → db as primary postgres', 'db-ro → db as replica postgres', 'db-all → db headless postgres'],
  ],
  [
    redis('cache', { backups: [{ by: 'BGSAVE', every: '6h', to: volumeIn(east, '20Gi') }] }),
    ['StatefulSet cache 1 redis:6379/TCP', 'CronJob cache-backup 1 0 */6 * * *'],
    ['cache → cache redis'],
  ],
  [
    redis('cache', { backups: [{ by: 'BGSAVE', every: '6h', to: outside('bucket') }] }),
    ['StatefulSet cache 1 redis:6379/TCP'],
    ['cache → cache redis'],
  ],
  [
    ledger('chain', {
      orderers: { names: ['o0', 'o1'], port: 7050, consensus: 'raft' },
      peers: { names: ['p0'], port: 7051 },
    }),
    ['StatefulSet o0 1 orderer:7050/TCP', 'StatefulSet o1 1 orderer:7050/TCP', 'StatefulSet p0 1 peer:7051/TCP'],
    ['o0 → o0 orderer', 'o1 → o1 orderer', 'p0 → p0 peer'],
  ],
]

for (const [component, running, serving] of rows) {
  test(`traits: ${component.noun} ${JSON.stringify(component.options).slice(0, 60)}`, () => {
    const traits = traitsOf(component)
    assert.deepEqual(runs(traits), running)
    assert.deepEqual(serves(traits), serving)
  })
}

test('traits: nothing protective that was not declared', () => {
  for (const make of [service, gateway, worker, postgres, redis]) {
    const [workload] = traitsOf(make('plain', {})).runs
    const { requests, limits, readiness, liveness, update, budget, security, account, starts } = workload ?? {}
    assert.deepEqual(
      [requests, limits, readiness, liveness, update, budget, security, account, starts].filter(Boolean),
      [],
    )
    assert.deepEqual(workload?.place, { require: [], prefer: [], apart: [], spread: [] })
    assert.deepEqual(workload?.labels, { app: 'plain' })
  }
})

test('traits: a store keeps, replicates and backs up what it says', () => {
  const db = postgres('db', {
    members: 2,
    replication: { mode: 'asynchronous', failover: 'manual', promotes: { from: '1m', to: '5m' } },
    volume: { size: '100Gi', class: 'fast', claim: 'pg' },
    backups: [
      {
        by: 'pg_dump',
        every: '6h',
        keep: 30,
        to: volumeIn(east, '50Gi', { class: 'slow', claim: 'copies' }),
        restores: '30m',
      },
    ],
  })
  const { keeps, replicates, backsUp, elects } = traitsOf(db)
  assert.deepEqual(keeps, [{ of: 'db', claim: 'pg', size: '100Gi', class: 'fast', mount: '/var/lib/postgresql/data' }])
  assert.deepEqual(replicates, {
    of: 'db',
    mode: 'asynchronous',
    failover: 'manual',
    promotes: { from: '1m', to: '5m' },
  })
  const to = { is: 'volume', cluster: 'east', size: '50Gi', class: 'slow', claim: 'copies' }
  assert.deepEqual(
    backsUp.map(({ to, ...rest }) => ({ ...rest, to: { ...to } })),
    [
      {
        by: 'pg_dump',
        every: '6h',
        keep: 30,
        restores: '30m',
        name: 'db-backup',
        of: 'db',
        schedule: '0 */6 * * *',
        to,
      },
    ],
  )
  assert.deepEqual(elects, [])
})

test('traits: members that decide by majority are voters', () => {
  const orderers = { names: ['o0', 'o1', 'o2'], port: 7050 }
  const voters = (consensus: 'raft' | 'none') =>
    traitsOf(ledger('chain', { orderers: { ...orderers, consensus } })).elects
  assert.deepEqual(voters('raft'), [{ name: 'chain-orderers', voters: ['o0', 'o1', 'o2'] }])
  assert.deepEqual(voters('none'), [])
})

test('traits: members that nobody names are numbered', () => {
  const traits = traitsOf(ledger('chain', { orderers: { count: 3, port: 7050, consensus: 'raft' } }))
  const names = ['chain-orderer-0', 'chain-orderer-1', 'chain-orderer-2']
  assert.deepEqual(
    traits.runs.map(({ name }) => name),
    names,
  )
  assert.deepEqual(traits.elects[0]?.voters, names)
})

test('traits: metrics by port number are metrics by port name', () => {
  const orders = service('orders', {
    listens: { http: 80, metrics: 9090 },
    metrics: { port: 9090, names: ['orders_total'] },
  })
  assert.deepEqual(traitsOf(orders).metered, { port: 'metrics', path: '/metrics', metrics: ['orders_total'] })
})

test('traits: every noun is listed under its own word', () => {
  for (const [word, { noun }] of Object.entries(NOUNS)) assert.equal(word, noun)
})

const schedules: [every: Cadence, schedule: string | undefined][] = [
  ['1m', '* * * * *'],
  ['15m', '*/15 * * * *'],
  ['1h', '0 * * * *'],
  ['6h', '0 */6 * * *'],
  ['360m', '0 */6 * * *'],
  ['1d', '0 0 * * *'],
  ['24h', '0 0 * * *'],
  ['7d', '0 0 * * 0'],
  ['1w', '0 0 * * 0'],
  ['day', '0 0 * * *'],
  ['7h', undefined],
  ['90m', undefined],
  ['45m', undefined],
  ['30s', undefined],
  ['2d', undefined],
  ['0h', undefined],
]

for (const [every, schedule] of schedules) {
  test(`schedule: every ${every}`, () => assert.equal(scheduleOf({ every }), schedule))
}
