// Sections 4.2, 5.1, 6.1, 7.1 and 10.1: what runs, how big, what it calls and where it may stand.

import {
  gateway as gatewayOf,
  metric,
  postgres,
  prometheus as prometheusOf,
  redis,
  service,
  table,
  volumeIn,
  worker,
} from 'seaworthy'
import { production } from './cluster.ts'
import { fabric } from './ledgers.ts'
import { says } from './says.ts'

const small = { cpu: '500m', memory: '1Gi' } as const
const onControlPlane = { label: 'node-role.kubernetes.io/control-plane' }
const spread = [{ by: 'kubernetes.io/hostname', how: 'preferred', weight: 100 }] as const
const oneEach = { require: [onControlPlane], apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } as const
const metrics = { port: 'metrics', path: '/metrics' } as const
const starts = { from: '30s', to: '90s' } as const
const hardened = { nonRoot: true, drop: ['NET_RAW', 'SYS_ADMIN'], seccomp: 'RuntimeDefault' } as const

// What the document says of every container, and of every pod's start.
const everywhere = { account: says('8.1', 879), security: says('8.1', [916, 919]), starts: says('7.2', 839) }

export const database = postgres('postgres', {
  account: 'postgres',
  version: '15',
  image: 'postgres:15-alpine',
  members: 3,
  replication: 'none',
  requests: { cpu: '1000m', memory: '2Gi' },
  limits: { cpu: '2000m', memory: '4Gi' },
  volume: {
    size: '100Gi',
    class: 'local-path',
    claim: 'postgres-data',
    stated: says('5.1, 6.1', [491, 497], 508, 653),
  },
  names: { 'postgres-primary': 'primary', 'postgres-replica': 'replica' },
  governedBy: 'postgres-headless',
  place: oneEach,
  starts,
  security: hardened,
  secrets: ['postgres-secrets'],
  backups: [
    {
      by: 'pg_dump',
      security: hardened,
      account: 'postgres-backup',
      every: '6h',
      keep: 30,
      to: volumeIn(production, '50Gi', { class: 'local-path', stated: says('10.1', 1092) }),
      restores: { from: '10m', to: '30m' },
      stated: says('7.1, 8.1, 10.1', 756, [885, 889], [1089, 1093]),
    },
  ],
  cites: {
    ...everywhere,
    members: says('2.2, 5.1, 6.1', 86, 467, 653),
    replication: says('7.1', 750),
    requests: says('5.1, 6.1', 488, 653),
    limits: says('5.1', 489),
    names: says('4.2', 313, 314),
    place: says('5.1', [471, 483], [501, 503]),
  },
  stated: says('5.1', 461, 464, 468, 486),
})

export const cache = redis('redis', {
  account: 'redis',
  members: 3,
  replication: 'none',
  requests: small,
  volume: { size: '20Gi', class: 'local-path', stated: says('5.1, 6.1', 512, 654) },
  names: { 'redis-master': 'primary', 'redis-replica': 'replica' },
  place: oneEach,
  budget: { minAvailable: 2, stated: says('7.1', 778) },
  starts,
  security: hardened,
  secrets: ['redis-secrets'],
  backups: [
    {
      by: 'BGSAVE',
      security: hardened,
      every: '6h',
      keep: 30,
      to: volumeIn(production, '20Gi', { class: 'local-path', stated: says('10.1', 1099) }),
      restores: { from: '2m', to: '5m' },
      stated: says('7.1, 10.1', 780, [1096, 1100]),
    },
  ],
  cites: {
    ...everywhere,
    members: says('2.2, 5.1, 6.1', 87, 512, 654),
    replication: says('7.1', 774),
    requests: says('6.1', 654),
    names: says('4.2', 315, 316),
    place: says('5.1', 514),
  },
  stated: says('5.1', 510, 512),
})

const checkpoints = table(database, 'projector_state', { stated: says('7.1', 793) })
// Section 8.3 says of one table and of another that they hold what callers of the API did.
const auditTables = [
  table(database, 'audit_log', { stated: says('8.3', 964) }),
  table(database, 'AuditLog', { stated: says('8.3', 966) }),
]

export const outbox = worker('outbox-submitter', {
  account: 'outbox-submitter',
  replicas: 2,
  requests: small,
  listens: { metrics: 9090 },
  calls: [database, fabric.port('orderer'), fabric.port('peer')],
  place: { prefer: [{ ...onControlPlane, weight: 100 }], apart: spread },
  shares: { by: 'lock', in: database, stated: says('7.1', 787) },
  metrics: { ...metrics, names: ['outbox_command_queue_depth', 'fabric_sdk_connection_status'] },
  starts,
  security: hardened,
  cites: {
    ...everywhere,
    replicas: says('2.2, 5.1, 6.1, 7.1', 88, 526, 563, 655, 786),
    requests: says('6.1', 655),
    listens: says('9.1', 981),
    metrics: says('9.1', 981, 996, 998),
    calls: says('4.2, 7.1', 286, 295, 787),
    place: says('5.1', [529, 544], 547),
  },
  stated: says('5.1', 520, 523),
})

export const projector = worker('projector', {
  account: 'projector',
  replicas: 2,
  requests: small,
  listens: { metrics: 9090 },
  calls: [database, fabric.port('peer')],
  place: { prefer: [{ ...onControlPlane, weight: 100 }], apart: spread },
  shares: { by: 'partitions', in: database, stated: says('7.1', [791, 793]) },
  writes: [checkpoints],
  metrics: { ...metrics, names: ['projector_lag_milliseconds'] },
  starts,
  security: hardened,
  cites: {
    ...everywhere,
    replicas: says('2.2, 5.1, 6.1, 7.1', 89, 557, 563, 656, 791),
    requests: says('6.1', 656),
    listens: says('9.1', 981),
    metrics: says('9.1', 981, 997),
    calls: says('5.1, 7.1', 565, 793),
    place: says('5.1', 532, 539, 560),
  },
  stated: says('5.1', 551, 554),
})

// Measures that the document gives figures for without naming a metric.
export const roundTrip = metric('backend-to-fabric-round-trip', {
  of: outbox,
  over: fabric.port('orderer'),
  unit: 'ms',
  stated: says('1.2', 40),
})
export const submission = metric('transaction-submission', {
  of: outbox,
  unit: 'ms',
  commitsTo: fabric,
  stated: says('3.2', 204, 205),
})

export const lag = metric('projector_lag_milliseconds', { of: projector, unit: 'ms', stated: says('9.1', 997) })

export const identity = service('svc-identity', {
  account: 'svc-identity',
  replicas: 3,
  requests: small,
  listens: { http: 3001, metrics: 9090 },
  calls: [database, cache],
  place: { apart: spread },
  writes: auditTables,
  metrics: { ...metrics, names: ['http_requests_total', 'http_request_duration_seconds'] },
  readiness: { path: '/readyz', port: 3001, delay: '10s', every: '5s' },
  liveness: { path: '/healthz', port: 3001, delay: '30s', every: '10s' },
  update: { maxUnavailable: 1, maxSurge: 1, stated: says('7.3', [852, 856]) },
  starts,
  security: hardened,
  cites: {
    ...everywhere,
    replicas: says('2.2, 5.1, 6.1, 7.1', 90, 577, 657, 798),
    requests: says('6.1', 657),
    listens: says('4.2, 9.1', 321, 981),
    metrics: says('9.1', 981, 994, 995),
    calls: says('8.2', 938),
    place: says('5.1', [580, 588]),
    readiness: says('7.1', [805, 810]),
    liveness: says('7.1', [812, 817]),
  },
  stated: says('5.1', 569, 570),
})

const api = (name: string, port: number, at: { replicas: number; port: number; row: number }) =>
  service(name, {
    account: name,
    replicas: 3,
    requests: small,
    listens: { http: port, metrics: 9090 },
    calls: [database, cache],
    writes: auditTables,
    place: { apart: spread },
    metrics,
    starts,
    security: hardened,
    cites: {
      ...everywhere,
      replicas: says('2.2, 5.1, 6.1, 7.1', at.replicas, 577, at.row, 798),
      requests: says('6.1', at.row),
      listens: says('4.2, 9.1', at.port, 981),
      metrics: says('9.1', 981),
      calls: says('8.2', 938),
      place: says('5.1', [580, 588]),
    },
    stated: says('5.1', 569),
  })

export const wallet = api('svc-wallet', 3002, { replicas: 91, port: 322, row: 658 })
export const tokenomics = api('svc-tokenomics', 3003, { replicas: 92, port: 323, row: 659 })

export const gateway = gatewayOf('api-gateway', {
  account: 'api-gateway',
  replicas: 3,
  requests: small,
  listens: { http: 8080, metrics: 9090 },
  calls: [identity.port('http'), wallet.port('http'), tokenomics.port('http')],
  metrics,
  starts,
  security: hardened,
  cites: {
    ...everywhere,
    replicas: says('2.2, 5.1, 6.1', 93, 601, 604, 660),
    requests: says('6.1', 660),
    listens: says('4.2, 9.1', 324, 981),
    metrics: says('9.1', 981),
    calls: says('8.2', 944, 945),
  },
  stated: says('5.1', 594, 597),
})

// Shared with Fabric; the document gives it no namespace (section 4.1 lists none), no replicas and no size.
export const prometheus = prometheusOf('prometheus', {
  listens: { http: 9090 },
  every: '15s',
  retention: '30d',
  stated: says('3.2, 9.1', 228, 979, [981, 983]),
})

// The entry point, of which only the namespace is said. The web comes in by the ports of HTTP and HTTPS.
export const ingress = gatewayOf('nginx-ingress', {
  software: { name: 'ingress-nginx' },
  listens: { http: 80, https: 443 },
  loadBalancer: true,
  calls: [gateway.port('http')],
  cites: { calls: says('4.3, 8.2', 449, 943, 944) },
})
