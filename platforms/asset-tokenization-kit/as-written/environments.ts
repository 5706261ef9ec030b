// Environment management: seven environments, what runs in them, and what sets them apart from each other, which stands in
// the hierarchy and in the configuration matrix.

import { environment, promise, sized } from 'seaworthy'
import { developerMachines, developing, kubernetes, recoverySite } from './cluster.ts'
import { api, blockchain, subgraph, web } from './components.ts'
import { edge } from './edge.ts'
import { serviceMesh } from './network.ts'
import { says } from './says.ts'
import { cache, database, stores } from './stores.ts'

const row = (line: number, ...drawn: readonly number[]) =>
  says(`Environment Configuration Matrix${drawn.length > 0 ? ', Environment Hierarchy' : ''}`, line, ...drawn)
const drawn = (...lines: readonly number[]) => says('Environment Hierarchy', ...lines)

export const production = environment('production', {
  on: kubernetes,
  namespace: 'production',
  purpose: 'production',
  data: 'production',
  runs: [...edge, web, api, subgraph, ...stores, blockchain],
  mesh: serviceMesh,
  // Drawn on three of the services; the other three have none. What they say stands in three words each.
  unseenPolicies: {
    says: 'allow specific ports/protocols; whitelist external services',
    of: [web, api, database],
    egress: 'listed',
    stated: says('Network Architecture, Network Security Policies', 574, [597, 599], 625, 626),
  },
  stated: row(485, 429),
})

// What developers have: the edge is drawn for production, amounts are "minimal", "development" and "on-demand", and of
// members, autoscalers and amounts no line says that they are those of production.
const requested = { requests: undefined, limits: undefined } as const
const forDevelopers = {
  like: production,
  without: edge,
  sized: [
    ...[web, api, subgraph].map((each) => sized(each, { scales: undefined, ...requested })),
    sized(database, { followers: undefined, replication: undefined, ...requested }),
    sized(cache, { mode: undefined, members: undefined, replication: undefined, ...requested }),
  ],
} as const

export const local = environment('local-development', {
  on: developerMachines,
  namespace: 'local-development',
  purpose: 'development',
  data: 'mock',
  ...forDevelopers,
  stated: row(480, 415),
})

export const shared = environment('shared-development', {
  on: developing,
  namespace: 'shared-development',
  purpose: 'development',
  data: 'test',
  ...forDevelopers,
  stated: row(481, 417),
})

export const featureBranch = environment('feature-branch', {
  on: developing,
  namespace: 'feature-branch',
  purpose: 'preview',
  data: 'test',
  per: 'pull-request',
  lives: 'until-closed',
  ...forDevelopers,
  stated: row(482, 419),
})

export const staging = environment('staging', {
  on: kubernetes,
  namespace: 'staging',
  purpose: 'staging',
  data: 'subset',
  dataFrom: { from: production },
  like: production,
  stated: row(483, 423),
})

export const preProduction = environment('pre-production', {
  on: kubernetes,
  namespace: 'pre-production',
  purpose: 'validation',
  data: 'masked',
  dataFrom: { from: production },
  like: production,
  stated: row(484, 425),
})

export const disasterRecovery = environment('disaster-recovery', {
  on: recoverySite,
  namespace: 'disaster-recovery',
  purpose: 'recovery',
  data: 'production',
  dataFrom: { from: production, by: 'replication' },
  like: production,
  standbyOf: production,
  stated: row(486, 431),
})

const everything = ['size', 'endpoints', 'versions', 'settings', 'cluster'] as const
const configured = ['variables', 'secrets', 'features', 'scaling'] as const

export const tiers = [
  promise.allots('least', { in: local, stated: row(480) }),
  promise.availability({ in: shared, atLeast: '95%', stated: row(481) }),
  // The full set of features: what each of them has is another matter.
  promise.mirrors(production, { in: staging, except: everything, stated: row(483, 423) }),
  promise.availability({ in: staging, atLeast: '99%', stated: row(483) }),
  promise.allots('all', { in: preProduction, of: production, stated: row(484) }),
  promise.holds('subset', { in: preProduction, stated: drawn(425) }),
  promise.availability({ in: preProduction, atLeast: '99.5%', stated: row(484) }),
  promise.availability({ in: production, atLeast: '99.9%', stated: row(485) }),
  // The column is of resources: how large it is, and on what it stands.
  promise.mirrors(production, {
    in: disasterRecovery,
    except: ['endpoints', 'settings', 'versions'],
    stated: row(486),
  }),
  promise.configures({ in: local, by: configured, stated: drawn(435, 452) }),
  promise.configures({ in: shared, by: configured, stated: drawn(435, 453) }),
  promise.configures({ in: staging, by: configured, stated: drawn(435, 454) }),
  promise.configures({ in: production, by: configured, stated: drawn(435, 455) }),
]
