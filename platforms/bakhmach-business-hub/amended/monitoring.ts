// What is watched, and which metrics each context has.

import { metric, monitoring, promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { development, production, secondary, staging } from './environments.ts'
import { logs, metrics, traces, watching } from './watching.ts'

const of = (...lines: readonly (number | readonly [number, number])[]) => says('Monitoring & Observability', ...lines)

export const observability = monitoring('observability', {
  by: watching,
  covers: [development, staging, production, secondary],
  stands: 'in-each',
  does: ['metrics', 'logs', 'traces', 'alerts'],
  stated: of([235, 261]),
})

const latency = metric('http_request_duration_seconds', {
  unit: 's',
  quantile: ['p50', 'p95', 'p99'],
  per: 'all',
  stated: of(243),
})

export const requests = metric('http_requests_total', { unit: 'count', per: 'all', stated: of(244, 245) })

export const errors = metric('http_error_share', {
  unit: 'percent',
  shows: 'failed-requests',
  per: 'all',
  stated: of(244),
})

/** Of all that keeps rows: how far the other region, or the last copy, is behind. */
export const behind = metric('replication_lag', { unit: 's', shows: 'replication-lag' })

/** Of what a service may open, and of what waits. */
export const pools = metric('pool_connections', { unit: 'count', per: 'all', stated: of(246) })
export const depth = metric('queue_depth', { unit: 'count', per: 'all', stated: of(247) })

const perContext = [
  latency,
  requests,
  errors,
  pools,
  depth,
  metric('cache_hits_total', { unit: 'count', per: 'all', stated: of(248) }),
  metric('cache_misses_total', { unit: 'count', per: 'all', stated: of(248) }),
  metric('istio_requests_total', { unit: 'count', per: 'all', stated: of(249) }),
]

export const observed = [
  promise.collects(metrics, { in: production, metrics: perContext, stated: of([242, 249]) }),
  promise.scrapes(metrics, { in: production, every: '30s', keeps: '15d', stated: of(238, 239) }),
  promise.gathers(logs, { in: production, format: 'json', for: '90d', keptIn: 'search-index', stated: of(253, 254) }),
  promise.gathers(logs, { in: production, name: 'hot', tier: 'hot', for: '30d', stated: of(254) }),
  promise.gathers(logs, { in: production, name: 'debug', of: 'debug', share: '10%', stated: of(255) }),
  promise.gathers(logs, { in: production, name: 'errors', of: 'errors', share: '100%', stated: of(255) }),
  promise.gathers(traces, { in: production, tier: 'local', for: '72h', propagates: 'w3c', stated: of(260, 261) }),
  promise.gathers(traces, { in: production, name: 'normal', of: 'normal', share: '5%', stated: of(259) }),
  promise.gathers(traces, { in: production, name: 'errors', of: 'errors', share: '100%', stated: of(259) }),
]
