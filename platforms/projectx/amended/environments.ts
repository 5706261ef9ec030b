// Three environments, what stands by for the third, and what watches all of them.

import { cloudNativePg, environment, external, link, sized } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { development, live, operations, preProduction, second } from './cluster.ts'
import { agencies, archive, devices, feed, gateway, services } from './components.ts'
import { blockchain } from './ledger.ts'
import { stack, telemetry } from './monitoring.ts'
import { serviceMesh } from './network.ts'
import { secrets } from './secrets.ts'
import { database, ofDatabase, stores } from './stores.ts'

const row = (line: number) => says('Environments', line)

const mocked = external('mocked-integrations', { stage: 'mock', listens: 'https', at: '192.0.2.10/32', stated: row(9) })
export const sandbox = external('sandbox-government-apis', {
  stage: 'sandbox',
  listens: 'https',
  at: '192.0.2.20/32',
  over: link('sandbox', { kind: 'vpn', stated: says('Networking and Segmentation', 51) }),
  stated: row(10),
})

const policies = { defaultDeny: true, dns: true, calls: true, stated: says('Networking and Segmentation', 50) } as const

export const production = environment('production', {
  on: live,
  namespace: 'production',
  purpose: 'production',
  features: 'restricted',
  mesh: serviceMesh,
  runs: [devices, gateway, ...services, archive, feed, ...stores, blockchain, agencies, telemetry],
  policies,
  secrets,
  stated: row(11),
})

export const standby = environment('production-standby', {
  on: second,
  namespace: 'production',
  purpose: 'production',
  features: 'restricted',
  mesh: serviceMesh,
  standbyOf: production,
  standby: 'hot',
  like: production,
  policies,
  secrets,
  stated: row(11),
})

export const staging = environment('staging', {
  on: preProduction,
  namespace: 'staging',
  purpose: 'staging',
  features: 'restricted',
  mesh: serviceMesh,
  like: production,
  instead: [[agencies, sandbox]],
  policies,
  secrets,
  stated: row(10),
})

// What lies there is worth nothing: no copy of it is taken.
const forgetful = sized(database, { members: 1, backups: [], operatedBy: cloudNativePg({ owner: ofDatabase }) })

export const dev = environment('dev', {
  on: development,
  namespace: 'dev',
  purpose: 'development',
  mesh: serviceMesh,
  per: 'branch',
  lives: 'until-closed',
  ephemeral: true,
  features: 'permissive',
  like: production,
  instead: [[agencies, mocked]],
  sized: [forgetful],
  policies,
  secrets,
  stated: row(9),
})

export const observability = environment('observability', {
  on: operations,
  namespace: 'observability',
  purpose: 'shared',
  runs: stack,
  policies,
  stated: says('Observability and Operations', 55),
})
