// The tiers, what runs in them, and whose rows they hold.

import { environment, promise } from 'seaworthy'
import { developed, eks, staged, standingBy } from './cluster.ts'
import { backend, riskEngine, stream } from './components.ts'
import { edge, serviceMesh } from './network.ts'
import { says } from './says.ts'
import { stores } from './stores.ts'

const tier = (line: number) => says('Environment Tiering', line)

export const prod = environment('prod', {
  on: eks,
  namespace: 'prod',
  purpose: 'production',
  data: 'production',
  runs: [...edge, riskEngine, backend, stream, ...stores],
  mesh: serviceMesh,
  stated: tier(68),
})

export const staging = environment('staging', {
  on: staged,
  namespace: 'staging',
  purpose: 'staging',
  data: 'masked',
  dataFrom: { from: prod },
  like: prod,
  mesh: serviceMesh,
  stated: tier(67),
})

export const dev = environment('dev', {
  on: developed,
  namespace: 'dev',
  purpose: 'development',
  data: 'synthetic',
  like: prod,
  mesh: serviceMesh,
  stated: tier(66),
})

export const dr = environment('dr', {
  on: standingBy,
  namespace: 'dr',
  purpose: 'recovery',
  data: 'production',
  dataFrom: { from: prod, by: 'replication' },
  like: prod,
  standbyOf: prod,
  standby: 'warm',
  mesh: serviceMesh,
  stated: tier(69),
})

// What comes back from elsewhere says that there is an elsewhere.
export const tiers = [
  promise.spans({
    in: prod,
    regions: 'several',
    stated: says('Disaster Recovery', 98, 100),
  }),
]
