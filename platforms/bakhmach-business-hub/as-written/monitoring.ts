// Monitoring and observability: what is watched, and which metrics each context has.

import { metric, monitoring, promise } from 'seaworthy'
import { development, production, staging } from './environments.ts'
import { says } from './says.ts'
import { cache, database } from './stores.ts'
import { metrics, watching } from './watching.ts'

const of = (...lines: readonly (number | readonly [number, number])[]) => says('Monitoring & Observability', ...lines)

export const observability = monitoring('observability', {
  by: watching,
  covers: [development, staging, production],
  does: ['metrics', 'logs', 'traces'],
  stated: of([235, 261]),
})

const perContext = [
  metric('api-latency', { unit: 'ms', quantile: ['p50', 'p95', 'p99'], per: 'all', stated: of(243) }),
  metric('error-rate', { unit: 'percent', shows: 'failed-requests', per: 'all', stated: of(244) }),
  metric('request-volume', { unit: 'count', per: 'all', stated: of(245) }),
  metric('database-connection-pool', { of: database, unit: 'count', per: 'all', stated: of(246) }),
  metric('message-queue-depth', { unit: 'count', per: 'all', stated: of(247) }),
  metric('cache-hit-miss-ratio', { of: cache, unit: 'ratio', per: 'all', stated: of(248) }),
  metric('service-mesh-metrics', { per: 'all', exposedBy: ['Istio'], stated: of(249) }),
]

export const observed = [promise.collects(metrics, { in: production, metrics: perContext, stated: of([242, 249]) })]
