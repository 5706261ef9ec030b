// Logs, metrics and traces of all environments, in a place of their own: whatever comes from one says so, and is read by
// those who are let into it alone.

import { daemon, gateway, logging, prometheus, service, tracing } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { core, intakes } from './places.ts'
import { answering, hardened, small } from './usual.ts'

const line = (...lines: readonly number[]) => says('Observability and Operations', ...lines)

const large = { requests: { cpu: 1, memory: '4Gi' }, limits: { cpu: 2, memory: '4Gi' } } as const

export const logs = logging('centralized-logging', {
  ...answering('centralized-logging', 9200),
  ...large,
  software: { name: 'opensearch', version: '3' },
  listens: 9200,
  replicas: 3,
  format: 'json',
  keeps: [{ tier: 'hot', for: '30d', from: 'writing' }],
  keptIn: 'search-index',
  stated: line(55),
})

export const metrics = prometheus('prometheus', {
  ...large,
  security: hardened,
  account: 'prometheus',
  operatedBy: 'prometheus-operator',
  volume: { size: '100Gi', class: 'gp3' },
  every: '30s',
  retention: '30d',
  stated: line(55),
})

export const traces = tracing('opentelemetry', {
  ...answering('opentelemetry', 4318),
  software: { name: 'opentelemetry' },
  listens: 4318,
  replicas: 3,
  calls: [logs],
  keeps: [{ tier: 'hot', for: '7d', from: 'writing' }],
  decides: 'tail',
  propagates: 'w3c',
  stated: line(56),
})

export const grafana = service('grafana', {
  ...answering('grafana', 3000),
  software: { name: 'grafana', version: '12' },
  listens: 3000,
  metrics: { port: 3000 },
  replicas: 2,
  budget: { minAvailable: 1 },
  calls: [metrics, logs, traces],
  stated: line(55),
})

/** Everything comes in by it, in one direction, from all environments. */
export const intake = gateway('telemetry-intake', {
  ...answering('telemetry-intake', 8443),
  listens: 8443,
  loadBalancer: true,
  in: intakes,
  replicas: 3,
  calls: [logs, metrics, traces],
  stated: line(55),
})

export const stack = [logs, metrics, traces, grafana, intake]

/** On each node of every environment: it sends what it gathers, and is asked by nobody. */
export const telemetry = daemon('telemetry', { ...small, account: 'telemetry', calls: [intake], in: core })
