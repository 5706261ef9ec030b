// Sections 3.2 and 9: what watches both systems, where it cannot fall with the control plane that it watches.

import { alertmanager, daemon, external, prometheus as prometheusOf, service } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { database } from './components.ts'
import { onWorker } from './places.ts'

const hardened = { nonRoot: true, user: 65534, drop: ['ALL'], seccomp: 'RuntimeDefault', readOnlyRoot: true } as const
const small = { cpu: '100m', memory: '128Mi' } as const
const watching = { security: hardened, requests: small, limits: small, starts: '30s' } as const
const metrics = { port: 'metrics' } as const

// Whoever is told stands outside: their addresses are theirs to change, so the port alone is opened.
const notified = external('notification-services', { listens: { https: 443 }, at: '0.0.0.0/0' })

export const notifier = alertmanager('alertmanager', {
  ...watching,
  replicas: 2,
  place: { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] },
  calls: [notified],
  stated: says('3.2, 9.3', 230, 1026),
})

export const prometheus = prometheusOf('prometheus', {
  security: hardened,
  place: onWorker,
  account: 'prometheus',
  starts: '2m',
  requests: { cpu: '500m', memory: '2Gi' },
  limits: { cpu: '1000m', memory: '4Gi' },
  volume: { size: '20Gi', class: 'lvm' },
  operatedBy: 'prometheus-operator',
  every: '15s',
  evaluates: '15s',
  retention: '30d',
  calls: [notifier],
  stated: says('3.2, 9.1', 228, 979, [981, 983]),
})

/** What the API server knows of pods, nodes and jobs. */
export const clusterState = service('kube-state-metrics', {
  ...watching,
  image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0',
  place: onWorker,
  account: 'kube-state-metrics',
  listens: { metrics: 8080 },
  metrics,
  stated: says('9.1', 988, 989),
})

/** What each node knows of its disks. */
export const nodeState = daemon('node-exporter', {
  ...watching,
  image: 'quay.io/prometheus/node-exporter:v1.10.2',
  listens: { metrics: 9100 },
  metrics,
  stated: says('9.3', 1037),
})

/** What PostgreSQL says of itself: what its operator exposes has other names. */
export const databaseState = service('postgres-exporter', {
  ...watching,
  image: 'quay.io/prometheuscommunity/postgres-exporter:v0.18.1',
  place: onWorker,
  listens: { metrics: 9187 },
  metrics,
  calls: [database],
  stated: says('9.1', 1001, 1002),
})
