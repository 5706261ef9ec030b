import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { environment } from '../../platform/language/environment.ts'
import { written } from '../../platform/language/manifest.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import type { AnyPromiseKind } from '../define.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { connects } from './connects.ts'
import { reachedOnlyBy } from './reached-only-by.ts'
import { resolves } from './resolves.ts'
import { scrapes } from './scrapes.ts'
import { separates } from './separates.ts'

const policy = (name: string, spec: object) =>
  written({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec })
const named = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } })
const deny = policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
const dns = (...ports: object[]) =>
  policy('dns', { policyTypes: ['Egress'], egress: [{ to: [named('kube-system')], ports }] })
const inside = policy('inside', { ingress: [{ from: [{ podSelector: {} }] }], egress: [{ to: [{ podSelector: {} }] }] })
const admit = policy('admit', {
  podSelector: { matchLabels: { app: 'checkout' } },
  ingress: [{ from: [named('edge')], ports: [{ port: 8080 }] }],
})
const udp = { port: 53, protocol: 'UDP' }
const k3s = { distribution: 'k3s' }

const router = service('router', { listens: 80 })
const collector = service('collector', { listens: 9090 })
let edge: Environment | undefined
const around = ({ harbour }: Shop): readonly Environment[] => {
  edge = environment('edge', { on: harbour, namespace: 'edge', runs: [router, collector] })
  return [edge]
}
const metered = {
  listens: { main: 8080, metrics: 9100 },
  metrics: { port: 'metrics' },
} as unknown as ShopOptions['checkout']

type Row = [
  name: string,
  kind: AnyPromiseKind,
  promised: (shop: Shop) => PlatformPromise,
  of: ShopOptions,
  verdict: string,
  line: string | RegExp,
]

const only = ({ live, checkout }: Shop) => promise.reachedOnlyBy(checkout, [router], { in: live })
const names = ({ live }: Shop) => promise.resolves({ in: live })
const apart = ({ live }: Shop) => promise.separates('edge', live)
const calls = ({ live, checkout, orders }: Shop) => promise.connects([checkout, orders], { in: live })
const scraped = ({ live }: Shop) => promise.scrapes(collector, { in: live })

const rows: Row[] = [
  ['nobody shows what answers for DNS', resolves, names, {}, 'unknown', /^nobody shows what answers/],
  ['nothing isolates', resolves, names, { cluster: k3s }, 'kept', /answers$/],
  [
    'UDP alone',
    resolves,
    names,
    { cluster: k3s, live: { includes: [deny, dns(udp)] } },
    'broken',
    'no rule lets 3 workloads out to kube-system/coredns at TCP 53: deny and dns isolate them',
  ],
  ['both', resolves, names, { cluster: k3s, live: { includes: [deny, dns(udp, { port: 53 })] } }, 'kept', /answers$/],
  [
    'no policy at all',
    separates,
    apart,
    {},
    'broken',
    '6 pairs of workloads are open at every port: no policy that is shown isolates either',
  ],
  [
    'denied',
    separates,
    apart,
    { live: { includes: [deny] } },
    'assumed',
    '6 pairs of workloads, every port: kept apart by deny',
  ],
  [
    'denied by a plugin that is known to',
    separates,
    apart,
    { cluster: { ...k3s, cni: undefined }, live: { includes: [deny] } },
    'kept',
    '6 pairs of workloads, every port: kept apart by deny',
  ],
  [
    'a plugin that enforces nothing',
    separates,
    apart,
    { cluster: { cni: { enforcesPolicy: false } }, live: { includes: [deny] } },
    'broken',
    '6 pairs of workloads are open at every port: the network plugin enforces no policy, so deny is void',
  ],
  [
    'but for what is admitted',
    separates,
    apart,
    { live: { includes: [deny, admit] } },
    'broken',
    '2 pairs of workloads are open at TCP 8080: let through by admit',
  ],
  ['a call is shut', connects, calls, { live: { includes: [deny] } }, 'broken', /^no rule lets checkout out to orders/],
  ['calls are open', connects, calls, { live: { includes: [deny, inside] } }, 'kept', /^1 connection/],
  [
    'each of them to each other, called or not',
    connects,
    ({ live, checkout, orders }) => promise.connects([checkout, orders], { in: live, pairs: 'all' }),
    { live: { includes: [deny, admit] } },
    'broken',
    /no rule lets orders out to checkout/,
  ],
  [
    'no call among them',
    connects,
    ({ live, ledgerDb }) => promise.connects([ledgerDb], { in: live }),
    {},
    'unknown',
    'no call is to be judged among ledger-db',
  ],
  ['nobody gets in', reachedOnlyBy, only, { live: { includes: [deny] } }, 'broken', /^no rule lets edge\/router in/],
  [
    'others get in too',
    reachedOnlyBy,
    only,
    { live: { includes: [deny, admit] } },
    'broken',
    'edge/collector reaches shop/checkout at TCP 8080 too: let through by admit',
  ],
  [
    'the collector is shut out',
    scrapes,
    scraped,
    { checkout: metered, live: { includes: [deny] } },
    'broken',
    'no rule lets edge/collector in to shop/checkout at TCP 9100: deny isolates shop/checkout',
  ],
  ['nothing keeps it out', scrapes, scraped, { checkout: metered }, 'kept', /^collector runs/],
  ['nothing exposes metrics', scrapes, scraped, {}, 'unknown', 'nothing is said to expose metrics'],
]

for (const [name, kind, promised, of, verdict, line] of rows) {
  test(`${kind.kind}: ${name}`, () => {
    const options: ShopOptions = { ...of, environments: around, promises: (shop) => [promised(shop)] }
    const [found] = verdictsOf(kind, sampleWorld(options))
    assert.equal(found?.verdict, verdict)
    const first = (found && linesOf(found)[0]) ?? ''
    if (typeof line === 'string') assert.equal(first, line)
    else assert.match(first, line)
    for (const { id } of found?.verdict === 'assumed' ? found.assumes : [])
      assert.equal(verdictsOf(kind, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}

test('reachedOnlyBy: what runs beside it is meant, and none of its likes elsewhere', () => {
  const policies = { defaultDeny: true, calls: true } as const
  const meant = ({ live, orders, checkout }: Shop) => promise.reachedOnlyBy(orders, [checkout], { in: live })
  const world = sampleWorld({
    live: { policies },
    environments: ({ harbour, live }) => [
      environment('trial', { on: harbour, namespace: 'trial', like: live, policies }),
    ],
    promises: (shop) => [meant(shop)],
  })
  assert.equal(verdictsOf(reachedOnlyBy, world)[0]?.verdict, 'assumed')
})

test('reachedOnlyBy: a port that an operator calls otherwise is the one of that number', () => {
  const world = sampleWorld({
    ledgerDb: { members: 2, replication: { failover: 'automatic' }, operatedBy: cloudNativePg() },
    live: { policies: { defaultDeny: true, calls: true } },
    promises: ({ live, ledgerDb, orders }) => [
      promise.reachedOnlyBy(ledgerDb.port('postgres'), [orders], { in: live }),
    ],
  })
  const [found] = verdictsOf(reachedOnlyBy, world)
  assert.ok(found && linesOf(found).some((line) => line.includes('5432')), found && linesOf(found).join('\n'))
})
