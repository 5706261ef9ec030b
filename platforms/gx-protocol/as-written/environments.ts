// Sections 2.2, 4.1 and 5.2: where it runs, in which namespaces, and how Testnet differs from Mainnet.

import { environment, planned, secret, sized } from 'seaworthy'
import { production } from './cluster.ts'
import {
  cache,
  database,
  gateway,
  identity,
  ingress,
  outbox,
  projector,
  prometheus,
  tokenomics,
  wallet,
} from './components.ts'
import * as excerpts from './excerpts.ts'
import { fabric, fabricDevnet, fabricTestnet, stateDatabases, stateDatabasesTestnet } from './ledgers.ts'
import * as manifests from './policies.ts'
import { says } from './says.ts'

// Section 8.1 has them as Kubernetes Secrets, the checklist of Appendix A by name.
const secrets = ['postgres-secrets', 'redis-secrets'].map((name) => secret(name, { stated: says('8.1, A', 922, 1165) }))

const backend = [database, cache, outbox, projector, identity, wallet, tokenomics, gateway]

export const mainnet = environment('mainnet', {
  on: production,
  pool: 'control-plane',
  namespace: 'backend-mainnet',
  labels: { environment: 'production', component: 'backend' },
  purpose: 'production',
  runs: backend,
  secrets,
  includes: [
    manifests.defaultDeny,
    manifests.dnsEgress,
    manifests.fabricEgress,
    manifests.internal,
    manifests.gatewayIngress,
    manifests.mainnetQuota,
    manifests.mainnetLimits,
    manifests.databaseBudget,
    manifests.backupAccount,
    manifests.backupRole,
    manifests.backupBinding,
    ...Object.values(excerpts),
  ],
  stated: says('2.2, 4.1', 74, 75, 267, 268, 269),
})

const onWorker = { require: [{ label: 'kubernetes.io/hostname', in: ['srv1117946'] }] }

// Section 4.2 gives endpoints by role for Mainnet only, and section 7.1 a budget for three members of Redis.
export const testnet = environment('testnet', {
  on: production,
  pool: 'worker',
  namespace: 'backend-testnet',
  labels: { environment: 'testnet', component: 'backend' },
  purpose: 'test',
  like: mainnet,
  instead: [[fabric, fabricTestnet]],
  secrets,
  sized: [
    sized(database, {
      members: 1,
      place: onWorker,
      names: undefined,
      stated: says('2.2, 5.2', 109, [612, 619], 623, 629),
    }),
    sized(cache, {
      members: 1,
      place: onWorker,
      names: undefined,
      budget: undefined,
      stated: says('2.2, 5.2', 110, [612, 619], 624, 630),
    }),
    ...[outbox, projector].map((each) =>
      sized(each, { replicas: 1, place: onWorker, stated: says('2.2, 5.2', 111, 112, [612, 619], 625) }),
    ),
    ...[identity, wallet, tokenomics, gateway].map((each) =>
      sized(each, { replicas: 1, place: onWorker, stated: says('2.2, 5.2', 113, [612, 619], 626) }),
    ),
  ],
  includes: [manifests.testnetQuota],
  policies: { defaultDeny: true, dns: true, egressTo: ['fabric-testnet'], stated: says('4.1', 274) },
  stated: says('2.2, 4.1', 98, 99, 272, 273, 274),
})

export const devnetAsPlanned = environment('devnet', {
  on: production,
  pool: 'worker',
  namespace: 'backend-devnet',
  labels: { environment: 'development', component: 'backend' },
  purpose: 'development',
  like: testnet,
  instead: [[fabric, fabricDevnet]],
  quota: { 'requests.cpu': 4, 'requests.memory': '8Gi', stated: says('4.1', 278) },
  unseenPolicies: { says: 'default deny, DNS and egress to Fabric devnet', stated: says('4.1', 279) },
  stated: says('2.2, 4.1', 98, 115, 116, [276, 279]),
})

export const devnet = planned(devnetAsPlanned, { stated: says('2.2', 115) })

export const fabricMainnet = environment('fabric', {
  on: production,
  pool: 'control-plane',
  namespace: 'fabric',
  labels: { environment: 'mainnet', component: 'blockchain' },
  purpose: 'shared',
  runs: [fabric, stateDatabases],
  unseenPolicies: { says: 'default deny and explicit allow', stated: says('4.1', 260) },
  stated: says('2.2, 4.1', 75, [258, 260]),
})

export const fabricTest = environment('fabric-testnet', {
  on: production,
  pool: 'worker',
  namespace: 'fabric-testnet',
  labels: { environment: 'testnet', component: 'blockchain' },
  purpose: 'test',
  runs: [fabricTestnet, stateDatabasesTestnet],
  unseenPolicies: { says: 'default deny and explicit allow', stated: says('4.1', 264) },
  stated: says('2.2, 4.1', 99, [262, 264]),
})

export const monitoring = environment('monitoring', {
  on: production,
  namespace: 'monitoring',
  purpose: 'shared',
  runs: [prometheus],
  stated: says('3.2, 9.1', [227, 231], 979),
})

export const edge = environment('ingress', {
  on: production,
  namespace: 'ingress-nginx',
  purpose: 'shared',
  runs: [ingress],
  stated: says('4.3, 8.2', 443, 943),
})
