import assert from 'node:assert/strict'
import { test } from 'node:test'
import { grantedWays } from '../../engine/reachability/granted.ts'
import { gateway } from '../../platform/component/gateway.ts'
import { service } from '../../platform/component/service.ts'
import { environment } from '../../platform/language/environment.ts'
import { written } from '../../platform/language/manifest.ts'
import { type MeshOptions, mesh } from '../../platform/language/mesh.ts'
import { promise } from '../../platform/language/promise.ts'
import { manifestWorld, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { onlyCalls } from './only-calls.ts'
import { reachable } from './reachable.ts'

const policy = (name: string, spec: object) =>
  written({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec })
const deny = policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
const rule = (from: string, to: string, port: number) => [
  policy(`${from}-out`, {
    podSelector: { matchLabels: { app: from } },
    policyTypes: ['Egress'],
    egress: [{ to: [{ podSelector: { matchLabels: { app: to } } }], ports: [{ port }] }],
  }),
  policy(`${to}-in`, {
    podSelector: { matchLabels: { app: to } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: { matchLabels: { app: from } } }], ports: [{ port }] }],
  }),
]
const exact = [deny, ...rule('checkout', 'orders', 8080), ...rule('orders', 'ledger-db', 5432)]
const inside = policy('inside', {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [{ podSelector: {} }] }],
  egress: [{ to: [{ podSelector: {} }], ports: [{ port: 5432 }] }],
})

function judged(options: ShopOptions, denied: readonly string[] = []) {
  const promises: ShopOptions['promises'] = ({ live }) => [promise.onlyCalls({ in: live })]
  const [verdict] = verdictsOf(onlyCalls, sampleWorld({ promises, ...options }, { denied }))
  assert.ok(verdict)
  const texts = verdict.because
    .filter(({ truth }) => verdict.verdict !== 'broken' || truth === false)
    .flatMap(({ says: { line, rows = [] } }) => [line, ...rows.map(([label, text]) => `${label}: ${text}`)])
  return [verdict.verdict, ...texts]
}

test('onlyCalls: a rule for each call, on both sides, is exact', () => {
  assert.deepEqual(judged({ live: { includes: exact } }), [
    // That its plugin enforces policy the shop says itself.
    'assumed',
    'egress: 2 of 6 ways are let through, and each of these is called',
    'ingress: 2 of 6 ways are let through, and each of these is called',
  ])
})

test('onlyCalls: what is made from declared calls is exact, DNS included', () => {
  const live = { policies: { defaultDeny: true, dns: true, calls: true } }
  assert.equal(judged({ live, cluster: { distribution: 'k3s', cni: undefined } })[0], 'kept')
})

const byMesh: [name: string, options: MeshOptions | undefined, verdict: string, says: string][] = [
  [
    'that refuses what it is told nothing of',
    { mtls: 'strict', deniesByDefault: true },
    'assumed',
    'traffic refuses what nobody calls, by the certificates of callers',
  ],
  ['that lets it through', { mtls: 'strict' }, 'broken', 'traffic lets through what it is told nothing of'],
  [
    'that takes callers without a certificate',
    { mtls: 'permissive', deniesByDefault: true },
    'unknown',
    'traffic is to tell callers by their certificates, and takes calls without one',
  ],
  [
    'that is not there',
    undefined,
    'broken',
    'live has no mesh: nothing but policies of the network refuses what nobody calls',
  ],
]

for (const [name, options, verdict, says] of byMesh)
  test(`onlyCalls: a mesh ${name}`, () => {
    const live = { includes: exact, ...(options && { mesh: mesh('traffic', options) }) }
    const found = judged({ live, promises: (shop) => [promise.onlyCalls({ in: shop.live, mesh: true })] })
    assert.equal(found[0], verdict)
    assert.ok(found.includes(says), found.join('\n'))
  })

test('onlyCalls: who is open to everybody outside may be called by everybody', () => {
  const live = { policies: { defaultDeny: true, dns: true, calls: true } }
  const more = (loadBalancer: boolean) => () => [gateway('front', { listens: { http: 80 }, loadBalancer })]
  const cluster = { distribution: 'k3s', cni: undefined, without: ['traefik'] } as const
  assert.equal(judged({ live, cluster, more: more(true) })[0], 'kept')
  const open = policy('front', { podSelector: { matchLabels: { app: 'front' } }, ingress: [{ ports: [{ port: 80 }] }] })
  assert.equal(judged({ live: { ...live, includes: [open] }, cluster, more: more(false) })[0], 'broken')
})

test('onlyCalls: one side that is wider than the calls is enough, whatever the other says', () => {
  assert.deepEqual(judged({ live: { includes: [deny, inside] } }), [
    'broken',
    'inside lets out on 2 ways, of which 1 is called',
    'ledger-db at TCP 5432: called by orders; let out too: checkout',
    'inside lets in on 6 ways, of which 2 are called',
    'checkout at TCP 8080: none that it lets in calls it: ledger-db, orders',
    'ledger-db at TCP 5432: called by orders; let in too: checkout',
    'orders at TCP 8080: called by checkout; let in too: ledger-db',
  ])
})

test('onlyCalls: where nothing isolates, everything is let through', () => {
  const [verdict, out, ...rows] = judged({})
  assert.equal(verdict, 'broken')
  assert.equal(out, 'no policy isolates them, and that lets out on 6 ways, of which 2 are called')
  assert.ok(rows.includes('no policy isolates them, and that lets in on 6 ways, of which 2 are called'))
})

test('onlyCalls: what policies that nobody shows let through, nobody knows', () => {
  const says = 'NetworkPolicy enforcement'
  const nobody = `nobody shows the policies that are said of 3 workloads (${says}), and so which flows they let through`
  assert.deepEqual(judged({ live: { unseenPolicies: { says } } }), [
    'unknown',
    `egress: ${nobody}`,
    `ingress: ${nobody}`,
  ])
  const [verdict, line] = judged({ live: { unseenPolicies: { says, of: [service('till', {})] } } })
  assert.equal(verdict, 'broken')
  assert.equal(line, 'no policy isolates them, and that lets out on 6 ways, of which 2 are called')
})

test('onlyCalls: a rule that means a namespace by a label that it has not counts as it is meant', () => {
  const meant = policy('to-bank', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: [{ namespaceSelector: { matchLabels: { name: 'bank' } } }], ports: [{ port: 443 }] }],
  })
  const bank: ShopOptions['environments'] = ({ harbour }) => [
    environment('bank', { on: harbour, namespace: 'bank', runs: [service('vault', { listens: 443 })] }),
  ]
  const promises: ShopOptions['promises'] = ({ live }) => [promise.onlyCalls({ in: live })]
  assert.deepEqual(judged({ environments: bank, promises, live: { includes: [...exact, meant] } }), [
    'broken',
    'to-bank lets out on 3 ways, of which 0 are called',
    'bank/vault at TCP 443: none that it lets out calls it: checkout, ledger-db, orders',
  ])
})

test('onlyCalls: a plugin that enforces nothing keeps nothing', () => {
  assert.deepEqual(judged({ live: { includes: exact }, cluster: { cni: { enforcesPolicy: false } } }), [
    'broken',
    'the network plugin enforces no policy: everything reaches everything in live',
  ])
})

test('onlyCalls: that a plugin enforces policy is assumed where nobody says, and it rests on that', () => {
  const unsaid: ShopOptions = { live: { includes: exact }, cluster: { cni: undefined } }
  assert.equal(judged(unsaid)[0], 'assumed')
  assert.equal(judged(unsaid, ['enforces-policy/harbour'])[0], 'broken')
})

test('onlyCalls: a port without a name is asked too', () => {
  const pod = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: main, image: 'example.test/${name}:1', ports: [{ containerPort: 8080 }] }] }
`
  const [view] = manifestWorld([pod('web'), pod('till')].join('---\n')).views
  assert.ok(view)
  const { asked, ways } = grantedWays(reachable(view), ['Deployment/shop/web'], 'egress', new Set())
  assert.equal(asked, 1)
  assert.deepEqual(
    ways.map(({ far, port }) => `${far} ${port}`),
    ['Deployment/shop/till 8080'],
  )
})
