// What the editor says before anything runs: each line marked as an error is one for the type checker.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { environment, gateway, ledger, postgres, service, sized, undecided } from '../../index.ts'
import type { Cluster } from '../model.ts'

const orders = service('orders', { listens: { http: 80, metrics: 9090 } })
const front = gateway('front', { listens: 8080 })
const db = postgres('orders-db')
const chain = ledger('chain', { peers: { names: ['p0'], port: 7051 } })

export const slips = (on: Cluster) => [
  orders.port('http'),
  front.port('main'),
  db.port('postgres'),
  chain.port('peer'),
  sized(db, { members: 1, volume: { size: '1Gi' } }),
  sized(orders, { replicas: 1, budget: undefined }),
  postgres('a', { members: undecided('members', 1, 3), volume: { size: undecided('size', '1Gi', '2Gi') } }),
  environment('live', { on, namespace: 'shop', quota: { 'requests.cpu': 16, pods: 50 } }),

  // @ts-expect-error no such port
  orders.port('htp'),
  // @ts-expect-error a single port is called main
  front.port('http'),
  // @ts-expect-error a ledger's ports are its roles
  chain.port('http'),
  // @ts-expect-error a store has members, not replicas
  sized(db, { replicas: 1 }),
  // @ts-expect-error a service has replicas, not members
  sized(orders, { members: 1 }),
  // @ts-expect-error no such option
  service('a', { lissens: 80 }),
  // @ts-expect-error no such unit
  postgres('a', { volume: { size: '100GB' } }),
  // @ts-expect-error no such unit
  postgres('a', { backups: [{ by: 'dump', every: '6 hours', to: { is: 'outside', name: 'b' } }] }),
  // @ts-expect-error who makes a survivor the primary must be said
  postgres('a', { replication: { mode: 'asynchronous' } }),
  // @ts-expect-error an environment stands on a cluster
  environment('live', { namespace: 'shop' }),
  // @ts-expect-error a quota counts what Kubernetes counts
  environment('live', { on, namespace: 'shop', quota: { cpus: 16 } }),
]

test('types: a port keeps its name', () => {
  assert.deepEqual([orders.port('http').port, front.port('main').port], ['http', 'main'])
})
