// Where it runs: Mainnet on the control plane's pool, Testnet on the worker, each beside its ledger.

import { environment, planned, sized } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { production } from './cluster.ts'
import { cache, database, gateway, identity, ingress, outbox, projector, tokenomics, wallet } from './components.ts'
import { fabric, fabricDevnet, fabricTestnet } from './ledgers.ts'
import { clusterState, databaseState, nodeState, notifier, prometheus } from './monitoring.ts'
import { accounts } from './monitoring-accounts.ts'
import { onWorker } from './places.ts'
import { fetcher, ofLedger, ofStores, ofTestLedger, rights } from './secrets.ts'

const backend = [database, cache, outbox, projector, identity, wallet, tokenomics, gateway]

// Every namespace by one list: nothing but what is declared to call, let through on both sides.
const policies = { defaultDeny: true, dns: true, calls: true, stated: says('4.3, 8.2', 329, [935, 939]) } as const

const containers = {
  max: { cpu: '4', memory: '8Gi' },
  min: { cpu: '100m', memory: '128Mi' },
  default: { cpu: '500m', memory: '512Mi' },
  defaultRequest: { cpu: '250m', memory: '256Mi' },
  stated: says('6.3', [722, 735]),
} as const

export const mainnet = environment('mainnet', {
  on: production,
  pool: 'control-plane',
  namespace: 'backend-mainnet',
  labels: { environment: 'mainnet', component: 'backend' },
  purpose: 'production',
  runs: backend,
  quota: {
    'requests.cpu': 16,
    'requests.memory': '32Gi',
    'limits.cpu': 32,
    'limits.memory': '64Gi',
    'requests.storage': '430Gi',
    persistentvolumeclaims: 10,
    pods: 50,
    stated: says('6.1', [672, 677]),
  },
  limits: containers,
  policies,
  secrets: ofStores,
  stated: says('2.2, 4.1', 74, 75, 267, 268, 269),
})

export const testnet = environment('testnet', {
  on: production,
  pool: 'worker',
  namespace: 'backend-testnet',
  labels: { environment: 'testnet', component: 'backend' },
  purpose: 'test',
  like: mainnet,
  instead: [[fabric, fabricTestnet]],
  sized: [
    sized(database, {
      members: 1,
      place: onWorker,
      replication: undefined,
      names: { 'postgres-primary': 'primary' },
    }),
    sized(cache, {
      members: 1,
      place: onWorker,
      replication: undefined,
      names: { 'redis-master': 'primary' },
      sentinel: undefined,
      budget: undefined,
    }),
    ...[outbox, projector, wallet, tokenomics, gateway].map((each) =>
      sized(each, { replicas: 1, place: onWorker, budget: undefined }),
    ),
    // Its ledger has no certificate authority (section 2.2).
    sized(identity, { replicas: 1, place: onWorker, budget: undefined, calls: [database, cache] }),
  ],
  quota: {
    'requests.cpu': 8,
    'requests.memory': '16Gi',
    'limits.cpu': 16,
    'limits.memory': '32Gi',
    'requests.storage': '190Gi',
    persistentvolumeclaims: 5,
    pods: 30,
    stated: says('6.2', [703, 708]),
  },
  limits: containers,
  policies,
  secrets: ofStores,
  stated: says('2.2, 4.1, 5.2', 98, 99, 272, 273, 274, [612, 630]),
})

// Minimal, as the document has it: so much is left on the worker beside Testnet and what watches all of it.
const minimal = {
  requests: { cpu: '100m', memory: '256Mi' },
  limits: { cpu: '500m', memory: '1Gi' },
} as const

export const devnet = planned(
  environment('devnet', {
    on: production,
    pool: 'worker',
    namespace: 'backend-devnet',
    labels: { environment: 'development', component: 'backend' },
    purpose: 'development',
    like: testnet,
    without: [gateway, tokenomics],
    instead: [[fabric, fabricDevnet]],
    sized: [database, cache, outbox, projector, identity, wallet].map((each) => sized(each, minimal)),
    quota: { 'requests.cpu': 4, 'requests.memory': '8Gi', stated: says('4.1', 278) },
    limits: containers,
    policies,
    secrets: ofStores,
    stated: says('2.2, 4.1', 98, 115, 116, [276, 279]),
  }),
  { stated: says('2.2', 115) },
)

export const fabricMainnet = environment('fabric', {
  on: production,
  pool: 'control-plane',
  namespace: 'fabric',
  labels: { environment: 'mainnet', component: 'blockchain' },
  purpose: 'shared',
  runs: [fabric],
  quota: { 'requests.cpu': 6, 'requests.memory': '12Gi', 'limits.cpu': 40, 'limits.memory': '80Gi' },
  policies,
  secrets: ofLedger,
  stated: says('2.2, 4.1', 75, [258, 260]),
})

export const fabricTest = environment('fabric-testnet', {
  on: production,
  pool: 'worker',
  namespace: 'fabric-testnet',
  labels: { environment: 'testnet', component: 'blockchain' },
  purpose: 'test',
  runs: [fabricTestnet],
  quota: { 'requests.cpu': 2, 'requests.memory': '4Gi', 'limits.cpu': 16, 'limits.memory': '32Gi' },
  policies,
  secrets: ofTestLedger,
  stated: says('2.2, 4.1', 99, [262, 264]),
})

export const monitoring = environment('monitoring', {
  on: production,
  namespace: 'monitoring',
  purpose: 'shared',
  pool: 'worker',
  runs: [prometheus, notifier, clusterState, nodeState, databaseState],
  includes: accounts,
  policies,
  stated: says('3.2, 9.1', [227, 231], 979),
})

export const edge = environment('ingress', {
  on: production,
  namespace: 'ingress-nginx',
  purpose: 'shared',
  runs: [ingress],
  policies,
  stated: says('4.3, 8.2', 443, 943),
})

export const vaulted = environment('external-secrets', {
  on: production,
  namespace: 'external-secrets',
  purpose: 'shared',
  pool: 'worker',
  runs: [fetcher],
  includes: rights,
  policies,
  stated: says('8.1', 925),
})

export const fabricDev = planned(
  environment('fabric-devnet', {
    on: production,
    pool: 'worker',
    namespace: 'fabric-devnet',
    labels: { environment: 'development', component: 'blockchain' },
    purpose: 'development',
    runs: [fabricDevnet],
    policies,
    secrets: ofTestLedger,
    stated: says('4.1', 279),
  }),
  { stated: says('4.1', 279) },
)
