import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { redis } from '../../platform/component/redis.ts'
import { service } from '../../platform/component/service.ts'
import { type CallOptions, call } from '../../platform/language/call.ts'
import { type MeshOptions, mesh } from '../../platform/language/mesh.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { meshed } from './meshed.ts'

const requests = { cpu: '250m', memory: '256Mi' } as const
const plain = postgres('ledger-db', { requests, volume: { size: '10Gi' } })
const bank = external('bank', { listens: { https: 443 } })
const plainOrders = service('orders', { listens: 8080 })
const slots = redis('sessions', { mode: 'cluster', members: 6, shards: 3, requests })

const told = (
  options: MeshOptions,
  orders: ShopOptions['orders'] = {},
  more: ShopOptions['more'] = () => [],
): ShopOptions => ({
  orders,
  more,
  live: { mesh: mesh('traffic', options) },
})
const ledgerCalled = (options: CallOptions) => ({ calls: [call(plain, options)] })
const unsaid = 'nobody says what its proxies are: those of Istio are envoy'
const istio = { by: 'istio' } as const
const linkerd = { by: 'linkerd' } as const

const rows: [name: string, options: ShopOptions, verdict: string | undefined, ...says: readonly string[]][] = [
  ['its own proxy', told({ ...istio, proxy: 'envoy' }), 'kept', 'the proxies of Istio are envoy'],
  [
    'the proxy of another',
    told({ ...linkerd, proxy: 'envoy' }),
    'broken',
    'the proxies of Linkerd are linkerd2-proxy, and not envoy',
  ],
  ['a mesh that nobody has chosen', told({ proxy: 'envoy' }), undefined],
  ['no mesh', {}, undefined],
  ['a way that it has', told({ ...istio, balances: 'least-requests' }), 'kept', unsaid],
  [
    'a way that it has not',
    told({ ...linkerd, balances: 'round-robin' }),
    'broken',
    'calls in live: Linkerd picks by how fast each answers, and cannot be told round-robin',
  ],
  [
    'a way that needs a key',
    told(istio, { calls: [call(plain, { balances: 'consistent-hash' })] }),
    'unknown',
    'orders → ledger-db: nobody says by what Istio tells calls apart for consistent-hash',
  ],
  [
    'a store whose clients know the slots',
    told(istio, { calls: [call(slots, { balances: 'consistent-hash' })] }, () => [slots]),
    'broken',
    'orders → sessions: its clients find the member by the slot of a key themselves; a proxy that picks by consistent-hash sends them to others',
  ],
  [
    'roles that no name promises',
    told(istio, ledgerCalled({ balances: 'by-role' })),
    'unknown',
    'orders → ledger-db: no proxy knows who has which role, and no name of what is called promises one',
  ],
  [
    'roles by name',
    {
      ...told(istio, ledgerCalled({ balances: 'by-role' })),
      ledgerDb: { names: { 'db-rw': 'primary', 'db-ro': 'replica' } },
    },
    'kept',
    unsaid,
  ],
  [
    'a breaker of no number',
    told({ ...istio, breaker: {} }),
    'unknown',
    'calls in live: nobody says after how many failures a breaker opens',
  ],
  ['a breaker of connections', told(istio, ledgerCalled({ breaker: { failures: 3, for: '60s' } })), 'kept', unsaid],
  [
    'a breaker of connections where only requests are counted',
    told(linkerd, ledgerCalled({ breaker: { failures: 3, for: '60s' } })),
    'broken',
    'orders → ledger-db: Linkerd counts failures of requests, and these are connections: its breaker never opens',
  ],
  [
    'a timeout and retries of connections',
    told(istio, ledgerCalled({ timeout: '2s', retries: { attempts: 2 } })),
    'broken',
    'orders → ledger-db: only requests have a timeout, and what comes at postgres is a connection to a proxy',
    'orders → ledger-db: only requests have retries, and what comes at postgres is a connection to a proxy',
  ],
  [
    'a timeout of requests that the caller encrypts itself',
    { ...told(istio), checkout: { calls: [call(plainOrders, { timeout: '2s', tls: 'server' })] }, orders: {} },
    'broken',
    'checkout → orders: the caller begins TLS itself, so its proxy sees a connection, and only requests have a timeout',
  ],
  [
    'TLS of its own to what stands outside',
    told(istio, { calls: [call(bank, { timeout: '2s', tls: 'server' })] }, () => [bank]),
    'kept',
    unsaid,
  ],
  ['a timeout of all requests', told({ ...istio, timeout: '2s' }), 'kept', unsaid],
]

for (const [name, options, verdict, ...says] of rows) {
  test(`meshed: ${name}`, () => {
    const [answer] = verdictsOf(meshed, sampleWorld(options))
    assert.deepEqual([answer?.verdict, ...(answer ? linesOf(answer) : [])], [verdict, ...says])
  })
}
