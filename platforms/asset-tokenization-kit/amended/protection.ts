// Data protection: what is encrypted, who gets in, where data lies, and what pods may do.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import {
  disasterRecovery,
  featureBranch,
  maskingRoom,
  preProduction,
  production,
  shared,
  staging,
} from './environments.ts'
import { away, home } from './regions.ts'
import { cache, database } from './stores.ts'

const protects = (line: number) => says('Data Protection and Compliance', line)

export const atRest = promise.encrypted('atRest', { of: [database, cache], cipher: 'AES-256', stated: protects(657) })
export const keys = promise.rotates('keys', { every: 'quarter', stated: protects(657) })
export const copies = promise.encrypted('backups', { by: 'client', stated: protects(659) })
export const accessLog = promise.audits({ in: production, stated: protects(660) })

/** Of what takes over too: it has the same rows. */
const standingBy = [
  promise.audits({ in: disasterRecovery, stated: protects(660) }),
  promise.secrets('encrypted', { in: disasterRecovery, stated: says('Kubernetes Resource Specifications', 204) }),
]

/** Of the other environments the rows are nobody's: made up, or with persons made unknown. */
export const residency = [production, disasterRecovery].map((each) =>
  promise.resides('personal', { in: each, regions: [home, away], stated: protects(661) }),
)

export const secrets = promise.secrets('encrypted', {
  in: production,
  stated: says('Kubernetes Resource Specifications', 204),
})

export const signedIn = promise.authenticates(database, {
  in: production,
  logs: true,
  stated: says('Network Security Policies', 628),
})

const password = promise.authenticates(cache, { in: production, stated: says('Container Strategy', 508) })

const inClusters = [production, preProduction, staging, disasterRecovery, shared, featureBranch, maskingRoom]

export const hardened = inClusters.map((each) =>
  promise.hardened({
    in: each,
    nonRoot: true,
    readOnlyRoot: true,
    drops: ['ALL'],
    seccomp: 'RuntimeDefault',
    stated: says('Container Strategy', 505, 506),
  }),
)

export const accounts = [
  promise.accounts('own', { in: production, stated: says('Kubernetes Resource Specifications', 204) }),
  promise.accounts('leastPrivilege', { in: production, stated: says('Kubernetes Resource Specifications', 204) }),
]

const bases = promise.bases(
  [
    { base: 'distroless', runtime: 'node', labels: { app: 'api-backend' } },
    { base: 'alpine', runtime: 'node', multiStage: true, labels: { app: 'web-frontend' } },
    { base: 'alpine', official: true, labels: { app: 'cache' } },
  ],
  { in: production, stated: says('Container Strategy', 505, 506, 508) },
)

export const protection = [
  bases,
  atRest,
  keys,
  copies,
  accessLog,
  ...standingBy,
  ...residency,
  secrets,
  signedIn,
  password,
  ...hardened,
  ...accounts,
  promise.encrypted('atRest', { of: [database], name: 'storage', stated: says('Container Strategy', 507) }),
]
