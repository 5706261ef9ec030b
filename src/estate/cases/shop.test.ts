// A shop on one cluster: what runs live, and a trial that is like it. Every kind of object that lowering makes occurs.
// What it becomes stands in shop.objects.txt and shop.facts.txt; `node --test --test-update-snapshots` writes them again.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { printManifests } from '../../kubernetes/print.ts'
import { amend } from '../../platform/amend.ts'
import { external } from '../../platform/component/external.ts'
import { gateway } from '../../platform/component/gateway.ts'
import { job } from '../../platform/component/job.ts'
import { ledger } from '../../platform/component/ledger.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { redis } from '../../platform/component/redis.ts'
import { service } from '../../platform/component/service.ts'
import { worker } from '../../platform/component/worker.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { planned } from '../../platform/language/doubt.ts'
import { environment } from '../../platform/language/environment.ts'
import { flow } from '../../platform/language/flow.ts'
import { shown, written } from '../../platform/language/manifest.ts'
import { node } from '../../platform/language/node.ts'
import { outside, volumeIn } from '../../platform/language/place.ts'
import { platform } from '../../platform/language/platform.ts'
import { role } from '../../platform/language/role.ts'
import { sized } from '../../platform/language/sized.ts'
import { statedIn } from '../../platform/language/stated.ts'

import type { Estate, Fact, Source } from '../estate.ts'
import { lower } from '../lower.ts'

const says = statedIn('The shop')

const n1 = node('n1', {
  cpu: 8,
  memory: '32G',
  disk: '500G',
  zone: 'east',
  roles: ['control-plane'],
  taken: { cpu: '60%', stated: says('2', 14) },
})
const n2 = node('n2', {
  cpu: 8,
  memory: '32G',
  zone: 'east',
  roles: ['control-plane'],
  taken: { cpu: '12.5%', memory: '4G' },
})
const n3 = node('n3', {
  cpu: '3500m',
  memory: '16Gi',
  zone: 'west',
  labels: { tier: 'trial' },
  taints: [{ key: 'dedicated', value: 'trial', effect: 'NoSchedule' }],
})

const harbour = cluster('harbour', {
  kubernetes: '1.33.2',
  distribution: 'k3s',
  nodes: [n1, n2, n3],
  pools: { live: [n2, n1], trial: [n3] },
  storage: { 'local-path': { bound: 'node' }, fast: { bound: 'zone', provisioner: 'disks.example.com' } },
  stated: says('1', 3, 4),
})

const small = { cpu: '500m', memory: '1Gi' } as const
const onControlPlane = { label: 'node-role.kubernetes.io/control-plane' }

const ledgerDb = postgres('ledger-db', {
  image: 'postgres:15-alpine',
  members: 3,
  replication: { mode: 'asynchronous', failover: 'manual', promotes: { from: '30s', to: '2m' }, lag: '500ms' },
  requests: { cpu: 1, memory: '2Gi' },
  limits: { cpu: 2, memory: '4Gi' },
  volume: { size: '100Gi', class: 'local-path', stated: says('5', 40) },
  names: { 'ledger-db-primary': 'primary', 'ledger-db-replica': { role: 'replica', stated: says('4', 33) } },
  headless: 'ledger-db-headless',
  place: { require: [onControlPlane], apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] },
  budget: { minAvailable: 2, name: 'ledger-db-pdb', stated: says('7', 71) },
  secrets: ['ledger-db-password'],
  config: ['ledger-db-config'],
  backups: [
    {
      by: 'pg_dump',
      every: '6h',
      takes: '20m',
      keep: 28,
      to: volumeIn(harbour, '50Gi'),
      restores: { from: '10m', to: '30m' },
    },
    { name: 'ledger-db-archive', by: 'wal-g', every: '5m', to: outside('bucket in another region') },
  ],
})

const cache = redis('cache', { volume: { size: '20Gi' }, update: { maxUnavailable: 1 } })

const mail = external('mail', { listens: { smtp: 587 } })

const orders = service('orders', {
  image: 'registry.example.com/orders:7',
  listens: { http: 3001, metrics: 9090, events: { port: 7000, protocol: 'UDP' } },
  replicas: 3,
  requests: small,
  metrics: { port: 'metrics', names: ['orders_open', 'orders_late'] },
  readiness: { path: '/ready', port: 3001, delay: '10s', every: '5s' },
  liveness: { path: '/live', port: 'http', delay: '30s', timeout: '1500ms', failures: 4 },
  update: { maxUnavailable: 1, maxSurge: '50%' },
  place: {
    prefer: [{ ...onControlPlane, weight: 100 }],
    apart: [{ by: 'kubernetes.io/hostname', how: 'preferred', weight: 50 }],
    spread: [{ by: 'topology.kubernetes.io/zone', maxSkew: 1, how: 'required' }],
  },
  account: 'orders',
  security: { nonRoot: true, user: 1000, readOnlyRoot: true, drop: ['NET_RAW', 'ALL'], seccomp: 'RuntimeDefault' },
  starts: { from: '30s', to: '90s' },
  tolerates: [
    { key: 'node.kubernetes.io/unreachable', for: '30s' },
    { key: 'dedicated', effect: 'NoSchedule' },
  ],
  calls: [ledgerDb, cache, mail],
  stated: says('5', 50),
})

const checkout = gateway('checkout', {
  listens: 8080,
  replicas: 2,
  requests: small,
  calls: [orders.port('http')],
})
const mailer = worker('mailer', { requests: small, calls: [mail.port('smtp'), ledgerDb] })
const closing = job('close-of-day', {
  schedule: '0 2 * * *',
  image: 'registry.example.com/closing:1',
  command: ['close', '--day'],
  calls: [ledgerDb],
})

const notary = ledger('notary', {
  orderers: {
    names: ['orderer0', 'orderer1', 'orderer2'],
    port: 7050,
    consensus: 'raft',
    place: { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] },
  },
  peers: { names: ['peer0'], port: 7051, volume: { size: '10Gi' } },
})
const seal = worker('seal', { calls: [notary.port('peer'), notary.port('orderer')], requests: small })
const front = gateway('front', { listens: 443, calls: [checkout] })

const policy = written(
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'default-deny' },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  },
  says('4', 30, 31),
)
const quota = written({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'live', namespace: 'shop-live' },
  spec: { hard: { 'requests.cpu': '16', pods: '60' } },
})

const live = environment('live', {
  on: harbour,
  pool: 'live',
  namespace: 'shop-live',
  labels: { stage: 'live' },
  purpose: 'production',
  runs: [ledgerDb, cache, mail, orders, checkout, mailer, closing, seal, planned(worker('forecast'))],
  flows: [flow(ledgerDb, orders.port('events'), { stated: says('4', 36) })],
  quota: { 'requests.cpu': 16, pods: 50, stated: says('6', 60) },
  limits: { default: { cpu: '500m' }, defaultRequest: { cpu: '250m' }, max: { memory: '8Gi' } },
  roles: [role('orders', { rules: [{ resources: ['pods'], verbs: ['list', 'get'] }] })],
  includes: [
    policy,
    quota,
    shown(
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders' }, spec: { replicas: 3 } },
      { of: orders, stated: says('5', 52) },
    ),
  ],
  stated: says('3', 20),
})

const trial = environment('trial', {
  on: harbour,
  pool: 'trial',
  namespace: 'shop-trial',
  like: live,
  without: [closing, seal],
  sized: [
    sized(ledgerDb, { members: 1, replication: 'none', budget: undefined, stated: says('5', 90) }),
    sized(orders, { replicas: 1, place: { require: [{ label: 'kubernetes.io/hostname', in: ['n3'] }] } }),
    sized(checkout, { replicas: 1 }),
  ],
})

const notaries = environment('notaries', {
  on: harbour,
  namespace: 'notary',
  runs: [notary],
  unseenPolicies: { says: 'default deny and explicit allow', stated: says('4', 22) },
})
const edge = environment('edge', { on: harbour, namespace: 'edge', purpose: 'shared', runs: [front] })

const shop = platform('shop', { environments: [live, trial, notaries, edge] })

const here = fileURLToPath(import.meta.url)
const textOf = (file: string) => (file === here ? readFileSync(file, 'utf8') : undefined)
const [estate] = lower(shop, { textOf }) as [Estate]
const plain = { serializers: [(text: string) => text] }

test('the shop lowers to one estate for its one cluster', () => {
  assert.deepEqual(
    lower(shop).map(({ cluster, minor, distribution }) => [cluster, minor, distribution]),
    [['harbour', '1.33', 'k3s']],
  )
})

test('the shop becomes these objects', (t) => {
  const manifests = estate.objects.filter(({ origin }) => origin !== 'brought').map(({ manifest }) => manifest)
  t.assert.fileSnapshot(printManifests(manifests), here.replace('shop.test.ts', 'shop.objects.txt'), plain)
})

test('the shop becomes these facts', (t) => {
  t.assert.fileSnapshot(
    `${estate.facts.map(factLine).join('\n')}\n`,
    here.replace('shop.test.ts', 'shop.facts.txt'),
    plain,
  )
})

function factLine({ trait, source, standing, component, environment, ...rest }: Fact): string {
  const said = source.stated ? `, said in ${source.stated.section}, ${source.stated.lines.join()}` : ''
  const stands = standing.is === 'carried' ? `carried by ${standing.by}` : standing.is
  return `${trait} ${environment}/${component}: ${JSON.stringify(rest)} ${stands}${said}`
}

const lines: [thing: string, path: (string | number)[], written: string][] = [
  ['StatefulSet/shop-live/ledger-db', ['spec', 'replicas'], 'members: 3,'],
  ['StatefulSet/shop-trial/ledger-db', ['spec', 'replicas'], "members: 1, replication: 'none'"],
  [
    'Deployment/shop-trial/orders',
    ['spec', 'template', 'spec', 'containers', 0, 'resources', 'requests', 'cpu'],
    'requests: small,',
  ],
  [
    'StatefulSet/shop-live/ledger-db',
    ['spec', 'volumeClaimTemplates', 0, 'spec', 'storageClassName'],
    "class: 'local-path', stated",
  ],
  ['NetworkPolicy/shop-live/default-deny', ['spec', 'policyTypes', 1], "'Egress'] },"],
  ['LimitRange/shop-live/live', ['spec', 'limits', 0, 'max', 'memory'], "memory: '8Gi'"],
  ['StorageClass//fast', ['provisioner'], "provisioner: 'disks.example.com'"],
  ['n1', ['taken'], "taken: { cpu: '60%'"],
  ['n3', ['labels', 'tier'], "tier: 'trial'"],
]

for (const [thing, path, written] of lines) {
  test(`the line of ${thing} ${path.join('.')}`, () => {
    const at = sourceOf(thing)?.lineOf?.(path)
    const line = readFileSync(here, 'utf8').split('\n')[(at?.line ?? 0) - 1] ?? ''
    assert.ok(line.slice((at?.column ?? 1) - 1).startsWith(written), `${at?.line}:${at?.column}: ${line}`)
  })
}

function sourceOf(thing: string): Source | undefined {
  const object = estate.objects.find(({ ref }) => ref === thing)
  return object?.source ?? estate.nodes.find(({ name }) => name === thing)?.source
}

test('declaration order changes no byte', () => {
  const expected = canonical(lower(shop))
  for (let seed = 1; seed <= 20; seed++) {
    const random = randomOf(seed)
    const shuffled = amend(shop, (_, options) => shuffle(options, random) as typeof options)
    assert.notDeepEqual(shuffled.environments[0], shop.environments[0])
    assert.equal(firstDifference(canonical(lower(shuffled)), expected), undefined, `seed ${seed}`)
  }
})

// Fields are compared whatever their order: a reader of data asks for them by name.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, held) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  )
}

function firstDifference(found: string, expected: string): string | undefined {
  if (found === expected) return undefined
  const at = [...found].findIndex((sign, index) => sign !== expected[index])
  return `${found.slice(at - 200, at + 100)}\ninstead of\n${expected.slice(at - 20, at + 100)}`
}

// The order of these is part of what they say.
const ordered = new Set(['command', 'instead', 'manifest', 'stated'])

function shuffle(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffle(item, random))
    for (let last = items.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1))
      ;[items[last], items[other]] = [items[other], items[last]]
    }
    return items
  }
  if (typeof value !== 'object' || value === null || 'is' in value) return value
  return Object.fromEntries(
    (
      shuffle(
        Object.entries(value).map((entry) => ({ entry, is: 'entry' })),
        random,
      ) as { entry: [string, unknown] }[]
    ).map(({ entry: [key, held] }) => [key, ordered.has(key) ? held : shuffle(held, random)]),
  )
}

function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
