// Deployment and network architecture: who comes in by what, who calls whom, and what nobody may.

import type { World } from '../../../src/check/world.ts'
import { answer, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, listed } from '../../findings/changing.ts'
import { without } from './edits.ts'
import { shown } from './shown.ts'

const topology = 'drawn/asset-tokenization-kit/production deployment architecture'

/** Who calls what from outside the cluster, in production. */
const fromOutside =
  (called: string) =>
  ({ views }: World) =>
    views
      .flatMap(({ estate }) => estate.facts)
      .flatMap((fact) =>
        fact.trait === 'calls' &&
        fact.environment === 'production' &&
        fact.to.is === 'outside' &&
        fact.to.name === called
          ? [fact.component]
          : [],
      )
      .sort()

const calls = (number: number, title: string, id: string, says: string, [from, to]: readonly [string, string]): Fact =>
  shown(number, title, {
    kinds: ['check'],
    holds: [kept(`reaches/production/${id}`, says)],
    unless: without(from, to),
  })

const noWay = (name: string) => components([name], (options) => ({ ...options, calls: [] }))

export const network: readonly Fact[] = [
  shown(26, 'browsers, mobile apps and clients of the API come in from the internet', {
    kinds: ['express'],
    holds: [kept(topology, 'all arrows are ways that are declared: 25')],
    unless: noWay('mobile-apps'),
  }),
  shown(27, 'a CDN is first: it keeps copies and takes floods', {
    kinds: ['express', 'render'],
    holds: [kept('forwards/production/cdn', 'cdn sees the requests: caches')],
    unless: components(['cdn'], (options) => ({ ...options, does: ['absorbs-ddos'] })),
  }),
  shown(29, 'an ingress controller ends TLS and reads paths and hosts', {
    kinds: ['express', 'render'],
    holds: [
      kept('forwards/production/ingress-controller', 'routes-by-path', 'TLS ends at ingress-controller'),
      kept('enters/production/Service/ingress-controller'),
    ],
    unless: components(['ingress-controller'], (options) => ({ ...options, tls: 'passes' })),
  }),
  shown(30, 'a gateway stands before all services, and is reached through the ingress alone', {
    kinds: ['express', 'render'],
    holds: [holds('reachedOnlyBy/production/service-gateway', 'kept out by')],
    unless: without('ingress-controller', 'service-gateway'),
  }),
  shown(31, 'the gateway gets to the pages and to the API', {
    kinds: ['check'],
    holds: [
      kept('reaches/production/service-gateway/web-frontend:http'),
      kept('reaches/production/service-gateway/api-backend:http', 'let through by service-gateway, api-backend'),
    ],
    unless: without('service-gateway', 'api-backend'),
  }),
  shown(32, 'pages ask the API, and the database never', {
    kinds: ['check'],
    holds: [
      kept('reaches/production/web-frontend/api-backend:http'),
      holds('reachedOnlyBy/production/database', 'database is reached by api-backend only'),
    ],
    unless: without('web-frontend', 'api-backend'),
  }),
  calls(33, 'the API asks the indexer', 'api-backend/subgraph:http', 'at TCP 8080', ['api-backend', 'subgraph']),
  calls(34, 'the API gets to the database at its port', 'api-backend/database:postgres', 'at TCP 5432', [
    'api-backend',
    'database',
  ]),
  calls(35, 'the API gets to the cache at its port', 'api-backend/cache:redis', 'at TCP 6379', [
    'api-backend',
    'cache',
  ]),
  calls(36, 'the API gets to the store of objects', 'api-backend/storage', '203.0.113.64/26', [
    'api-backend',
    'storage',
  ]),
  calls(37, 'the API gets to the chain', 'api-backend/blockchain', '203.0.113.32/28', ['api-backend', 'blockchain']),
  calls(38, 'the indexer gets to the chain', 'subgraph/blockchain', 'let through by subgraph', [
    'subgraph',
    'blockchain',
  ]),
  shown(39, 'the chain stands outside, at addresses of its own', {
    kinds: ['express'],
    holds: [answer('who calls it', fromOutside('blockchain'), ['api-backend', 'subgraph'])],
    unless: without('subgraph', 'blockchain'),
  }),
  shown(42, 'pages, API and indexer report to what watches', {
    kinds: ['check'],
    holds: [
      kept(topology, 'all arrows are ways that are declared: 25'),
      ...['web-frontend', 'api-backend', 'subgraph'].map((name) => kept(`scraped/production/PodMonitor/${name}`)),
    ],
    unless: change('monitoring', ['monitoring'], (options) => ({
      ...options,
      watches: listed(options.watches).slice(0, 1),
    })),
  }),
  shown(92, 'what comes from outside comes by one way: users, programs, webhooks', {
    kinds: ['express'],
    holds: [kept('drawn/asset-tokenization-kit/network architecture', 'all boxes are declared: 13')],
    unless: noWay('webhook-deliveries'),
  }),
  shown(109, 'into the database gets who shows a password and is let through, and it is written down', {
    kinds: ['secure', 'run'],
    holds: [
      holds('authenticates/production/database', 'database asks for a password', 'writes down who asked for what'),
      holds('reachedOnlyBy/production/database', 'at TCP 5432'),
    ],
    unless: components(['database'], (options) => ({ ...options, authenticates: { by: 'nothing' } })),
  }),
  shown(110, 'one mesh, whose proxies can do what is asked of them', {
    kinds: ['express', 'render'],
    holds: [kept('meshed/production/service-mesh', 'the proxies of Istio are envoy')],
    unless: change('mesh', ['service-mesh'], (options) => ({ ...options, by: 'linkerd' })),
  }),
  shown(113, 'from the ingress on, all three services are reached through the mesh', {
    kinds: ['check'],
    holds: [
      ...['web-frontend', 'api-backend', 'subgraph'].map((name) =>
        kept(`reaches/production/service-gateway/${name}:http`),
      ),
      kept('mutualTls/production/mtls', 'service-mesh refuses what shows no certificate'),
    ] as [ReturnType<typeof kept>],
    unless: change('mesh', ['service-mesh'], (options) => ({ ...options, mtls: 'permissive' })),
  }),
]
