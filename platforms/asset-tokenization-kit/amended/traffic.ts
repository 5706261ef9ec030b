// Targets of latency, and what is said of calls between services and to the outside.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { api, subgraph } from './components.ts'
import { ingress, serviceGateway } from './edge.ts'
import { disasterRecovery, preProduction, production, staging } from './environments.ts'
import { apiResponse, certificateLeft, databaseQuery, pageLoad } from './metrics.ts'
import { cache, database } from './stores.ts'

const target = (line: number) => says('Performance Targets', line)
const rules = (...lines: readonly number[]) => says('Network Security Policies', ...lines)

/** Calls between services are encrypted and both ends show who they are. */
export const betweenServices = promise.mutualTls({
  in: production,
  tls: '1.3',
  stated: says('Network Architecture, Network Security Policies, Data Protection and Compliance', 576, 627, 658),
})

/** The mesh makes its root again long before; who is told a week ahead still has time where it does not. */
export const certificatesLast = promise.stays(certificateLeft, {
  in: production,
  above: '7d',
  stated: says('Data Protection and Compliance', 658),
})

/** Nothing but what is declared is let through, on both sides. */
export const onlyCalls = [production, preProduction, staging, disasterRecovery].map((each) =>
  promise.onlyCalls({ in: each, mesh: true, stated: rules(625, 626, 627) }),
)

/** Each request goes to the next: turns are taken by the proxies, and not by connections that stay open. */
const turns = [api, subgraph].map((each) =>
  promise.balances(each, {
    in: production,
    how: 'round-robin',
    each: 'request',
    stated: says('Service Discovery Configuration', 616),
  }),
)

export const dataLayer = [database.port('postgres'), cache.port('redis')].map((store) =>
  promise.reachedOnlyBy(store, [api], { in: production, stated: rules(628) }),
)

export const traffic = [
  certificatesLast,
  promise.stays(apiResponse, { in: production, below: '200ms', now: '150ms', stated: target(825) }),
  promise.stays(pageLoad, { in: production, below: '2s', now: '1.5s', stated: target(826) }),
  promise.stays(databaseQuery, { in: production, below: '50ms', now: '30ms', stated: target(827) }),
  promise.reachedOnlyBy(serviceGateway, [ingress], { in: production, stated: says('Deployment Architecture', 79) }),
  betweenServices,
  ...onlyCalls,
  ...dataLayer,
  ...turns,
]
