// The mesh, which of two is open, and how calls are made: service discovery sets it by the kind of what is called.

import { mesh, undecided } from 'seaworthy'
import { says } from './says.ts'

const architecture = (...lines: readonly number[]) => says('Network Architecture', ...lines)
const discovery = (line: number) => says('Service Discovery Configuration', line)

// What is called within is balanced in one of two ways, and has a breaker; so has all that says nothing of its own.
export const serviceMesh = mesh('service-mesh', {
  by: undecided('mesh', 'istio', 'linkerd', says('Cluster Architecture, Network Architecture', 153, 552)),
  proxy: 'envoy',
  mtls: 'strict',
  tls: '1.3',
  balances: undecided('internal-balancing', 'round-robin', 'least-connections', discovery(616)),
  breaker: { failures: 5, for: '30s', stated: discovery(616) },
  cites: {
    proxy: architecture(554),
    mtls: says('Network Architecture, Data Protection and Compliance', 576, 658),
    tls: says('Data Protection and Compliance', 658),
  },
  stated: architecture(552, 554),
})

export const toDatabase = {
  balances: 'by-role',
  breaker: { failures: 3, for: '60s', stated: discovery(617) },
  stated: discovery(617),
} as const

// What is in transit has TLS, whether or not a proxy carries it.
const inTransit = { tls: 'server' } as const

export const toExternal = {
  ...inTransit,
  balances: 'weighted',
  breaker: { failures: 10, for: '5m', stated: discovery(618) },
  stated: says('Service Discovery Configuration, Data Protection and Compliance', 618, 658),
} as const

export const toFiles = {
  ...inTransit,
  stated: says('Deployment Architecture, Data Protection and Compliance', 88, 658),
} as const

export const toCache = {
  balances: 'consistent-hash',
  breaker: { failures: 5, for: '30s', stated: discovery(619) },
  stated: discovery(619),
} as const
