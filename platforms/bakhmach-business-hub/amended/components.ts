// The service deployment matrix: requests as it has them, as many pods as production promises, and limits beside them.

import { type Component, type Context, call, gateway as gatewayOf, service } from 'seaworthy'
import { audityzer, cannabis, corridor, defense, hub, slon } from '../as-written/contexts.ts'
import { says } from '../as-written/says.ts'
import { advising } from './scaling.ts'
import { cache, database, documents, queue, trails } from './stores.ts'
import { probes, usual } from './usual.ts'

const topology = (...lines: readonly (number | readonly [number, number])[]) => says('Network Topology', ...lines)
const row = (line: number) => says('Service Deployment Matrix', line)

const metered = ['http_requests_total', 'http_request_duration_seconds', 'http_error_share']
const ofStores = ['pool_connections', 'queue_depth', 'cache_hits_total', 'cache_misses_total']

/** What is not in the mesh shows a certificate of its own. */
const stored = (to: Component) => call(to, { tls: 'server', stated: topology(99) })

/** Each request has a key by which a second one is told from the first, so that it may be tried again. */
const again = (to: Component) => call(to, { idempotent: true, stated: topology(83, [88, 89]) })

const usually = {
  ...usual,
  ...probes(8080),
  listens: { http: 8080, metrics: 9090 },
  replicas: 3,
  resizes: advising,
  budget: { maxUnavailable: 1 },
  update: { maxUnavailable: 0, maxSurge: 1 },
} as const

// The document gives one amount for each service: it is what they request, and twice as much is the most.
const each = (name: string, line: number, context: Context | 'all', cpu: number, memoryMi: number) =>
  service(name, {
    ...usually,
    context,
    image: `ghcr.io/bakhmach/${name}:1.0.0`,
    account: name,
    requests: { cpu: `${cpu}m`, memory: `${memoryMi}Mi` },
    limits: { cpu: `${2 * cpu}m`, memory: `${2 * memoryMi}Mi` },
    metrics: { port: 'metrics', names: [...metered, ...ofStores] },
    calls: [database, documents, cache, trails, queue].map(stored),
    stated: row(line),
  })

export const auth = each('auth-service', 35, 'all', 500, 512)
const core = each('bakhmach-core', 37, hub, 750, 768)
const finance = each('slon-finance', 38, slon, 1000, 1536)
const audit = each('audityzer-audit', 39, audityzer, 600, 512)
const agent = each('debt-agent-ai', 40, defense, 2000, 2048)
const trade = each('trade-connector', 41, corridor, 750, 768)
const infusion = each('infusion-processor', 42, cannabis, 500, 512)

export const business: readonly Component[] = [core, finance, audit, agent, trade, infusion]
export const services: readonly Component[] = [auth, ...business]

export const gateway = gatewayOf('api-gateway', {
  ...usually,
  context: 'all',
  account: 'api-gateway',
  by: 'kong',
  software: { name: 'kong', version: '3.14' },
  layer: 7,
  tls: 'terminates',
  requests: { cpu: '1000m', memory: '1024Mi' },
  limits: { cpu: '2000m', memory: '2Gi' },
  metrics: { port: 'metrics', names: metered },
  calls: services.map(again),
  cites: { by: says('Cloud Deployment Stack, Service Deployment Matrix, Network Topology', 28, 36, 83) },
  stated: row(36),
})
