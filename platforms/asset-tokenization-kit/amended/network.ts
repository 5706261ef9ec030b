// The mesh, and how calls are made: service discovery sets it by the kind of what is called.

import { mesh } from 'seaworthy'
import { says } from '../as-written/says.ts'

const architecture = (...lines: readonly number[]) => says('Network Architecture', ...lines)
const discovery = (line: number) => says('Service Discovery Configuration', line)

// Istio, since the proxies are to be Envoy. A long request is no reason to pick another pod: turns are taken.
export const serviceMesh = mesh('service-mesh', {
  by: 'istio',
  version: '1.29',
  proxy: 'envoy',
  mtls: 'strict',
  tls: '1.3',
  deniesByDefault: true,
  timeout: '5s',
  balances: 'round-robin',
  breaker: { failures: 5, for: '30s', stated: discovery(616) },
  cites: {
    proxy: architecture(554),
    mtls: says('Network Architecture, Data Protection and Compliance', 576, 658),
    tls: says('Data Protection and Compliance', 658),
    balances: discovery(616),
  },
  stated: architecture(552, 554),
})

/** Which member is the primary, the name says that is called, and not a proxy. */
export const toDatabase = {
  breaker: { failures: 3, for: '60s', stated: discovery(617) },
  stated: discovery(617),
} as const

/** Outside the mesh: both ends show a certificate by themselves. */
export const toExternal = {
  tls: 'mutual',
  breaker: { failures: 10, for: '5m', stated: discovery(618) },
  stated: discovery(618),
} as const

/** Clients find the member by the slot of a key, which is a hash: a proxy that picked as well would lead them astray. */
export const toCache = { breaker: { failures: 5, for: '30s', stated: discovery(619) }, stated: discovery(619) } as const
