// What a mesh is told: by its own objects, of the calls that are declared. By hand from the pages that the sources name.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, cluster, environment, gateway, mesh, platform, postgres, service } from '../../index.ts'
import type { MeshOptions } from '../../platform/language/mesh.ts'
import type { Call } from '../../platform/model.ts'
import { lower } from '../lower.ts'

const ledger = postgres('ledger', { volume: { size: '1Gi' } })
const orders = service('orders', { listens: { http: 8080 }, calls: [ledger] })

function told(options: MeshOptions, extra: Partial<Omit<Call, 'is' | 'to'>>, ...kinds: readonly string[]): string {
  const front = service('front', { calls: [orders] })
  const batch = service('nightly', { calls: [call(orders, { batch: true, ...extra })] })
  const live = environment('live', {
    on: cluster('east', { kubernetes: '1.36', nodes: [], storage: { fast: { bound: 'cluster', default: true } } }),
    namespace: 'live',
    runs: [ledger, orders, front, batch],
    mesh: mesh('traffic', options),
  })
  const [estate] = lower(platform('shop', { environments: [live] }))
  return (estate?.objects ?? [])
    .filter(({ manifest }) => kinds.includes(manifest.kind))
    .map(({ ref, manifest }) => `${ref} ${JSON.stringify(manifest.metadata.annotations ?? manifest.spec)}`)
    .join('\n')
}

const istio = { by: 'istio' } as const satisfies MeshOptions
const host = 'orders.live.svc.cluster.local'
const route = `"route":[{"destination":{"host":"${host}"}}]`

const rows: [name: string, told: string, expected: string][] = [
  [
    'a timeout of all calls, and that of batches for who says so',
    told({ ...istio, timeout: '30s', batchTimeout: '60s' }, {}, 'VirtualService'),
    `VirtualService/live/orders {"hosts":["${host}"],"http":[{"match":[{"sourceLabels":{"app":"nightly"}}],${route},"timeout":"60s"},{${route},"timeout":"30s"}]}`,
  ],
  [
    'what a call says goes before what the mesh says',
    told({ ...istio, timeout: '30s', batchTimeout: '60s' }, { timeout: '5s' }, 'VirtualService'),
    `VirtualService/live/orders {"hosts":["${host}"],"http":[{"match":[{"sourceLabels":{"app":"nightly"}}],${route},"timeout":"5s"},{${route},"timeout":"30s"}]}`,
  ],
  [
    'the first try is not counted there',
    told({ ...istio, retries: { attempts: 3, perTry: '2s', backoff: '1s' } }, { batch: undefined }, 'VirtualService'),
    `VirtualService/live/orders {"hosts":["${host}"],"http":[{${route},"retries":{"attempts":2,"perTryTimeout":"2s","backoff":"1s"}}]}`,
  ],
  [
    'one try is no retry, where Istio retries twice unless it is told',
    told({ ...istio, retries: { attempts: 1 } }, { batch: undefined }, 'VirtualService'),
    `VirtualService/live/orders {"hosts":["${host}"],"http":[{${route},"retries":{"attempts":0}}]}`,
  ],
  [
    'a breaker and a way to pick, of connections too',
    told(
      { ...istio, breaker: { failures: 5, for: '30s' }, balances: 'least-requests' },
      { batch: undefined },
      'DestinationRule',
    ),
    ['ledger', 'orders']
      .map(
        (name) =>
          `DestinationRule/live/${name} {"host":"${name}.live.svc.cluster.local","trafficPolicy":{"loadBalancer":{"simple":"LEAST_REQUEST"},"outlierDetection":{"consecutive5xxErrors":5,"baseEjectionTime":"30s","maxEjectionPercent":100}}}`,
      )
      .join('\n'),
  ],
  [
    'connections have no timeout',
    told({ ...istio, timeout: '30s' }, {}, 'VirtualService').includes('ledger') ? 'one' : 'none',
    'none',
  ],
  [
    'certificates are asked for',
    told({ ...istio, mtls: 'strict' }, {}, 'PeerAuthentication'),
    'PeerAuthentication/live/default {"mtls":{"mode":"STRICT"}}',
  ],
  [
    'nothing that nobody said',
    told(istio, { batch: undefined }, 'PeerAuthentication', 'DestinationRule', 'VirtualService'),
    '',
  ],
  [
    'a mesh that nobody has chosen is told nothing',
    told({ timeout: '30s', mtls: 'strict' }, {}, 'PeerAuthentication', 'VirtualService'),
    '',
  ],
  [
    'Linkerd is told by annotations',
    told({ by: 'linkerd', mtls: 'strict', retries: { attempts: 3 } }, { batch: undefined }, 'Namespace', 'Service')
      .split('\n')
      .filter((line) => /orders|Namespace\/\/live/.test(line))
      .join('\n'),
    [
      'Namespace//live {"linkerd.io/inject":"enabled","config.linkerd.io/default-inbound-policy":"all-authenticated"}',
      'Service/live/orders {"retry.linkerd.io/http":"5xx","retry.linkerd.io/limit":"2"}',
    ].join('\n'),
  ],
]

for (const [name, found, expected] of rows) {
  test(`mesh: ${name}`, () => assert.equal(found, expected))
}

function accepted(options: MeshOptions, loadBalancer: boolean): readonly string[] {
  const front = gateway('front', { listens: { http: 8080 }, loadBalancer, calls: [orders] })
  const live = environment('live', {
    on: cluster('east', { kubernetes: '1.36', nodes: [] }),
    namespace: 'live',
    runs: [front, orders, ledger],
    mesh: mesh('traffic', options),
  })
  const [estate] = lower(platform('shop', { environments: [live] }))
  return (estate?.objects ?? [])
    .filter(({ manifest }) => manifest.kind === 'PeerAuthentication')
    .map(({ ref, manifest }) => `${ref} ${JSON.stringify(manifest.spec)}`)
}

const strict = 'PeerAuthentication/live/default {"mtls":{"mode":"STRICT"}}'

for (const [name, found, expected] of [
  [
    'callers outside have no certificate: the ports that they come by take them without',
    accepted({ ...istio, mtls: 'strict' }, true),
    [
      strict,
      'PeerAuthentication/live/front {"selector":{"matchLabels":{"app":"front"}},"portLevelMtls":{"8080":{"mode":"PERMISSIVE"}}}',
    ],
  ],
  ['nobody comes from outside', accepted({ ...istio, mtls: 'strict' }, false), [strict]],
  [
    'what is permissive needs no more',
    accepted({ ...istio, mtls: 'permissive' }, true),
    ['PeerAuthentication/live/default {"mtls":{"mode":"PERMISSIVE"}}'],
  ],
] as const)
  test(`mesh: ${name}`, () => assert.deepEqual(found, expected))
