// Monitoring and observability: what gathers metrics, logs and traces.

import { logging, prometheus, service, tracing } from 'seaworthy'
import { says } from './says.ts'

const of = (...lines: readonly number[]) => says('Monitoring & Observability', ...lines)
const stack = (...lines: readonly number[]) => says('Cloud Deployment Stack', ...lines)

export const metrics = prometheus('prometheus', {
  every: '30s',
  retention: '15d',
  series: '50M',
  cites: { every: of(238), retention: of(239), series: of(240) },
  stated: says('Cloud Deployment Stack, Monitoring & Observability', 23, 237),
})

// The autoscalers are those of the services that the matrix lists.
const grafana = service('grafana', { scales: 'none', stated: stack(23) })

const logs = logging('elk', {
  software: { name: 'elk' },
  format: 'json',
  keptIn: 'search-index',
  keeps: [
    { tier: 'hot', for: '30d', stated: of(254) },
    { tier: 'cold', for: '90d', stated: of(254) },
  ],
  samples: [
    { of: 'debug', share: '10%', stated: of(255) },
    { of: 'errors', share: '100%', stated: of(255) },
  ],
  cites: { format: of(253), keptIn: stack(24) },
  stated: says('Cloud Deployment Stack, Monitoring & Observability', 24, 252),
})

const traces = tracing('jaeger', {
  software: { name: 'jaeger' },
  samples: [
    { of: 'normal', share: '5%', stated: of(259) },
    { of: 'errors', share: '100%', stated: of(259) },
  ],
  propagates: 'w3c',
  keeps: [{ tier: 'local', for: '72h', stated: of(261) }],
  cites: { propagates: of(260) },
  stated: of(258),
})

/** What the cloud deployment stack brings to every cluster. */
export const watching = [metrics, grafana, logs, traces]
