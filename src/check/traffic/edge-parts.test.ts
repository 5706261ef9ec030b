// Products in the path of traffic, and where what they hand on leads to.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client } from '../../platform/component/client.ts'
import { type DnsOptions, dns } from '../../platform/component/dns.ts'
import type { EdgeOptions } from '../../platform/component/edge.ts'
import { type GatewayOptions, gateway } from '../../platform/component/gateway.ts'
import { loadBalancer } from '../../platform/component/load-balancer.ts'
import { waf } from '../../platform/component/waf.ts'
import { dnsFailover } from '../../platform/language/dns-failover.ts'
import { environment } from '../../platform/language/environment.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Cluster, Environment } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { forwards } from './forwards.ts'

const balanced = (options: EdgeOptions, last: GatewayOptions = {}, port = 'http', promised = false): ShopOptions => {
  const front = gateway('front', { listens: { http: 80, https: 443, metrics: 9090 }, ...last })
  const balancer = loadBalancer('balancer', { calls: [front.port(port as 'http')], ...options })
  return {
    more: () => [front, balancer],
    promises: ({ live }) => (promised ? [promise.recovers(live, { within: '5m' })] : []),
  }
}
const checked = (healthChecks: EdgeOptions['healthChecks']) => balanced({ healthChecks }, {}, 'http', true)

// The same value wherever it is named.
const places = new WeakMap<Cluster, Environment>()
function away(harbour: Cluster): Environment {
  const known = places.get(harbour) ?? environment('away', { on: harbour, namespace: 'away', runs: [] })
  places.set(harbour, known)
  return known
}
const named = (options: Partial<DnsOptions>): ShopOptions => ({
  more: () => [client('till'), dns('names', { answers: 'internet', by: 'route53', ...options })],
  environments: ({ harbour }) => [away(harbour)],
  promises: ({ live, harbour }) => [
    promise.recovers(
      dnsFailover('over', { from: live, to: away(harbour), by: 'route53', checks: { every: '10s', failures: 3 } }),
      { within: '2m' },
    ),
  ],
})

type Row = readonly [name: string, options: ShopOptions, subject: string, verdict: string, says: string]
const rows: readonly Row[] = [
  [
    'what it can do',
    balanced({
      by: 'nlb',
      layer: 4,
      does: ['distributes'],
      healthChecks: { every: '10s', failures: 3, timeout: '5s' },
    }),
    'balancer',
    'kept',
    'balancer is a Network Load Balancer: load balancing, layer 4, distributes, a check every 10s, 3 failed checks, 5s for each check',
  ],
  [
    'a layer that it has not',
    balanced({ by: 'nlb', layer: 7 }),
    'balancer',
    'broken',
    'balancer is a Network Load Balancer, which does not do layer 7',
  ],
  [
    'figures that its API refuses',
    balanced({ by: 'alb', healthChecks: { every: '1s', failures: 12 } }),
    'balancer',
    'broken',
    'balancer is an Application Load Balancer, which does not do a check every 1s, 12 failed checks',
  ],
  [
    'a product that is not known here',
    balanced({ by: 'big-box' }),
    'balancer',
    'unknown',
    'balancer is big-box, and nothing is known here of what that can do',
  ],
  [
    'addresses of somebody else',
    { more: () => [waf('shield', { by: 'cloudflare', at: '203.0.113.0/24' })] },
    'shield',
    'broken',
    'shield is said to call from 203.0.113.0/24, and that is in none of the 15 blocks that Cloudflare publishes',
  ],
  [
    'its own addresses',
    { more: () => [waf('shield', { by: 'cloudflare', at: '162.159.0.0/16' })] },
    'shield',
    'kept',
    'shield calls from 162.159.0.0/16, which is one of the 15 blocks of Cloudflare, or in one: what comes from the others is let in by no policy for it',
  ],
  [
    'left in time',
    checked({ every: '10s', failures: 3, timeout: '5s' }),
    'balancer',
    'kept',
    'balancer leaves who no longer answers after 3 × 10s + 5s = 35s, of 5m in which things are to be back',
  ],
  [
    'left too late',
    checked({ every: '2m', failures: 3 }),
    'balancer',
    'broken',
    'balancer goes on for 3 × 2m = 6m with who no longer answers, and things are to be back within 5m',
  ],
  [
    'checks where a probe asks',
    balanced({ healthChecks: { path: '/ready' } }, { readiness: { path: '/ready', port: 'http' } }),
    'balancer',
    'kept',
    'balancer asks front at /ready, where its own probe asks',
  ],
  [
    'checks where nothing is said to answer',
    balanced({ healthChecks: { path: '/up' } }, { readiness: { path: '/ready', port: 'http' } }),
    'balancer',
    'unknown',
    'balancer asks front at /up, and nobody says that it answers there: its probes ask /ready',
  ],
  [
    'the port of metrics',
    balanced({}, { metrics: { port: 'metrics' } }, 'metrics'),
    'balancer',
    'broken',
    'balancer leads to metrics of front, where its metrics are',
  ],
  [
    'TLS for a port that takes none',
    balanced({ tls: 'passes' }, { tls: 'terminates' }),
    'balancer',
    'broken',
    'balancer hands TLS on as it is, and http of front takes none: https does',
  ],
  [
    'a port that does',
    balanced({ tls: 'passes' }, { tls: 'terminates' }, 'https'),
    'balancer',
    'kept',
    'balancer leads to https of front',
  ],
  [
    'nothing tells requests apart',
    {
      more: ({ checkout, orders }) => [
        gateway('front', { listens: 80, does: ['translates'], calls: [checkout, orders] }),
      ],
    },
    'front',
    'unknown',
    'front leads to checkout, orders, and nothing that is said of it tells their requests apart',
  ],
  [
    'paths do',
    {
      more: ({ checkout, orders }) => [
        gateway('front', { listens: 80, does: ['routes-by-path'], calls: [checkout, orders] }),
      ],
    },
    'front',
    'kept',
    'front tells requests for checkout, orders apart: routes-by-path',
  ],
  [
    'names that lead elsewhere in time',
    named({ ttl: '60s' }),
    'names',
    'kept',
    'over leads elsewhere within 2m: 30s until it is noticed + 60s for which answers are kept = 90s',
  ],
  [
    'answers that are kept too long',
    named({ ttl: '5m' }),
    'names',
    'broken',
    'over is to lead elsewhere within 2m, and takes longer: 30s until it is noticed + 5m for which answers are kept = 5m30s',
  ],
  [
    'who answers is another',
    named({ by: 'cloudflare' }),
    'names',
    'broken',
    'cloudflare answers for names, and over has route53 lead it elsewhere',
  ],
  [
    'a resolver of the cluster for the internet',
    named({ by: 'kube-dns' }),
    'names',
    'broken',
    'names is kube-dns, which does not do names on the internet',
  ],
]

for (const [name, options, subject, verdict, says] of rows)
  test(`forwards: ${name}`, () => {
    const found = verdictsOf(forwards, sampleWorld(options)).find(({ id }) => id === `forwards/live/${subject}`)
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(says), found && linesOf(found).join('\n'))
  })
