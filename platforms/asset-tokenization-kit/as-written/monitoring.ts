// Monitoring and observability: what gathers what, where it is kept, which environments it watches, and what is measured.

import {
  alertmanager,
  logging,
  monitoring,
  prometheus,
  promise,
  receiver,
  service,
  tracing,
  undecided,
} from 'seaworthy'
import { system } from './cluster.ts'
import { api, subgraph, web } from './components.ts'
import { disasterRecovery, preProduction, production, staging } from './environments.ts'
import { cAdvisor, keyMetrics, nodeExporter } from './metrics.ts'
import { says } from './says.ts'

const stack = (...lines: readonly number[]) => says('Observability Stack', ...lines)

/** The ways by which alerts are sent. */
export const email = receiver('email', { by: 'email', stated: stack(699) })
export const slack = receiver('slack', { by: 'Slack', stated: stack(699) })
export const pagerDuty = receiver('pagerduty', { by: 'PagerDuty', stated: stack(699) })

export const alerts = alertmanager('alert-manager', {
  operatedBy: 'hand',
  receivers: [email, slack, pagerDuty],
  cites: { receivers: stack(699) },
  stated: stack(697, 714, 715),
})

export const metrics = prometheus('prometheus', {
  calls: [alerts],
  cites: { calls: stack(714) },
  stated: stack(673, 681),
})

export const grafana = service('grafana', { calls: [metrics], cites: { calls: stack(710) }, stated: stack(689) })

const logs = logging('log-collection', {
  pool: system,
  software: undecided('log-collector', { name: 'fluentd' }, { name: 'fluent-bit' }, stack(675)),
  of: ['application', 'system', 'audit'],
  keptIn: 'search-index',
  keeps: [
    {
      tier: 'online',
      for: '90d',
      from: 'writing',
      stated: says('Persistent Volume Management', 651),
    },
    { tier: 'archive', for: '7y', stated: says('Persistent Volume Management', 651) },
  ],
  cites: {
    of: stack(675),
    pool: says('Node Pool Configuration, Cluster Architecture', 212, 146),
    keptIn: stack(683, 707),
  },
  stated: stack(675),
})

const logStore = service('elasticsearch', { stated: stack(683, 707, 711) })

const kibana = service('kibana', { stated: stack(691, 711) })

const traces = tracing('trace-collection', {
  software: undecided('trace-collector', { name: 'jaeger' }, { name: 'zipkin' }, stack(677)),
  keptIn: 'own-storage',
  cites: { keptIn: stack(685, 708) },
  stated: stack(677),
})

const jaegerUi = service('jaeger-ui', { stated: stack(693, 712) })

const backupStack = prometheus('backup-monitoring', { stated: says('Recovery Architecture', 797) })

export const monitoringStack = monitoring('monitoring-stack', {
  by: [metrics, nodeExporter, cAdvisor, grafana, logs, logStore, kibana, traces, jaegerUi, alerts],
  covers: [staging, preProduction, production, disasterRecovery],
  does: ['health-checks', 'metrics', 'alerts'],
  backedBy: [backupStack],
  stated: says('Environment Hierarchy', 439, 463, 464, 465, 466),
})

/** The drawing of the whole has it outside the cluster, and three workloads report to it. */
export const drawnMonitoring = monitoring('monitoring', {
  by: [metrics, logs, logStore, alerts],
  covers: [production],
  watches: [web, api, subgraph],
  does: ['metrics', 'logs', 'alerts'],
  outside: true,
  stated: says('Deployment Architecture', 65, 68, 97, 98, 99),
})

export const kept = [
  promise.collects(metrics, {
    in: production,
    metrics: keyMetrics,
    stated: says('Observability Stack, Monitoring Metrics', 673, [735, 737], 739),
  }),
  // Logs are kept in a search index where they are drawn, and in a time-series database where storage is listed.
  promise.gathers(logs, { keptIn: 'time-series', stated: says('Storage Architecture', 641) }),
  promise.recovers(monitoringStack, {
    in: production,
    within: '1h',
    losing: '5m',
    tested: 'month',
    stated: says('Recovery Architecture', 797),
  }),
]
