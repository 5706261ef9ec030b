// Sections 4.2, 5.1, 6.1, 7.1 and 10.1: what runs, how big, what it calls and where it may stand.

import { gateway as gatewayOf, metric, postgres, redis, service, volumeIn, worker } from 'seaworthy'
import { production } from './cluster.ts'
import { fabric } from './ledgers.ts'
import { says } from './says.ts'

const small = { cpu: '500m', memory: '1Gi' } as const
const onControlPlane = { label: 'node-role.kubernetes.io/control-plane' }
const spread = [{ by: 'kubernetes.io/hostname', how: 'preferred', weight: 100 }] as const
const oneEach = { require: [onControlPlane], apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } as const
const metrics = { port: 'metrics', path: '/metrics' } as const
const starts = { from: '30s', to: '90s' } as const

export const database = postgres('postgres', {
  version: '15',
  image: 'postgres:15-alpine',
  members: 3,
  replication: 'none',
  requests: { cpu: '1000m', memory: '2Gi' },
  limits: { cpu: '2000m', memory: '4Gi' },
  volume: { size: '100Gi', class: 'local-path', claim: 'postgres-data' },
  names: { 'postgres-primary': 'primary', 'postgres-replica': 'replica' },
  place: oneEach,
  starts,
  security: hardened(),
  backups: [
    {
      by: 'pg_dump',
      every: '6h',
      keep: 30,
      to: volumeIn(production, '50Gi', { class: 'local-path', stated: says('10.1', 1092) }),
      restores: { from: '10m', to: '30m' },
      stated: says('7.1, 10.1', 756, [1089, 1093]),
    },
  ],
  stated: says('2.2, 4.2, 5.1, 6.1, 7.1, 7.2, 8.1', 86, 313, 314, [467, 497], 653, 750, 839, [916, 919]),
})

export const cache = redis('redis', {
  members: 3,
  replication: 'none',
  requests: small,
  volume: { size: '20Gi', class: 'local-path' },
  names: { 'redis-master': 'primary', 'redis-replica': 'replica' },
  place: oneEach,
  budget: { minAvailable: 2, stated: says('7.1', 778) },
  starts,
  security: hardened(),
  backups: [
    {
      by: 'BGSAVE',
      every: '6h',
      keep: 30,
      to: volumeIn(production, '20Gi', { class: 'local-path', stated: says('10.1', 1099) }),
      restores: { from: '2m', to: '5m' },
      stated: says('7.1, 10.1', 780, [1096, 1100]),
    },
  ],
  stated: says('2.2, 4.2, 5.1, 6.1, 7.1, 7.2, 8.1', 87, 315, 316, 512, 514, 654, 774, 839, [916, 919]),
})

export const outbox = worker('outbox-submitter', {
  replicas: 2,
  requests: small,
  listens: { metrics: 9090 },
  calls: [database, fabric.port('orderer'), fabric.port('peer')],
  place: { prefer: [{ ...onControlPlane, weight: 100 }], apart: spread },
  metrics: { ...metrics, names: ['outbox_command_queue_depth', 'fabric_sdk_connection_status'] },
  starts,
  security: hardened(),
  stated: says('2.2, 5.1, 6.1, 7.1, 7.2, 8.1, 9.1', 88, [526, 544], 563, 655, 786, 787, 839, [916, 919], 981, 996, 998),
})

export const projector = worker('projector', {
  replicas: 2,
  requests: small,
  listens: { metrics: 9090 },
  calls: [database, fabric.port('peer')],
  place: { prefer: [{ ...onControlPlane, weight: 100 }], apart: spread },
  metrics: { ...metrics, names: ['projector_lag_milliseconds'] },
  starts,
  security: hardened(),
  stated: says(
    '2.2, 5.1, 6.1, 7.1, 7.2, 8.1, 9.1',
    89,
    532,
    539,
    557,
    560,
    563,
    656,
    791,
    793,
    839,
    [916, 919],
    981,
    997,
  ),
})

// Measures that the document gives figures for without naming a metric.
export const roundTrip = metric('backend-to-fabric-round-trip', { of: outbox, unit: 'ms', stated: says('1.2', 40) })
export const submission = metric('transaction-submission', { of: outbox, unit: 'ms', stated: says('3.2', 205) })

export const lag = metric('projector_lag_milliseconds', { of: projector, unit: 'ms', stated: says('9.1', 997) })

export const identity = service('svc-identity', {
  replicas: 3,
  requests: small,
  listens: { http: 3001, metrics: 9090 },
  calls: [database, cache],
  place: { apart: spread },
  metrics: { ...metrics, names: ['http_requests_total', 'http_request_duration_seconds'] },
  readiness: { path: '/readyz', port: 3001, delay: '10s', every: '5s' },
  liveness: { path: '/healthz', port: 3001, delay: '30s', every: '10s' },
  update: { maxUnavailable: 1, maxSurge: 1 },
  starts,
  security: hardened(),
  stated: says(
    '2.2, 4.2, 5.1, 6.1, 7.1, 7.2, 7.3, 8.1, 8.2, 9.1',
    90,
    321,
    798,
    [916, 919],
    577,
    [581, 588],
    657,
    [805, 817],
    839,
    855,
    856,
    938,
    981,
  ),
})

const api = (name: string, port: number, lines: readonly number[]) =>
  service(name, {
    replicas: 3,
    requests: small,
    listens: { http: port, metrics: 9090 },
    calls: [database, cache],
    place: { apart: spread },
    metrics,
    starts,
    security: hardened(),
    stated: says('2.2, 4.2, 5.1, 6.1, 7.1, 7.2, 8.1, 8.2, 9.1', 583, 798, 839, [916, 919], 938, 981, ...lines),
  })

export const wallet = api('svc-wallet', 3002, [91, 322, 658])
export const tokenomics = api('svc-tokenomics', 3003, [92, 323, 659])

export const gateway = gatewayOf('api-gateway', {
  replicas: 3,
  requests: small,
  listens: { http: 8080, metrics: 9090 },
  calls: [identity.port('http'), wallet.port('http'), tokenomics.port('http')],
  metrics,
  starts,
  security: hardened(),
  stated: says('2.2, 4.2, 5.1, 6.1, 7.2, 8.1, 8.2, 9.1', 93, 324, 601, 604, 660, 839, [916, 919], 944, 945, 981),
})

// Shared with Fabric; the document gives it no namespace (section 4.1 lists none), no replicas and no size.
export const prometheus = service('prometheus', { listens: { http: 9090 }, stated: says('3.2, 9.1', 228, 979, 981) })

// The entry point, of which only the namespace is said.
export const ingress = gatewayOf('nginx-ingress', {
  calls: [gateway.port('http')],
  stated: says('4.3, 8.2', 449, 943, 944),
})

/** Section 8.1, layer 3, of every container. */
function hardened() {
  return { nonRoot: true, drop: ['NET_RAW', 'SYS_ADMIN'], seccomp: 'RuntimeDefault' } as const
}
