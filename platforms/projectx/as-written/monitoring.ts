// Observability: logs, metrics and traces, shared by all environments.

import { logging, monitoring, prometheus, service, tracing, undecided } from 'seaworthy'
import { dev, production, staging } from './environments.ts'
import { says } from './says.ts'

const line = (...lines: readonly number[]) => says('Observability and Operations', ...lines)

const logs = logging('centralized-logging', {
  software: undecided('logging-stack', { name: 'elk' }, { name: 'opensearch' }, line(55)),
  stated: line(55),
})

const metrics = prometheus('prometheus', { stated: line(55) })

const grafana = service('grafana', { software: { name: 'grafana' }, stated: line(55) })

const traces = tracing('opentelemetry', { software: { name: 'opentelemetry' }, stated: line(56) })

export const observability = monitoring('observability', {
  by: [logs, metrics, grafana],
  covers: [dev, staging, production],
  does: ['logs', 'metrics'],
  stands: 'once',
  stated: line(55),
})

/** Whether what traces requests is shared as well is not said. */
export const distributedTracing = monitoring('distributed-tracing', {
  by: [traces],
  covers: [dev, staging, production],
  does: ['traces'],
  stated: line(56),
})
