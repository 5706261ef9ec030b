// The application layer: who runs, how big, and who calls whom.

import { call, content, external, service } from 'seaworthy'
import { application } from './cluster.ts'
import { toCache, toDatabase, toExternal, toFiles } from './network.ts'
import { says } from './says.ts'
import { scaling } from './scaling.ts'
import { cache, database, files } from './stores.ts'

const drawn = (...lines: readonly number[]) => says('Deployment Architecture', ...lines)
const image = (line: number) => says('Container Strategy', line)
const row = (line: number) => says('Pod Configuration Specifications', line)

/** The production network that others run: contracts, transactions, events. A chain only grows. */
export const blockchain = external('blockchain', {
  listens: 'https',
  holds: [content('transactions', { use: 'transactions', lives: 'for-good', stated: drawn(66) })],
  stated: drawn(66),
})

export const subgraph = service('subgraph', {
  listens: 'http',
  scales: scaling(1, 3, 519),
  requests: { cpu: '200m', memory: '512Mi' },
  limits: { cpu: '1000m', memory: '2Gi' },
  health: { by: 'http', stated: row(519) },
  calls: [call(blockchain, toExternal)],
  cites: { requests: row(519), limits: row(519), calls: drawn(92) },
  stated: drawn(53),
})

export const api = service('api-backend', {
  listens: 'http',
  scales: scaling(2, 8, 516),
  requests: { cpu: '200m', memory: '256Mi' },
  limits: { cpu: '1000m', memory: '1Gi' },
  health: { by: 'http', stated: row(516) },
  built: { base: 'distroless', runtime: 'node', stated: image(506) },
  calls: [
    subgraph,
    call(database, toDatabase),
    call(cache, toCache),
    call(files, toFiles),
    call(blockchain, toExternal),
  ],
  pool: application,
  cites: {
    requests: row(516),
    limits: row(516),
    pool: says('Node Pool Configuration', 210),
    calls: drawn(85, 86, 87, 88, 91),
  },
  stated: drawn(51),
})

export const web = service('web-frontend', {
  listens: 'http',
  scales: scaling(3, 10, 515),
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: '500m', memory: '512Mi' },
  health: { by: 'http', as: ['readiness', 'liveness'], stated: row(515) },
  built: { base: 'alpine', runtime: 'node', multiStage: true, stated: image(505) },
  security: { nonRoot: true },
  calls: [api],
  pool: application,
  cites: {
    requests: row(515),
    limits: row(515),
    pool: says('Node Pool Configuration', 210),
    security: image(505),
    calls: drawn(84),
  },
  stated: drawn(49),
})
