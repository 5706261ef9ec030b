// The logical layout: who runs, and who calls whom.

import { call, client, external, gateway as gatewayOf, service, worker } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { government } from './consortium.ts'
import { blockchain } from './ledger.ts'
import { core, toAgencies } from './places.ts'
import { autoscaling } from './scaling.ts'
import { analytics, broker, database, documents } from './stores.ts'
import { answering, small, starts } from './usual.ts'

const drawn = (...lines: readonly number[]) => says('Logical Layout', ...lines)

// The ledger's members show certificates of their own, and ask for one: no mesh reaches into what others operate.
const ledger = (['orderer', 'peer'] as const).map((role) => call(blockchain.port(role), { tls: 'mutual' }))

/** What government agencies offer. */
export const agencies = external('government-agencies', {
  of: government,
  over: toAgencies,
  stage: 'production',
  listens: 'https',
  // The document gives no address: the block is that of whoever offers it.
  at: '198.51.100.0/24',
  stated: says('Networking and Segmentation', 51),
})

/** Documents are written and read through it alone: what it calls shows its own certificate and asks for a signature. */
export const archive = service('document-archive', {
  ...answering('document-archive', 8080),
  listens: 8080,
  replicas: 3,
  secrets: ['documents-credentials'],
  calls: [call(documents, { tls: 'server' })],
  in: core,
})

const behindMesh = (name: string, line: number, ...more: readonly Parameters<typeof call>[0][]) =>
  service(name, {
    ...answering(name, 8080),
    listens: 8080,
    calls: [database, broker, ...ledger, ...more],
    scales: autoscaling,
    in: core,
    secrets: ['postgres-app', 'ledger-client'],
    cites: {
      calls: says('Logical Layout, Hosting Strategy', [25, 29], 44),
      in: says('Networking and Segmentation', 49),
    },
    stated: drawn(line),
  })

export const identity = behindMesh('identity', 19)
export const productRegistry = behindMesh('product-registry', 20, archive)
export const custody = behindMesh('custody-orchestration', 21)
const billing = behindMesh('billing', 22)
export const compliance = service('compliance-gateway', {
  ...answering('compliance-gateway', 8080),
  listens: 8080,
  calls: [database, broker, ...ledger, archive, call(agencies, { tls: 'mutual' })],
  scales: autoscaling,
  in: core,
  secrets: ['postgres-app', 'ledger-client', 'agencies-client'],
  stated: drawn(23),
})

export const services = [identity, productRegistry, custody, billing, compliance]

export const gateway = gatewayOf('api-gateway', {
  ...answering('api-gateway', 8080),
  listens: 8080,
  loadBalancer: true,
  scales: autoscaling,
  calls: services,
  in: core,
  stated: drawn(17),
})

export const devices = client('client-devices', { calls: [gateway], stated: drawn(17) })

/** What is committed becomes rows of the warehouse, and what is transacted too. */
export const feed = worker('ledger-feed', {
  ...small,
  starts,
  account: 'ledger-feed',
  replicas: 2,
  budget: { minAvailable: 1 },
  leavesNodeAfter: '30s',
  shares: { by: 'partitions', in: database, takesOver: '1m' },
  secrets: ['postgres-app', 'ledger-client', 'warehouse-credentials'],
  calls: [call(blockchain.port('peer'), { tls: 'mutual' }), database, call(analytics, { tls: 'server' })],
  in: core,
  stated: drawn(33, 34, 35, 36),
})
