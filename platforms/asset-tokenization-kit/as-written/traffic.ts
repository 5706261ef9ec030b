// Targets of latency, and what is said of calls between services and to the outside.

import { promise } from 'seaworthy'
import { production } from './environments.ts'
import { apiResponse, databaseQuery, pageLoad } from './metrics.ts'
import { says } from './says.ts'

const target = (line: number) => says('Performance Targets', line)

/** Calls are encrypted, and between services both ends show who they are: mTLS is said of mesh, sidecars and pods alone. */
export const betweenServices = promise.mutualTls({
  in: production,
  beyond: 'server',
  tls: '1.3',
  stated: says('Network Architecture, Network Security Policies, Data Protection and Compliance', 576, 627, 658),
})

export const traffic = [
  promise.stays(apiResponse, { in: production, below: '200ms', now: '150ms', stated: target(825) }),
  promise.stays(pageLoad, { in: production, below: '2s', now: '1.5s', stated: target(826) }),
  promise.stays(databaseQuery, { in: production, below: '50ms', now: '30ms', stated: target(827) }),
  betweenServices,
]
