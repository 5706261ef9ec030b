// Calls that say how they are made, the mesh, the edge and the networks: what is refused in them, and the twin that is not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  call,
  cdn,
  cluster,
  dns,
  environment,
  external,
  gateway,
  link,
  loadBalancer,
  mesh,
  natGateway,
  network,
  PlatformProblems,
  platform,
  postgres,
  segment,
  service,
  sized,
  undecided,
  waf,
} from '../../index.ts'
import { componentsOf } from '../derive.ts'
import { traitsOf } from '../traits.ts'
import { worldsOf } from '../worlds.ts'
import type { EnvironmentOptions } from './environment.ts'

const east = cluster('east', { kubernetes: '1.36', nodes: [] })
const ledger = postgres('ledger')
const shop = service('shop', { listens: { http: 8080 }, calls: [ledger] })

function told(options: Partial<EnvironmentOptions>): readonly string[] {
  const live = environment('live', { on: east, namespace: 'live', ...options })
  try {
    platform('shop', { environments: [live] })
    return []
  } catch (error) {
    if (!(error instanceof PlatformProblems)) throw error
    return error.problems.map(({ of, path, found, allowed }) => `${of}: ${path}: found ${found}, allowed: ${allowed}`)
  }
}

const calling = (options: object) => [ledger, service('basket', { calls: [call(ledger, options)] })]
const callable = "a duration such as '30s', '15m' or '6h'"

const rows: [name: string, options: Partial<EnvironmentOptions>, told: readonly string[]][] = [
  ['a call with all that it may say', { runs: calling({ timeout: '2s', idempotent: true, batch: true }) }, []],
  ['a call to a port', { runs: [ledger, shop, service('basket', { calls: [call(shop.port('http'))] })] }, []],
  ['a time that is none', { runs: calling({ timeout: 2 }) }, [`call: timeout: found 2, allowed: ${callable}`]],
  [
    'retries of no number',
    { runs: calling({ retries: { backoff: 'exponential' } }) },
    [
      'call: retries.attempts: found nothing, allowed: a whole number from 1 (how often it is tried at most, the first time counted)',
    ],
  ],
  [
    'a call of what does not run',
    { runs: [service('basket', { calls: [call(ledger)] })] },
    [
      'service basket: calls[0]: found ledger, a component that runs neither in live nor elsewhere, allowed: one that runs: basket',
    ],
  ],
  ['a mesh', { mesh: mesh('traffic', { by: 'istio', version: '1.29', mtls: 'strict', timeout: '30s' }) }, []],
  ['a mesh that nobody has chosen', { mesh: mesh('traffic', { mtls: 'strict' }) }, []],
  ['a mesh of two', { mesh: mesh('traffic', { by: undecided('mesh', 'istio', 'linkerd') }) }, []],
  [
    'the version of nobody knows what',
    { mesh: mesh('traffic', { version: '1.29' }) },
    ["mesh traffic: version: found '1.29', allowed: nothing where by does not say of which mesh"],
  ],
  ['a balancer on layer 4', { runs: [loadBalancer('lb', { layer: 4, calls: [shop] }), shop, ledger] }, []],
  [
    'a balancer on layer 5',
    { runs: [loadBalancer('lb', { layer: 5 as 4, calls: [shop] }), shop, ledger] },
    ['loadBalancer lb: layer: found 5, allowed: 4 (connections) or 7 (requests)'],
  ],
  [
    'a gateway on layer 6',
    { runs: [gateway('front', { layer: 6 as 7, calls: [shop] }), shop, ledger] },
    ['gateway front: layer: found 6, allowed: 4 (connections) or 7 (requests)'],
  ],
  [
    'names of nobody',
    { runs: [dns('names', {} as { answers: 'cluster' })] },
    ["dns names: answers: found nothing, allowed: 'cluster', 'internet' (whose names it knows)"],
  ],
]

for (const [name, options, expected] of rows) {
  test(`traffic: ${name}`, () => assert.deepEqual(told(options), expected))
}

test('traffic: what a call says goes with the call, and its target counts like any other', () => {
  const basket = service('basket', { calls: [call(ledger, { timeout: '2s' }), shop.port('http')] })
  const { calls, tuned } = traitsOf(basket)
  assert.deepEqual(
    calls.map((target) => (target.is === 'port' ? `${target.component.name}:${target.port}` : target.name)),
    ['ledger', 'shop:http'],
  )
  assert.deepEqual(
    tuned?.map(({ to, timeout }) => [to === ledger, timeout]),
    [[true, '2s']],
  )
})

test('traffic: what stands instead is called in the same way', () => {
  const trial = postgres('trial-ledger')
  const basket = service('basket', { calls: [call(ledger, { timeout: '2s' })] })
  const live = environment('live', { on: east, namespace: 'live', runs: [ledger, basket] })
  const test = environment('test', { on: east, namespace: 'test', like: live, instead: [[ledger, trial]] })
  const [here] = componentsOf(test)
  assert.deepEqual(here && traitsOf(here).tuned?.map(({ to, timeout }) => [to === trial, timeout]), [[true, '2s']])
  const small = environment('small', {
    on: east,
    namespace: 'small',
    like: live,
    sized: [sized(ledger, { version: '18' })],
  })
  const [shrunk] = componentsOf(small)
  const [callee] = (shrunk && traitsOf(shrunk).calls) ?? []
  assert.equal(callee?.is === 'component' && callee.options.version, '18')
})

test('traffic: an open choice within a call is decided in each world', () => {
  const target = undecided('store', ledger, postgres('other'))
  const basket = service('basket', { calls: [call(target, { timeout: undecided('patience', '1s', '2s') })] })
  const live = environment('live', { on: east, namespace: 'live', runs: [ledger, postgres('other'), basket] })
  const { worlds } = worldsOf(platform('shop', { environments: [live] }))
  assert.deepEqual(
    worlds.map(({ platform: { environments } }) =>
      environments.flatMap((one) =>
        one.is === 'environment'
          ? componentsOf(one).flatMap((component) =>
              (traitsOf(component).tuned ?? []).map(({ to, timeout }) => `${'name' in to && to.name} ${timeout}`),
            )
          : [],
      ),
    ),
    [['ledger 1s'], ['other 1s'], ['ledger 2s'], ['other 2s']],
  )
})

test('traffic: what stands at the edge is outside every cluster, and says what it does', () => {
  const vpc = network('vpc', { cidr: '10.0.0.0/16' })
  const open = segment('open', { of: vpc, tier: 'public', zones: ['a', 'b'] })
  const balancer = loadBalancer('lb', { by: 'alb', layer: 7, tls: 'terminates', internal: true, in: open })
  const shield = waf('shield', { does: ['filters'], calls: [balancer] })
  const cache = cdn('cache', { at: '203.0.113.0/24', calls: [shield] })
  const out = natGateway('out', { in: [open], zones: ['a'] })
  const names = dns('names', { answers: 'internet', ttl: '60s', calls: [cache] })
  const agency = external('agency', { over: link('agency-vpn', { kind: 'vpn' }) })
  const all = [balancer, shield, cache, out, names, agency].map(traitsOf)
  assert.deepEqual([...new Set(all.flatMap(({ runs }) => runs.map(({ controller }) => controller)))], ['outside'])
  const [first, second, third, fourth, fifth, last] = all
  assert.deepEqual(first?.forwards, {
    is: 'load-balancer',
    does: [],
    by: 'alb',
    layer: 7,
    tls: 'terminates',
    internal: true,
  })
  assert.deepEqual(first?.in, [open])
  assert.deepEqual(second?.forwards, { is: 'waf', does: ['filters'] })
  assert.equal(third?.runs[0]?.at, '203.0.113.0/24')
  assert.deepEqual(fourth?.translates, { zones: ['a'] })
  assert.deepEqual(fifth?.resolves, { answers: 'internet', ttl: '60s' })
  assert.equal(last?.over?.kind, 'vpn')
})
