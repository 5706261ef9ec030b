// Small platforms of all kinds, each from a seed: what is declared in any of them has to come through its files.

import {
  above,
  alert,
  always,
  bucket,
  cloudNativePg,
  cluster,
  corruption,
  down,
  environment,
  external,
  gateway,
  job,
  journey,
  loss,
  metric,
  node,
  outside,
  type Platform,
  type PlatformPromise,
  planned,
  platform,
  postgres,
  procedure,
  prometheus,
  promise,
  receiver,
  redis,
  role,
  secret,
  secretStore,
  service,
  shown,
  sized,
  statedIn,
  step,
  total,
  volumeIn,
  waiver,
  worker,
  written,
} from '../../src/index.ts'
import { type Random, randomOf } from '../random.ts'

const says = statedIn('The harbour - Deployment Architecture')
const onCall = receiver('harbour watch', { by: 'pager' })
const latency = metric('requests_total')
const other = statedIn('Service levels')

/** The platform of a seed: one or two clusters, two to four environments, stores, callers, promises. */
export function inventedPlatform(seed: number): Platform {
  const random = randomOf(seed)
  const east = inventedCluster('east', random)
  const west = random.chance(0.4) ? inventedCluster('west', random) : east
  const parts = components(east, random)
  const live = environment('live', {
    on: east,
    namespace: 'harbour-live',
    runs: parts.all,
    ...maybe(random, { labels: { tier: 'live' } }),
    ...maybe(random, { quota: { 'requests.cpu': 16, pods: 50, stated: says('6', random.int(1, 90)) } }),
    ...maybe(random, { limits: { default: { cpu: '500m' }, stated: says('6', 91) } }),
    ...maybe(random, { policies: { defaultDeny: true, dns: true, calls: true, stated: says('8', 9) } }),
    ...maybe(random, { unseenPolicies: { says: 'default deny' } }),
    includes: includes(parts, random),
    roles: random.chance(0.4)
      ? [role('reader', { rules: [{ resources: ['configmaps'], verbs: ['get'] }], stated: says('9', 3) })]
      : [],
    secrets: secrets(random),
  })
  const trial = environment('trial', {
    on: west,
    namespace: 'harbour-trial',
    like: live,
    ...maybe(random, { without: [parts.web] }),
    sized: [
      sized(parts.api, { replicas: 1, stated: says('5.2', random.int(1, 90)) }),
      ...(random.chance(0.5) ? [sized(parts.db, { members: 1 })] : []),
    ],
  })
  // Words that YAML reads as something else.
  const odd = environment(random.pick(['7', '1e3', '0o17', 'null', 'on', 'y', '2026-11-22', 'cluster']), {
    on: west,
    namespace: 'harbour-odd',
    runs: [
      service('kustomization', { listens: 80, requests: { cpu: '100m', memory: '64Mi' }, image: 'example.com/k:1' }),
    ],
  })
  const sandbox = environment('sandbox', { on: east, namespace: 'sandbox', like: live, quota: { pods: 9 } })
  return platform('harbour', {
    ...maybe(random, { title: 'The harbour' }),
    environments: [
      live,
      trial,
      ...(random.chance(0.3) ? [odd] : []),
      ...(random.chance(0.3) ? [planned(sandbox, { due: '2027-03-31' })] : []),
    ],
    promises: promises(parts, live, trial, random),
    alerts: random.chance(0.5)
      ? [
          alert('LedgerDown', { when: down(parts.db, 'all'), for: '1m', severity: 'critical', to: onCall }),
          alert('Watchdog', { when: always(), severity: 'none' }),
          alert('Slow', { when: above(latency, '2s'), severity: 'P2', in: live, stated: says('9', 4) }),
        ]
      : [],
    ...maybe(random, {
      waivers: [waiver('fits/live', { owner: 'harbour master', reason: 'the crane comes', until: '2027-03-31' })],
    }),
  })
}

/** Filled by hand, or fetched out of a store of either kind. */
function secrets(random: Random) {
  const vault = secretStore('vault', { by: 'vault', at: 'https://vault.example:8200', stated: says('8', 20) })
  const manager = secretStore('manager', { by: 'aws', at: 'eu-central-1' })
  const all = [
    secret('by-hand', {}),
    secret('api-key', { keys: ['key', 'certificate'], from: vault }),
    secret('mail', { keys: ['password'], from: random.pick([vault, manager]), path: 'harbour/mail' }),
  ]
  return all.filter(() => random.chance(0.4))
}

/** The options, or none. */
function maybe<const T extends object>(random: Random, options: T): Partial<T> {
  return random.chance(0.5) ? options : {}
}

function inventedCluster(name: string, random: Random) {
  const nodes = random
    .list(random.int(1, 4), () => random.pick(['a', 'b', 'c']))
    .map((zone, i) =>
      node(`${name}-${i}`, {
        cpu: random.pick([4, 8]),
        memory: '16Gi',
        zone,
        ...maybe(random, { roles: ['control-plane'], disk: '200Gi' }),
        ...maybe(random, { taken: { cpu: '25%', memory: '2Gi', stated: says('2', i + 1) } }),
      }),
    )
  return cluster(name, {
    kubernetes: '1.34',
    nodes,
    ...maybe(random, { distribution: 'k3s' }),
    pools: { front: nodes.slice(0, 1) },
    storage: { disk: { bound: random.pick(['node', 'zone', 'cluster']), default: true, stated: says('2', 40) } },
    ...maybe(random, { cni: { enforcesPolicy: random.chance(0.7) } }),
  })
}

type Parts = ReturnType<typeof components>

function components(east: ReturnType<typeof cluster>, random: Random) {
  const requests = { cpu: random.pick(['100m', '500m', 1] as const), memory: '256Mi' } as const
  const db = postgres('ledger-db', {
    requests,
    members: random.int(1, 3),
    replication: random.pick([
      'none',
      { mode: 'asynchronous', failover: 'manual', promotes: '2m', lag: '5s' },
    ] as const),
    volume: { size: '10Gi', stated: says('5', 12) },
    ...maybe(random, { starts: { from: '10s', to: '1m' } }),
    ...maybe(random, {
      names: { 'ledger-write': 'primary', 'ledger-read': { role: 'replica', stated: says('4', 7) } },
    }),
    backups: random.chance(0.7)
      ? [
          {
            by: 'pg_dump',
            every: '6h',
            keep: 20,
            takes: '20m',
            restores: { from: '10m', to: '30m' },
            to: random.chance(0.5) ? volumeIn(east, '50Gi') : outside('offsite bucket'),
            stated: says('10', 8),
          },
        ]
      : [],
    cites: { requests: says('6', 653), replication: says('7', 2) },
  })
  const cache = redis('cache', { requests, ...maybe(random, { budget: { minAvailable: 1, stated: says('5', 31) } }) })
  const copies = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
  const book = postgres('book', {
    requests,
    members: 3,
    version: '18',
    replication: { mode: 'synchronous', failover: 'automatic', promotes: '1m' },
    volume: { size: '10Gi' },
    backups: [{ name: 'book-base', by: 'base backup', every: '6h', keep: 30, takes: '30m', to: copies }],
    operatedBy: cloudNativePg({
      archive: { to: copies, takes: '1m', stated: says('10', 30) },
      poolers: [{ name: 'book-pool', instances: 2 }],
    }),
  })
  const collector = prometheus('prometheus', { listens: 9090, every: '15s', evaluates: '30s' })
  const mail = external('mail', { listens: { smtp: 587 } })
  const api = service('api', {
    listens: { http: 8080, metrics: 9090 },
    replicas: random.int(1, 3),
    requests,
    calls: [db, cache, mail],
    metrics: { port: 'metrics', names: ['requests_total'] },
    image: 'example.com/api:1.2',
    ...maybe(random, { readiness: { path: '/ready', port: 'http' }, budget: { maxUnavailable: 1 } }),
    ...maybe(random, { place: { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } }),
    stated: says('5', random.int(1, 90)),
  })
  const web = gateway('web', { listens: 8080, replicas: 2, requests, calls: [api.port('http')], starts: '20s' })
  const clerk = worker('clerk', { requests, calls: [db] })
  const night = job('night', { schedule: '0 2 * * *', requests, calls: [db] })
  const all = [
    db,
    cache,
    mail,
    api,
    web,
    ...(random.chance(0.5) ? [clerk] : []),
    ...(random.chance(0.5) ? [night] : []),
    ...(random.chance(0.5) ? [book] : []),
    ...(random.chance(0.5) ? [collector] : []),
  ]
  return { db, cache, mail, api, web, all }
}

function includes({ api }: Parts, random: Random) {
  const labels = { app: 'api' }
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'api' },
    spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress'], ingress: [{}] },
  }
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'keys' },
    type: 'Opaque',
    stringData: { token: 'never to be written' },
  }
  const excerpt = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api' }, spec: { replicas: 2 } }
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'api' } }
  const all = [
    written(policy, says('8', 4)),
    written(secret),
    written(account),
    shown(excerpt, { of: api, stated: says('4', 12) }),
  ]
  return all.filter(() => random.chance(0.4))
}

type Place = ReturnType<typeof environment>

function promises({ db, cache, api, web }: Parts, live: Place, trial: Place, random: Random): PlatformPromise[] {
  const restoring = procedure('restore', {
    steps: [
      step('notice', { actor: 'person', takes: '15m', does: 'detect' }),
      step('bring it back', { actor: 'person', takes: { from: '20m', to: '40m' }, does: 'restore', after: ['notice'] }),
    ],
    stated: says('10', 20),
  })
  const all: PlatformPromise[] = [
    promise.survives(loss.node, { in: live, keeps: [api, db], within: '5m', losing: 'nothing', by: restoring }),
    promise.survives(loss.pod, { in: live, keeps: [web], within: '60s', losing: 'nothing', stated: other('3', 12) }),
    promise.recovers(db, { in: live, from: corruption, within: '1h', losing: '7h', by: restoring, owner: 'payments' }),
    promise.recovers(db, { in: live, from: loss.cluster, losing: '7h', due: '2027-06-30' }),
    promise.separates(trial, live),
    promise.separates(live, 'kube-system', { exceptPorts: [53] }),
    promise.separates(live, 'internet'),
    promise.connects([api, web, db, cache], { in: live }),
    promise.carries(journey('buying', { path: [web, api.port('http'), db] }), { in: live }),
    promise.reachedOnlyBy(db, [api], { in: live }),
    promise.fits({ in: live }),
    promise.fits({ in: trial, was: 'fits/test' }),
    promise.stands(api, { in: live, pool: 'front', apart: 'kubernetes.io/hostname' }),
    promise.rolls(api, { in: live, available: { from: 1, to: 4 } }),
    promise.figure(total.pods(live), { in: live, is: random.int(3, 12), stated: says('6', 41) }),
    promise.figure(total.storage(db, 'data'), { in: live, is: '30Gi', name: 'data' }),
    promise.figure(total.cpu(live.on), { is: 12 }),
  ]
  return all.filter(() => random.chance(0.6))
}
