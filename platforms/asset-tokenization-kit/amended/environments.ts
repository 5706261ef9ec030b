// Environment management: seven environments, what runs in them, and what sets them apart from each other.

import { content, environment, promise, sized } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { developerMachines, developing, kubernetes, recoverySite } from './cluster.ts'
import { api, blockchain, masking, subgraph, web } from './components.ts'
import { backupStorage } from './copies.ts'
import { edge, ingress, serviceGateway } from './edge.ts'
import { serviceMesh } from './network.ts'
import { ofApplication } from './secrets.ts'
import { cache, database, stores } from './stores.ts'

const row = (line: number, ...drawn: readonly number[]) =>
  says(`Environment Configuration Matrix${drawn.length > 0 ? ', Environment Hierarchy' : ''}`, line, ...drawn)
const drawn = (...lines: readonly number[]) => says('Environment Hierarchy', ...lines)

const policies = {
  defaultDeny: true,
  dns: true,
  calls: true,
  stated: says('Network Architecture, Network Security Policies', 574, [597, 599], 625, 626),
} as const

/** In a cluster: nothing but what is declared is let through, and the proxies show who calls. */
const guarded = { policies, mesh: serviceMesh, secrets: ofApplication } as const

const settings = (LOG_LEVEL: string, features: 'permissive' | 'restricted') =>
  ({ variables: { LOG_LEVEL }, features }) as const

export const production = environment('production', {
  on: kubernetes,
  namespace: 'production',
  purpose: 'production',
  data: 'production',
  runs: [...edge, web, api, subgraph, ...stores, blockchain],
  ...guarded,
  ...settings('warn', 'restricted'),
  stated: row(485, 429),
})

/** A few rows that somebody made up. */
const few = [content('application-data', { use: 'transactions', size: '5Gi' })]

const tiny = { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '500m', memory: '512Mi' } } as const
const alone = { scales: undefined, budget: undefined, ...tiny } as const

/** One of each, as small as it goes. */
const least = [
  ...[ingress, serviceGateway].map((each) => sized(each, { budget: undefined, ...tiny })),
  ...[web, api, subgraph].map((each) => sized(each, alone)),
]

export const local = environment('local-development', {
  on: developerMachines,
  namespace: 'local-development',
  purpose: 'development',
  data: 'mock',
  replicas: 1,
  like: production,
  sized: [
    ...least,
    sized(database, { followers: 0, replication: undefined, holds: few, requests: tiny.requests }),
    sized(cache, { memory: '192Mi', budget: undefined, requests: tiny.requests }),
  ],
  secrets: ofApplication,
  ...settings('debug', 'permissive'),
  stated: row(480, 415),
})

const forDevelopers = {
  on: developing,
  purpose: 'development',
  data: 'test',
  replicas: 1,
  like: production,
  sized: [
    ...least,
    sized(database, { followers: 1, volume: { size: '20Gi', class: 'ssd-fast' }, holds: few }),
    sized(cache, { memory: '384Mi', requests: { cpu: '50m', memory: '128Mi' } }),
  ],
  ...guarded,
  ...settings('debug', 'permissive'),
} as const

export const shared = environment('shared-development', {
  ...forDevelopers,
  namespace: 'shared-development',
  stated: row(481, 417),
})

export const featureBranch = environment('feature-branch', {
  ...forDevelopers,
  namespace: 'feature-branch',
  purpose: 'preview',
  per: 'pull-request',
  lives: 'until-closed',
  stated: row(482, 419),
})

/** The one place beside production where rows are as they are: what leaves it has nobody's name on it. */
export const maskingRoom = environment('masking', {
  on: kubernetes,
  namespace: 'masking',
  purpose: 'shared',
  data: 'production',
  runs: [masking, backupStorage],
  ...guarded,
})

/** Rows of production, some of them or all, with persons made unknown before anybody sees them. */
const masked = {
  on: kubernetes,
  data: 'masked',
  dataFrom: { from: production, by: 'copy', masks: true, with: masking },
  like: production,
  ...guarded,
} as const

export const staging = environment('staging', {
  ...masked,
  namespace: 'staging',
  purpose: 'staging',
  ...settings('info', 'permissive'),
  stated: row(483, 423),
})

export const preProduction = environment('pre-production', {
  ...masked,
  namespace: 'pre-production',
  purpose: 'validation',
  ...settings('warn', 'restricted'),
  stated: row(484, 425),
})

export const disasterRecovery = environment('disaster-recovery', {
  on: recoverySite,
  namespace: 'production',
  purpose: 'recovery',
  data: 'production',
  dataFrom: { from: production, by: 'replication' },
  like: production,
  standbyOf: production,
  standby: 'hot',
  ...guarded,
  ...settings('warn', 'restricted'),
  stated: row(486, 431),
})

const everything = ['size', 'endpoints', 'versions', 'settings', 'cluster'] as const
const configured = ['variables', 'secrets', 'features', 'scaling'] as const

/** Over which a share counts. */
const month = { over: '30d' } as const

export const tiers = [
  promise.allots('least', { in: local, stated: row(480) }),
  promise.availability({ in: shared, atLeast: '95%', ...month, stated: row(481) }),
  promise.lives('until-closed', { in: featureBranch, stated: drawn(419) }),
  promise.mirrors(production, { in: staging, except: everything, stated: row(483, 423) }),
  promise.availability({ in: staging, atLeast: '99%', ...month, stated: row(483) }),
  promise.allots('all', { in: preProduction, of: production, stated: row(484) }),
  promise.holds('masked', { in: preProduction, stated: drawn(425) }),
  promise.availability({ in: preProduction, atLeast: '99.5%', ...month, stated: row(484) }),
  promise.availability({ in: production, atLeast: '99.9%', ...month, stated: row(485) }),
  promise.mirrors(production, { in: disasterRecovery, stated: row(486) }),
  promise.configures({ in: local, by: configured, stated: drawn(435, 452) }),
  promise.configures({ in: shared, by: configured, stated: drawn(435, 453) }),
  promise.configures({ in: staging, by: configured, stated: drawn(435, 454) }),
  promise.configures({ in: production, by: configured, stated: drawn(435, 455) }),
  // The drawing leads to four of them; what stands between those is configured in the same ways.
  ...[featureBranch, preProduction].map((each) => promise.configures({ in: each, by: configured, stated: drawn(435) })),
]
