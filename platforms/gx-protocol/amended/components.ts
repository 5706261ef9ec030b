// What runs, how big, what it calls and where it may stand: said once for each kind, and no more than differs for each one.

import { gateway as gatewayOf, metric, service, table, worker } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { fabric } from './ledgers.ts'
import { cache, database } from './stores.ts'
import { stateless } from './usual.ts'

const metrics = { port: 'metrics', path: '/metrics' } as const

export { cache, database }

const pipeline = {
  ...stateless,
  replicas: 2,
  listens: { http: 8081, metrics: 9090 },
  budget: { minAvailable: 1 },
  readiness: { path: '/readyz', port: 8081, delay: '10s', every: '5s' },
  liveness: { path: '/healthz', port: 8081, delay: '30s', every: '10s' },
} as const

// What the document promises a bound on without naming a metric.
const measured = ['backend_to_fabric_round_trip', 'transaction_submission']

export const outbox = worker('outbox-submitter', {
  ...pipeline,
  account: 'outbox-submitter',
  secrets: ['postgres-secrets'],
  calls: [database, fabric.port('orderer'), fabric.port('peer')],
  metrics: { ...metrics, names: ['outbox_command_queue_depth', 'fabric_sdk_connection_status', ...measured] },
  stated: says('5.1, 6.1, 7.1', 520, 523, 526, 655, 786, 787),
})

export const projector = worker('projector', {
  ...pipeline,
  account: 'projector',
  secrets: ['postgres-secrets'],
  calls: [database, fabric.port('peer')],
  metrics: { ...metrics, names: ['projector_lag_milliseconds'] },
  stated: says('5.1, 6.1, 7.1', 551, 554, 557, 656, 791, 793),
})

export const roundTrip = metric('backend-to-fabric-round-trip', {
  of: outbox,
  over: fabric.port('orderer'),
  unit: 'ms',
  stated: says('1.2', 40),
})
export const submission = metric('transaction-submission', { of: outbox, unit: 'ms', stated: says('3.2', 205) })
export const lag = metric('projector_lag_milliseconds', { of: projector, unit: 'ms', stated: says('9.1', 997) })

const answering = (name: string, port: number) =>
  ({
    ...stateless,
    account: name,
    replicas: 3,
    listens: { http: port, metrics: 9090 },
    metrics: { ...metrics, names: ['http_requests_total', 'http_request_duration_seconds'] },
    budget: { minAvailable: 2 },
    readiness: { path: '/readyz', port, delay: '10s', every: '5s' },
    liveness: { path: '/healthz', port, delay: '30s', every: '10s' },
    update: { maxUnavailable: 0, maxSurge: 1 },
  }) as const

// Requests, transactions and what users do: one table for all of them, by one name.
const audited = [table(database, 'audit_log', { stated: says('8.3', [964, 966]) })]
const ofStores = ['postgres-secrets', 'redis-secrets']

const api = (name: string, port: number, ...lines: readonly number[]) =>
  service(name, {
    ...answering(name, port),
    calls: [database, cache],
    secrets: ofStores,
    writes: audited,
    stated: says('4.2, 6.1', ...lines),
  })

// People and services are enrolled with the certificate authorities of the ledger.
export const identity = service('svc-identity', {
  ...answering('svc-identity', 3001),
  secrets: ofStores,
  writes: audited,
  calls: [database, cache, fabric.port('authority')],
  stated: says('4.2, 6.1', 303, 321, 657),
})
export const wallet = api('svc-wallet', 3002, 322, 658)
export const tokenomics = api('svc-tokenomics', 3003, 323, 659)

export const gateway = gatewayOf('api-gateway', {
  ...answering('api-gateway', 8080),
  calls: [identity.port('http'), wallet.port('http'), tokenomics.port('http')],
  stated: says('4.2, 5.1, 6.1', 324, 594, 601, 604, 660),
})

export const ingress = gatewayOf('nginx-ingress', {
  listens: { http: 80, https: 443 },
  loadBalancer: true,
  calls: [gateway.port('http')],
  stated: says('4.3, 8.2', 449, 943, 944),
})
