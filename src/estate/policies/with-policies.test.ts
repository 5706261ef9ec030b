// What an environment says of policies becomes these objects, and nothing else does.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client } from '../../platform/component/client.ts'
import { external } from '../../platform/component/external.ts'
import { ledger } from '../../platform/component/ledger.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { service } from '../../platform/component/service.ts'
import { type ClusterOptions, cluster } from '../../platform/language/cluster.ts'
import { type EnvironmentOptions, environment } from '../../platform/language/environment.ts'
import { node } from '../../platform/language/node.ts'
import { volumeIn } from '../../platform/language/place.ts'
import { platform } from '../../platform/language/platform.ts'
import { role } from '../../platform/language/role.ts'
import type { Policies } from '../../platform/model.ts'
import { lower } from '../lower.ts'

const all = { defaultDeny: true, dns: true, calls: true }
const db = postgres('db', {})
const orders = service('orders', { listens: { http: 80, metrics: 9090 }, metrics: { port: 'metrics' }, calls: [db] })

function policiesOf(
  options: Partial<EnvironmentOptions>,
  more: { cluster?: Partial<ClusterOptions>; beside?: Partial<EnvironmentOptions> } = {},
): { readonly [policy: string]: object } {
  const nodes = [node('n1', { cpu: 4, memory: '16Gi' })]
  const east = cluster('east', { kubernetes: '1.34', nodes, cni: { enforcesPolicy: true }, ...more.cluster })
  const beside = environment('beside', { on: east, namespace: 'beside', ...more.beside })
  const live = environment('live', { on: east, namespace: 'live', runs: [orders, db], ...options })
  const [estate] = lower(platform('sample', { environments: [live, beside] }))
  const found = estate?.objects.filter(({ manifest }) => manifest.kind === 'NetworkPolicy') ?? []
  return Object.fromEntries(found.map(({ ref, manifest }) => [ref.slice('NetworkPolicy/'.length), manifest.spec ?? {}]))
}

const rows: readonly [name: string, policies: Policies | undefined, names: readonly string[]][] = [
  ['none by kindness', undefined, []],
  ['none of what is not said', {}, []],
  ['default deny alone', { defaultDeny: true }, ['live/default-deny']],
  ['DNS alone', { dns: true }, ['live/allow-dns']],
  ['one for each workload that calls or is called', { calls: true }, ['live/db', 'live/orders']],
  [
    'one for each namespace that is let out to, whether it is there or not',
    { egressTo: ['nowhere', 'beside'] },
    ['live/allow-egress-to-beside', 'live/allow-egress-to-nowhere'],
  ],
]

for (const [name, policies, names] of rows) {
  test(`policies: ${name}`, () => assert.deepEqual(Object.keys(policiesOf(policies ? { policies } : {})), names))
}

test('policies: default deny isolates every pod both ways and lets nothing through', () => {
  assert.deepEqual(policiesOf({ policies: { defaultDeny: true } })['live/default-deny'], {
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  })
})

test('policies: DNS is the DNS pods, over both transports', () => {
  const named = { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } }
  const to = [{ namespaceSelector: named, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }]
  const ports = [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ]
  assert.deepEqual(policiesOf({ policies: { dns: true } })['live/allow-dns'], {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to, ports }],
  })
})

const tcp = (port: number) => [{ protocol: 'TCP', port }]
const app = (name: string) => ({ podSelector: { matchLabels: { app: name } } })
const across = (name: string, namespace: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  ...app(name),
})

test('policies: a call is let out at the caller and in at the called', () => {
  const found = policiesOf({ policies: { calls: true } })
  assert.deepEqual(found['live/orders'], {
    ...app('orders'),
    policyTypes: ['Egress'],
    egress: [{ to: [app('db')], ports: tcp(5432) }],
  })
  assert.deepEqual(found['live/db'], {
    ...app('db'),
    policyTypes: ['Ingress'],
    ingress: [{ from: [app('orders')], ports: tcp(5432) }],
  })
})

const till = service('till', { listens: 1, calls: [orders.port('http')] })
const collector = service('collector', { listens: 9090, calls: [orders.port('metrics')] })

test('policies: across namespaces each side names the other', () => {
  const beside = { runs: [till, collector], policies: all }
  const found = policiesOf({ policies: all }, { beside })
  assert.deepEqual((found['live/orders'] as { ingress: object }).ingress, [
    { from: [across('collector', 'beside')], ports: tcp(9090) },
    { from: [across('till', 'beside')], ports: tcp(80) },
  ])
  assert.deepEqual((found['beside/till'] as { egress: object }).egress, [
    { to: [across('orders', 'live')], ports: tcp(80) },
  ])
})

test('policies: a namespace that asks for none gets none of the other side', () => {
  const found = policiesOf({ policies: all }, { beside: { runs: [till] } })
  assert.deepEqual(
    Object.keys(found).filter((name) => name.startsWith('beside/')),
    [],
  )
})

const mail = external('mail', { listens: 587, at: '203.0.113.0/24' })
const bank = external('bank', { listens: 443 })

test('policies: outside is let out to by its block; without one nothing can be', () => {
  const sender = service('sender', { calls: [mail, bank] })
  assert.deepEqual(policiesOf({ runs: [sender], policies: { calls: true } })['live/sender'], {
    ...app('sender'),
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: { cidr: '203.0.113.0/24' } }], ports: tcp(587) }],
  })
})

test('policies: who calls from outside is let in by its block, or from anywhere where nobody says one', () => {
  const people = client('people', { calls: [orders.port('http')] })
  const hooks = external('hooks', { at: '198.51.100.7/32', calls: [orders.port('http')] })
  const ingress = (caller: typeof people | typeof hooks) =>
    (policiesOf({ runs: [orders, db, caller], policies: { calls: true } })['live/orders'] as { ingress: object })
      .ingress
  assert.deepEqual(ingress(people), [
    { from: [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }], ports: tcp(80) },
  ])
  assert.deepEqual(ingress(hooks), [{ from: [{ ipBlock: { cidr: '198.51.100.7/32' } }], ports: tcp(80) }])
})

test('policies: an account that is granted something gets to the API server', () => {
  const keeper = service('keeper', { account: 'keeper' })
  const roles = [role('keeper', { account: 'keeper', rules: [{ resources: ['pods'], verbs: ['list'] }] })]
  const api = { at: ['10.0.0.1/32', '10.0.0.2/32'], port: 6443 }
  const with_ = (more: Partial<EnvironmentOptions>) =>
    policiesOf({ runs: [keeper], policies: { calls: true }, ...more }, { cluster: { api } })
  assert.deepEqual((with_({ roles })['live/keeper'] as { egress: object }).egress, [
    { to: api.at.map((cidr) => ({ ipBlock: { cidr } })), ports: tcp(6443) },
  ])
  assert.deepEqual(with_({}), {})
})

test('policies: members of a ledger reach each other, and each peer its own database', () => {
  const notary = ledger('notary', {
    orderers: { names: ['o0', 'o1'], port: 7050, consensus: 'raft' },
    peers: { names: ['p0', 'p1'], port: 7051 },
    databases: { names: ['d0', 'd1'], port: 5984 },
  })
  const found = policiesOf({ runs: [notary], policies: { calls: true } })
  const member = (name: string) => ({ app: 'notary', 'app.kubernetes.io/instance': name })
  const far = (...names: string[]) => names.map((name) => ({ podSelector: { matchLabels: member(name) } }))
  assert.deepEqual(found['live/o0'], {
    podSelector: { matchLabels: member('o0') },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: far('o1', 'p0', 'p1'), ports: tcp(7050) }],
    egress: [{ to: far('o1'), ports: tcp(7050) }],
  })
  assert.deepEqual((found['live/p0'] as { egress: object }).egress, [
    { to: far('d0'), ports: tcp(5984) },
    { to: far('o0', 'o1'), ports: tcp(7050) },
    { to: far('p1'), ports: tcp(7051) },
  ])
})

test('policies: what takes a copy of a store is let out to it', () => {
  const nodes = [node('n1', { cpu: 4, memory: '16Gi' })]
  const east = cluster('east', { kubernetes: '1.34', nodes, storage: { disk: { bound: 'node', default: true } } })
  const kept = postgres('kept', { backups: [{ by: 'pg_dump', every: '6h', to: volumeIn(east, '10Gi') }] })
  const live = environment('live', { on: east, namespace: 'live', runs: [kept], policies: { calls: true } })
  const [estate] = lower(platform('sample', { environments: [live] }))
  const policy = estate?.objects.find(({ ref }) => ref === 'NetworkPolicy/live/kept-backup')
  assert.deepEqual((policy?.manifest.spec as { egress?: object } | undefined)?.egress, [
    { to: [app('kept')], ports: tcp(5432) },
  ])
})

test('policies: members of a store that follow each other reach each other, and others do not', () => {
  const following = { mode: 'asynchronous', failover: 'manual' } as const
  const store = (replication: 'none' | typeof following) => postgres('store', { members: 3, replication })
  const among = (replication: 'none' | typeof following) =>
    policiesOf({ runs: [store(replication)], policies: { calls: true } })['live/store']
  assert.deepEqual(among(following), {
    ...app('store'),
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [app('store')], ports: tcp(5432) }],
    egress: [{ to: [app('store')], ports: tcp(5432) }],
  })
  assert.equal(among('none'), undefined)
})
