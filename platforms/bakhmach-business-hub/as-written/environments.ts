// Deployment environments, what runs in them, and what sets them apart.

import { environment, promise, sized } from 'seaworthy'
import { developing, secondary as elsewhere, live, preProduction } from './cluster.ts'
import { gateway, services } from './components.ts'
import { edge } from './edge.ts'
import { beside, serviceMesh } from './network.ts'
import { says } from './says.ts'
import { productionScaling, stagingScaling } from './scaling.ts'
import { keycloak } from './security.ts'
import { cache, database, documents, stores } from './stores.ts'
import { watching } from './watching.ts'

const runs = [...edge, ...beside, gateway, ...services, keycloak, ...stores, ...watching]
const of = (...lines: readonly number[]) => says('Deployment Environments', ...lines)

// No flow is listed, to no end.
const unseenPolicies = {
  says: 'NetworkPolicy enforcement',
  stated: says('Network Security', 148),
} as const

const daily = [{ name: 'daily', every: 'day', stated: of(172) }] as const

export const production = environment('production', {
  on: live,
  namespace: 'production',
  purpose: 'production',
  runs,
  scales: productionScaling,
  mesh: serviceMesh,
  unseenPolicies,
  stated: of(175),
})

// Two regions that serve at once; only one of them is described.
export const secondary = environment('secondary', {
  on: elsewhere,
  namespace: 'production',
  purpose: 'production',
  like: production,
  scales: productionScaling,
  activeWith: production,
  mesh: serviceMesh,
  unseenPolicies,
  stated: says('Deployment Environments, Disaster Recovery', 183, 218, 227),
})

export const staging = environment('staging', {
  on: preProduction,
  namespace: 'staging',
  purpose: 'staging',
  lives: '30d',
  replicas: 2,
  runs,
  scales: stagingScaling,
  mesh: serviceMesh,
  unseenPolicies,
  sized: [
    ...[database, documents].map((store) => sized(store, { backups: daily, stated: of(172) })),
    // The amounts of the matrix and of the cache are those of which staging has half, of what line 170 does not say.
    ...[gateway, ...services].map((each) => sized(each, { requests: undefined })),
    sized(cache, { memory: undefined }),
  ],
  stated: of(167, 169, 171),
})

const nothingIn = { eviction: undefined, holds: undefined } as const

export const development = environment('development', {
  on: developing,
  namespace: 'development',
  purpose: 'development',
  lives: '7d',
  replicas: 1,
  runs,
  mesh: serviceMesh,
  unseenPolicies,
  // One node, and as little as can be: that stores have their members, shards and what else lies in them there too is not said.
  sized: [
    sized(database, { followers: undefined, replication: undefined, backups: [], stated: of(165) }),
    sized(documents, { members: undefined, shards: undefined, holds: undefined, backups: [], stated: of(165) }),
    sized(cache, { mode: undefined, members: undefined, shards: undefined, memory: undefined, ...nothingIn }),
    ...[gateway, ...services].map((each) => sized(each, { requests: undefined })),
  ],
  stated: of(160, 162, 164),
})

export const tiers = [
  promise.replicas(1, { in: development, stated: of(162) }),
  promise.allots('least', { in: development, stated: of(163) }),
  promise.lives('7d', { in: development, stated: of(164) }),
  promise.replicas({ atLeast: 2 }, { in: staging, stated: of(169) }),
  promise.allots('50%', { in: staging, of: production, stated: of(170) }),
  promise.lives('30d', { in: staging, stated: of(171) }),
  promise.spans({ in: production, zones: 'several', stated: of(176) }),
  promise.replicas({ atLeast: 3 }, { in: production, stated: of(177) }),
  promise.lives('good', { in: production, stated: of(179) }),
  promise.spans({ in: production, regions: 'several', name: 'multi-region', stated: of(183) }),
]
