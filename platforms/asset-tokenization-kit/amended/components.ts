// The application layer: who runs, how big, and who calls whom.

import { call, content, external, job, service } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { application } from './cluster.ts'
import { backupStorage } from './copies.ts'
import { toCache, toDatabase, toExternal } from './network.ts'
import { scaledBy, scaling } from './scaling.ts'
import { cache, database, files } from './stores.ts'
import { answering, hardened } from './usual.ts'

const drawn = (...lines: readonly number[]) => says('Deployment Architecture', ...lines)
const image = (line: number) => says('Container Strategy', line)
const row = (line: number) => says('Pod Configuration Specifications', line)
const onPool = says('Node Pool Configuration', 210)

const listens = { http: 8080, metrics: 9090 } as const

/**
 * The production network that others run: contracts, transactions, events. The block stands for that of its nodes. A chain only
 * grows, and an address is a pseudonym of somebody: who it is stands in the database alone, and is read with a key that goes
 * with that person, so that what stays on the chain leads to nobody here (EDPB Guidelines 02/2025).
 */
export const blockchain = external('blockchain', {
  listens: { https: 443 },
  at: '203.0.113.32/28',
  stage: 'production',
  holds: [content('transactions', { class: 'personal', erased: 'with-its-key', lives: 'for-good', stated: drawn(66) })],
  stated: drawn(66),
})

export const subgraph = service('subgraph', {
  ...answering,
  listens,
  account: 'subgraph',
  scales: scaling(2, 3, 519),
  requests: { cpu: '200m', memory: '512Mi' },
  limits: { cpu: '1000m', memory: '2Gi' },
  metrics: { port: 'metrics', names: [...scaledBy, 'transaction_success', 'transaction_failures', 'gas_usage'] },
  calls: [call(blockchain, toExternal)],
  pool: application,
  cites: { requests: row(519), limits: row(519), calls: drawn(92) },
  stated: drawn(53),
})

const measured = [
  'api_response_time',
  'database_query_time',
  'throughput',
  'error_rate',
  'token_deployments',
  'user_registrations',
  'failed_logins',
  'access_violations',
  'personal_rows_read',
  'denied_calls',
]

export const api = service('api-backend', {
  ...answering,
  listens,
  account: 'api-backend',
  scales: scaling(2, 10, 516),
  requests: { cpu: '200m', memory: '256Mi' },
  limits: { cpu: '1000m', memory: '1Gi' },
  built: { base: 'distroless', runtime: 'node', stated: image(506) },
  metrics: { port: 'metrics', names: [...scaledBy, ...measured] },
  secrets: ['database-owner', 'cache-password'],
  calls: [
    subgraph.port('http'),
    call(database, { ...toDatabase, connections: 5 }),
    call(cache, toCache),
    call(files, toExternal),
    call(blockchain, toExternal),
  ],
  pool: application,
  cites: {
    requests: row(516),
    limits: row(516),
    pool: onPool,
    calls: drawn(85, 86, 87, 88, 91),
  },
  stated: drawn(51),
})

export const web = service('web-frontend', {
  ...answering,
  listens,
  account: 'web-frontend',
  scales: scaling(3, 7, 515),
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: '500m', memory: '512Mi' },
  built: { base: 'alpine', runtime: 'node', multiStage: true, stated: image(505) },
  metrics: { port: 'metrics', names: [...scaledBy] },
  calls: [api.port('http')],
  pool: application,
  cites: {
    requests: row(515),
    limits: row(515),
    pool: onPool,
    security: image(505),
    calls: drawn(84),
  },
  stated: drawn(49),
})

/** Makes persons unknown in rows that it takes from a copy, before anybody sees them. */
export const masking = job('masking', {
  schedule: '0 3 * * *',
  account: 'masking',
  security: hardened,
  requests: { cpu: '200m', memory: '512Mi' },
  limits: { cpu: '1000m', memory: '2Gi' },
  secrets: ['copies-credentials'],
  calls: [backupStorage],
  pool: application,
  stated: says('Environment Configuration Matrix', 484),
})
