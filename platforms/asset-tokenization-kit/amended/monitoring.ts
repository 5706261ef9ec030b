// Monitoring and observability: what gathers what, where it is kept, which environments it watches; and a second, smaller
// stack in the other region, which watches when the first is gone.

import {
  alertmanager,
  content,
  daemon,
  environment,
  external,
  logging,
  metricsAdapter,
  monitoring,
  prometheus,
  promise,
  search,
  service,
  tracing,
} from 'seaworthy'
import { says } from '../as-written/says.ts'
import { data, kubernetes, recoverySite, system } from './cluster.ts'
import { api, subgraph, web } from './components.ts'
import { backupStorage } from './copies.ts'
import { disasterRecovery, preProduction, production, shared, staging } from './environments.ts'
import { keyMetrics } from './metrics.ts'
import { serviceMesh } from './network.ts'
import { dataKey, ofApplication } from './secrets.ts'
import { receivers } from './teams.ts'
import { hardened, writing } from './usual.ts'

const stack = (...lines: readonly number[]) => says('Observability Stack', ...lines)
const collected = says('Monitoring Metrics', 736)
const purpose = says('Container Strategy', 509)

const small = {
  security: hardened,
  pool: system,
  requests: { cpu: '50m', memory: '128Mi' },
  limits: { cpu: '200m', memory: '512Mi' },
  cites: { security: purpose },
} as const
/** What answers somebody: until it does, nobody is sent to it. */
const serving = { ...small, starts: '30s' } as const
const onEachNode = { ...small, pool: undefined, requests: { cpu: '20m', memory: '64Mi' } } as const
const metricsPort = { listens: { metrics: 9100 }, metrics: { port: 'metrics' } } as const

// Whoever is told stands outside: their addresses are theirs to change, so the port alone is opened.
const notified = external('notification-services', { listens: { https: 443 }, at: '0.0.0.0/0' })

const alerts = alertmanager('alert-manager', {
  ...small,
  replicas: 2,
  receivers,
  calls: [notified],
  cites: { receivers: stack(699) },
  stated: stack(697, 714, 715),
})

const collecting = {
  ...small,
  security: writing,
  operatedBy: 'prometheus-operator',
  every: '15s',
  evaluates: '15s',
  retention: '35d',
  requests: { cpu: '300m', memory: '2Gi' },
  limits: { cpu: '1000m', memory: '4Gi' },
  volume: { size: '100Gi', class: 'standard-ssd' },
} as const

const metrics = prometheus('prometheus', {
  ...collecting,
  account: 'prometheus',
  calls: [alerts],
  cites: { calls: stack(714) },
  stated: stack(673, 681),
})

/** Serves what pods expose to autoscalers. */
const adapter = metricsAdapter('pod-metrics', { ...serving, replicas: 2, asks: metrics, serves: ['pods'] })

const index = search('log-search', {
  ...small,
  security: writing,
  by: 'elasticsearch',
  version: '9.2',
  members: 3,
  replication: { mode: 'consensus', failover: 'automatic' },
  pool: data,
  place: { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] },
  requests: { cpu: '500m', memory: '2Gi' },
  limits: { cpu: '1000m', memory: '4Gi' },
  volume: { size: '200Gi', class: 'standard-ssd' },
  encrypted: { by: 'disk', cipher: 'AES-256', key: dataKey },
  backups: [
    {
      name: 'log-copies',
      how: 'full',
      every: 'day',
      takes: '30m',
      keep: '90d',
      archive: { for: '7y' },
      encrypted: 'client',
      to: backupStorage,
      stated: says('Persistent Volume Management', 651),
    },
  ],
  holds: [content('logs', { use: 'logs', size: '100Gi', lives: '90d' })],
  stated: stack(683),
})

const logs = logging('log-collection', {
  ...onEachNode,
  onEachNode: true,
  software: { name: 'fluent-bit' },
  of: ['application', 'system', 'audit'],
  keptIn: 'search-index',
  calls: [index],
  keeps: [
    { tier: 'online', for: '90d', from: 'writing', stated: says('Persistent Volume Management', 651) },
    { tier: 'archive', for: '7y', from: 'entry', stated: says('Persistent Volume Management', 651) },
  ],
  cites: { of: stack(675), keptIn: stack(683, 707) },
  stated: stack(675),
})

const traces = tracing('trace-collection', {
  ...serving,
  software: { name: 'jaeger' },
  listens: { otlp: 4317 },
  keptIn: 'own-storage',
  decides: 'tail',
  keeps: [{ tier: 'online', for: '7d' }],
  cites: { keptIn: stack(685, 708) },
  stated: stack(677),
})

const web80 = { ...serving, listens: { http: 8080 } } as const
const grafana = service('grafana', {
  ...web80,
  calls: [metrics],
  cites: { calls: stack(710) },
  stated: stack(689),
})
const kibana = service('kibana', { ...web80, calls: [index], stated: stack(691, 711) })
const jaegerUi = service('jaeger-ui', { ...web80, calls: [traces], stated: stack(693, 712) })

/** What infrastructure metrics are collected by. */
const ofNodes = (name: string) =>
  daemon(name, {
    ...onEachNode,
    ...metricsPort,
    image: 'quay.io/prometheus/node-exporter:v1.10.2',
    stated: collected,
  })
const nodeExporter = ofNodes('node-exporter')
const backupNodeExporter = ofNodes('backup-node-exporter')
const cAdvisor = daemon('cadvisor', { ...onEachNode, ...metricsPort, stated: collected })
const clusterState = service('kube-state-metrics', {
  ...serving,
  image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0',
  listens: { metrics: 8080 },
  metrics: { port: 'metrics' },
})

const guarded = {
  purpose: 'shared',
  policies: { defaultDeny: true, dns: true, calls: true },
  mesh: serviceMesh,
  secrets: ofApplication,
} as const

export const watching = environment('monitoring', {
  on: kubernetes,
  namespace: 'monitoring',
  runs: [
    metrics,
    adapter,
    nodeExporter,
    cAdvisor,
    clusterState,
    grafana,
    index,
    logs,
    kibana,
    traces,
    jaegerUi,
    alerts,
  ],
  ...guarded,
})

const backupAlerts = alertmanager('backup-alert-manager', { ...small, replicas: 2, receivers, calls: [notified] })
const backupStack = prometheus('backup-monitoring', {
  ...collecting,
  account: 'backup-monitoring',
  calls: [backupAlerts],
  stated: says('Recovery Architecture', 797),
})
const backupAdapter = metricsAdapter('backup-pod-metrics', {
  ...serving,
  replicas: 2,
  asks: backupStack,
  serves: ['pods'],
})

export const watchingAway = environment('backup-monitoring', {
  on: recoverySite,
  namespace: 'monitoring',
  runs: [backupStack, backupAdapter, backupAlerts, backupNodeExporter, clusterState],
  ...guarded,
})

const ofEach = { stands: 'once', label: 'environment', reads: 'own-environment' } as const

export const monitoringStack = monitoring('monitoring-stack', {
  by: [metrics, nodeExporter, cAdvisor, grafana, logs, kibana, traces, jaegerUi, alerts],
  covers: [shared, staging, preProduction, production, disasterRecovery],
  does: ['health-checks', 'metrics', 'alerts'],
  // What is gathered is sent on to the other region as it comes.
  backedBy: [backupStack],
  lag: '1m',
  ...ofEach,
  stated: says('Environment Hierarchy', 439, 463, 464, 465, 466),
})

/** The drawing of the whole has it outside the cluster, and three workloads report to it. */
export const drawnMonitoring = monitoring('monitoring', {
  by: [metrics, logs, alerts],
  covers: [production],
  watches: [web, api, subgraph],
  does: ['metrics', 'logs', 'alerts'],
  stated: says('Deployment Architecture', 68, 97, 98, 99),
})

export const kept = [
  promise.collects(metrics, { in: production, metrics: keyMetrics, stated: says('Monitoring Metrics', [735, 739]) }),
  // Logs are in a search index where they are drawn: the time-series database, where storage is listed, has the metrics.
  promise.gathers(logs, { keptIn: 'search-index', stated: says('Storage Architecture', 641) }),
  ...['application', 'system', 'audit'].map((of) =>
    promise.gathers(logs, { of, share: '100%', name: of, stated: stack(675) }),
  ),
  // Errors are tracked whatever else is not kept, and analysed for a week.
  promise.gathers(traces, { of: 'errors', share: '100%', name: 'errors', stated: stack(677) }),
  promise.gathers(traces, { tier: 'online', for: '7d', keptIn: 'own-storage', stated: stack(677, 685) }),
  promise.gathers(logs, {
    tier: 'online',
    for: '90d',
    name: 'online',
    stated: says('Persistent Volume Management', 651),
  }),
  promise.encrypted('atRest', {
    of: [index],
    in: watching,
    cipher: 'AES-256',
    stated: says('Data Protection and Compliance', 657),
  }),
  promise.retains(index, {
    in: watching,
    every: 'day',
    for: '90d',
    archived: '7y',
    stated: says('Persistent Volume Management', 651),
  }),
  promise.scrapes(metrics, { in: production, every: '15s', keeps: '30d', stated: stack(673, 681) }),
  // Monitoring images may do little, and write to volumes alone.
  ...[watching, watchingAway].map((each) =>
    promise.hardened({
      in: each,
      nonRoot: true,
      readOnlyRoot: true,
      drops: ['ALL'],
      seccomp: 'RuntimeDefault',
      stated: purpose,
    }),
  ),
]
