// What gathers metrics, logs and traces, and what sends alerts.

import {
  alertmanager,
  type Component,
  call,
  type Duration,
  external,
  logging,
  prometheus,
  service,
  tracing,
} from 'seaworthy'
import { says } from '../as-written/says.ts'
import { resizing } from './scaling.ts'
import { confined, hardened, probes, usual } from './usual.ts'

const of = (...lines: readonly number[]) => says('Monitoring & Observability', ...lines)
const stack = (...lines: readonly number[]) => says('Cloud Deployment Stack', ...lines)

const small = {
  requests: { cpu: '250m', memory: '512Mi' },
  limits: { cpu: '500m', memory: '1Gi' },
} as const

/** Not tried again: what asks does so anew in a while. */
const once = (to: Component, timeout: Duration) => call(to, { timeout, retries: { attempts: 1 } })

/** Few, and no more of them under load: what they request follows what they use. */
const beside = { ...usual, ...small, replicas: 2, resizes: resizing, budget: { maxUnavailable: 1 } } as const

// Whoever is told stands outside: their addresses are theirs to change, so the port alone is opened.
const notified = external('notification-services', { listens: { https: 443 }, at: '0.0.0.0/0' })

export const notifier = alertmanager('alertmanager', {
  security: confined,
  place: { apart: [{ by: 'kubernetes.io/hostname', how: 'preferred' }] },
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: '100m', memory: '128Mi' },
  replicas: 2,
  calls: [call(notified, { timeout: '2s', retries: { attempts: 1 }, tls: 'server' })],
})

/** What the API server knows of pods, nodes and jobs. */
const clusterState = service('kube-state-metrics', {
  image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0',
  security: hardened,
  account: 'kube-state-metrics',
  starts: '30s',
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: '100m', memory: '128Mi' },
  listens: { metrics: 8080 },
  metrics: { port: 'metrics' },
})

export const metrics = prometheus('prometheus', {
  operatedBy: 'prometheus-operator',
  account: 'prometheus',
  // To a fresh volume of a block device only root may write, until it is given to a group.
  security: { ...confined, volumeGroup: 10001 },
  requests: { cpu: 8, memory: '192Gi' },
  limits: { cpu: 16, memory: '192Gi' },
  volume: { size: '5Ti' },
  every: '30s',
  evaluates: '30s',
  retention: '15d',
  series: '50M',
  calls: [once(notifier, '3s')],
  cites: { every: of(238), retention: of(239), series: of(240) },
  stated: says('Cloud Deployment Stack, Monitoring & Observability', 23, 237),
})

const grafana = service('grafana', {
  ...beside,
  ...probes(3000),
  listens: { http: 3000 },
  calls: [once(metrics, '7s')],
  stated: stack(23),
})

export const logs = logging('elk', {
  ...beside,
  software: { name: 'elk' },
  listens: { http: 5044 },
  format: 'json',
  keptIn: 'search-index',
  keeps: [
    { tier: 'hot', for: '30d', from: 'writing', stated: of(254) },
    { tier: 'cold', for: '90d', from: 'writing', stated: of(254) },
  ],
  samples: [
    { of: 'debug', share: '10%', stated: of(255) },
    { of: 'errors', share: '100%', stated: of(255) },
  ],
  cites: { format: of(253), keptIn: stack(24) },
  stated: says('Cloud Deployment Stack, Monitoring & Observability', 24, 252),
})

export const traces = tracing('jaeger', {
  ...beside,
  software: { name: 'jaeger' },
  listens: { grpc: 4317 },
  decides: 'tail',
  samples: [
    { of: 'normal', share: '5%', stated: of(259) },
    { of: 'errors', share: '100%', stated: of(259) },
  ],
  propagates: 'w3c',
  keeps: [{ tier: 'local', for: '72h', stated: of(261) }],
  cites: { propagates: of(260) },
  stated: of(258),
})

export const watching = [metrics, notifier, clusterState, grafana, logs, traces]
