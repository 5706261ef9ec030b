import assert from 'node:assert/strict'
import { test } from 'node:test'
import { written } from '../../platform/language/manifest.ts'
import { type MeshOptions, mesh } from '../../platform/language/mesh.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Balancing } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { balances } from './balances.ts'

const proxied = (mode: 'iptables' | 'ipvs' | 'nftables'): ShopOptions => ({ cluster: { proxy: { mode } } })
const meshed = (options: MeshOptions): ShopOptions => ({ live: { mesh: mesh('traffic', options) } })
const sticky = written({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'orders', namespace: 'shop' },
  spec: { selector: { app: 'orders' }, ports: [{ port: 8080 }], sessionAffinity: 'ClientIP' },
})

type Row = readonly [
  name: string,
  options: ShopOptions,
  how: Balancing,
  each: 'connection' | 'request',
  verdict: string,
  says: string,
]
const rows: readonly Row[] = [
  [
    'kube-proxy picks at random',
    { cluster: { distribution: 'k3s', cni: undefined } },
    'round-robin',
    'connection',
    'broken',
    'kube-proxy in mode iptables picks at random, and not in turn (round-robin)',
  ],
  [
    'and is said to',
    { cluster: { distribution: 'kubeadm' } },
    'random',
    'connection',
    'kept',
    'kube-proxy in mode iptables picks at random',
  ],
  [
    'nftables too',
    proxied('nftables'),
    'round-robin',
    'connection',
    'broken',
    'kube-proxy in mode nftables picks at random, and not in turn (round-robin)',
  ],
  [
    'ipvs in turn',
    proxied('ipvs'),
    'round-robin',
    'connection',
    'kept',
    'kube-proxy in mode ipvs picks in turn (round-robin)',
  ],
  [
    'never for each request',
    proxied('ipvs'),
    'round-robin',
    'request',
    'broken',
    'a Service picks once for each connection, not for each request: all requests of a connection stay with one pod',
  ],
  [
    'nobody says what leads there',
    {},
    'random',
    'connection',
    'unknown',
    'nobody says what leads Services of harbour to pods',
  ],
  [
    'another plugin may lead there',
    { cluster: { distribution: 'kubeadm', cni: { enforcesPolicy: true, name: 'cilium' } } },
    'random',
    'connection',
    'unknown',
    'nobody says what leads Services of harbour to pods',
  ],
  [
    'a client stays with its pod',
    { ...proxied('ipvs'), live: { includes: [sticky] } },
    'round-robin',
    'connection',
    'broken',
    'orders keeps each client with one pod (sessionAffinity ClientIP)',
  ],
  [
    'the proxies of a mesh pick for each request',
    meshed({ by: 'istio', balances: 'round-robin' }),
    'round-robin',
    'request',
    'kept',
    'the proxies of traffic pick in turn (round-robin)',
  ],
  [
    'where nobody says how, as they do',
    meshed({ by: 'istio' }),
    'round-robin',
    'request',
    'broken',
    'the proxies of traffic pick by least requests, as they do where nobody says, and not in turn (round-robin)',
  ],
  [
    'and that may be what is promised',
    meshed({ by: 'istio' }),
    'least-requests',
    'request',
    'kept',
    'the proxies of traffic pick by least requests, as they do where nobody says',
  ],
  [
    'a mesh that nobody has chosen',
    meshed({}),
    'least-requests',
    'request',
    'unknown',
    'nobody says how the proxies of traffic pick',
  ],
  [
    'what listens on nothing has no Service',
    { ...proxied('ipvs'), orders: { listens: undefined }, checkout: { calls: [] } },
    'round-robin',
    'connection',
    'broken',
    'no Service that balances leads to orders: a headless one gives all addresses, and callers pick',
  ],
]

for (const [name, options, how, each, verdict, says] of rows) {
  test(`balances: ${name}`, () => {
    const promises: ShopOptions['promises'] = ({ live, orders }) => [promise.balances(orders, { in: live, how, each })]
    const [found] = verdictsOf(balances, sampleWorld({ promises, ...options }))
    assert.ok(found)
    assert.equal(found.verdict, verdict)
    assert.ok(linesOf(found).includes(says), linesOf(found).join('\n'))
  })
}
