// Three environments, what runs in them, and what sets them apart.

import { environment, external, promise } from 'seaworthy'
import { development, live, preProduction } from './cluster.ts'
import { agencies, blockchain, devices, gateway, services } from './components.ts'
import { serviceMesh } from './network.ts'
import { says } from './says.ts'
import { stores } from './stores.ts'

const row = (line: number) => says('Environments', line)

const mocked = external('mocked-integrations', { stage: 'mock', listens: 'https', stated: row(9) })
const sandbox = external('sandbox-government-apis', { stage: 'sandbox', listens: 'https', stated: row(10) })

export const production = environment('production', {
  on: live,
  namespace: 'production',
  purpose: 'production',
  mesh: serviceMesh,
  runs: [devices, gateway, ...services, ...stores, blockchain, agencies],
  stated: row(11),
})

export const staging = environment('staging', {
  on: preProduction,
  namespace: 'staging',
  purpose: 'staging',
  mesh: serviceMesh,
  like: production,
  instead: [[agencies, sandbox]],
  stated: row(10),
})

export const dev = environment('dev', {
  on: development,
  namespace: 'dev',
  purpose: 'development',
  mesh: serviceMesh,
  per: 'branch',
  ephemeral: true,
  features: 'permissive',
  like: production,
  instead: [[agencies, mocked]],
  stated: row(9),
})

export const tiers = [
  promise.spans({ in: dev, regions: 1, clusters: 1, stated: row(9) }),
  promise.integrates('mock', { in: dev, stated: row(9) }),
  promise.mirrors(production, { in: staging, except: ['endpoints'], stated: row(10) }),
  promise.integrates('sandbox', { in: staging, stated: row(10) }),
  promise.spans({ in: production, regions: 'several', stated: row(11) }),
]
