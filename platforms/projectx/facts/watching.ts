// Logs, metrics and traces: what gathers them stands, and is reached.

import { field, holds } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { components } from '../../findings/changing.ts'

const image = (name: string) => components([name], (options) => ({ ...options, replicas: 1 }))

export const watching: readonly Fact[] = [
  {
    id: 'PX-48',
    title: 'logs come together in one store, and are searched there',
    kinds: ['render', 'observe'],
    holds: [
      field('Deployment/observability/centralized-logging', ['spec', 'replicas'], 3),
      holds('reaches/observability/telemetry-intake/centralized-logging:main'),
      holds('reaches/observability/grafana/centralized-logging:main'),
    ],
    unless: image('centralized-logging'),
  },
  {
    id: 'PX-49',
    title: 'Prometheus keeps metrics, and Grafana shows them',
    kinds: ['render', 'observe'],
    holds: [
      field('Prometheus/observability/prometheus', ['spec', 'retention'], '30d'),
      holds('reaches/observability/grafana/prometheus-prometheus:web'),
    ],
    unless: components(['prometheus'], (options) => ({ ...options, retention: '1d' })),
  },
  {
    id: 'PX-51',
    title: 'traces of all services come in by one door, from a collector on each node',
    kinds: ['render', 'observe'],
    holds: [
      field('Deployment/observability/opentelemetry', ['spec', 'replicas'], 3),
      holds('reaches/production/telemetry/telemetry-intake'),
    ],
    unless: image('opentelemetry'),
  },
]
