// Where it runs: production in two regions that serve at once, staging with half of it, development on one machine.

import { type Component, environment, type Sized, sized } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { developing, secondary as elsewhere, live, preProduction } from './cluster.ts'
import { gateway, services } from './components.ts'
import { edge } from './edge.ts'
import { names, serviceMesh } from './network.ts'
import { productionScaling, stagingScaling } from './scaling.ts'
import { keycloak, secrets } from './security.ts'
import { cache, database, documents, documentsOf, queue, storage, stores, trails } from './stores.ts'

const runs = [...edge, names, gateway, ...services, keycloak, ...stores]
const of = (...lines: readonly number[]) => says('Deployment Environments', ...lines)

/** Every namespace by one list: nothing but what is declared to call, let through on both sides. */
export const policies = {
  defaultDeny: true,
  dns: true,
  calls: true,
  stated: says('Service Mesh, Network Security', 112, 147, 148),
} as const

export const production = environment('production', {
  on: live,
  namespace: 'production',
  purpose: 'production',
  data: 'production',
  lives: 'for-good',
  runs,
  scales: productionScaling,
  mesh: serviceMesh,
  policies,
  secrets,
  stated: of(175, 179),
})

export const secondary = environment('secondary', {
  on: elsewhere,
  namespace: 'production',
  purpose: 'production',
  data: 'production',
  lives: 'for-good',
  like: production,
  scales: productionScaling,
  activeWith: production,
  mesh: serviceMesh,
  policies,
  secrets,
  stated: says('Deployment Environments, Disaster Recovery', 183, 218, 227),
})

const daily = [
  { name: 'daily', how: 'full', every: 'day', takes: '1h', keep: '30d', to: storage, stated: of(172) },
] as const

interface Amounts {
  readonly cpu: `${number}m`
  readonly memory: `${number}Mi`
}

/** Two pods in place of three, each with three quarters: half of what production requests. */
const half = (component: Component): Sized => {
  const { cpu, memory } = component.options.requests as Amounts
  const part = (amount: string) => Math.floor((3 * Number.parseInt(amount, 10)) / 4)
  return sized(component, { requests: { cpu: `${part(cpu)}m`, memory: `${part(memory)}Mi` }, stated: of(170) })
}

export const staging = environment('staging', {
  on: preProduction,
  namespace: 'staging',
  purpose: 'staging',
  data: 'synthetic',
  lives: '30d',
  replicas: 2,
  runs,
  scales: stagingScaling,
  mesh: serviceMesh,
  policies,
  secrets,
  sized: [
    ...[gateway, ...services, keycloak].map(half),
    ...[database, documents].map((store) => sized(store, { backups: daily, replicatesTo: undefined, stated: of(172) })),
    ...[trails, queue].map((store) => sized(store, { backups: [], replicatesTo: undefined })),
  ],
  stated: of(167, 169, 171),
})

/** Stores of its own, in pods of the one machine, and no copies of what is made up. */
const local = (store: Component, more: object): Sized =>
  sized(store, {
    ...{ managedBy: undefined, in: undefined, replicatesTo: undefined, replication: undefined, backups: [] },
    requests: { cpu: '100m', memory: '512Mi' },
    limits: { cpu: '500m', memory: '1Gi' },
    volume: { size: '10Gi' },
    ...more,
    stated: of(165),
  })

const least = { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '1Gi' } } as const

export const development = environment('development', {
  on: developing,
  namespace: 'development',
  purpose: 'development',
  data: 'synthetic',
  lives: '7d',
  replicas: 1,
  runs,
  mesh: serviceMesh,
  policies,
  secrets,
  sized: [
    ...[gateway, ...services, keycloak].map((each) => sized(each, { ...least, stated: of(163) })),
    local(database, { followers: 0 }),
    local(documents, { members: 1, shards: undefined, holds: documentsOf('1G') }),
    local(cache, { mode: undefined, members: 1, shards: undefined, memory: '512Mi' }),
    local(trails, { memory: '512Mi' }),
    local(queue, { members: 1, copies: 1, minInSync: 1 }),
  ],
  stated: of(160, 162, 164),
})
