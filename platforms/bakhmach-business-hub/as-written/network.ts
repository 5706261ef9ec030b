// Network topology and service mesh: what requests pass, how calls are made, and who answers for names.

import { dns, loadBalancer, mesh, undecided } from 'seaworthy'
import { says } from './says.ts'
import { documents, queue } from './stores.ts'

const topology = (...lines: readonly (number | readonly [number, number])[]) => says('Network Topology', ...lines)
const meshed = (...lines: readonly (number | readonly [number, number])[]) => says('Service Mesh', ...lines)

/** What the services pass on their way to the data tier: all three stores are drawn behind it. */
export const internal = loadBalancer('internal-load-balancer', {
  internal: true,
  calls: [documents, queue],
  cites: { calls: topology([96, 100]) },
  stated: topology(94),
})

// Line 112 calls it zero trust; line 152 has mutual TLS for the mesh, and not whether plain text is refused. A breaker is
// named without a figure.
export const serviceMesh = mesh('service-mesh', {
  by: 'istio',
  version: '1.17',
  tls: '1.3',
  balances: undecided('balancing', 'round-robin', 'least-requests', meshed(110)),
  breaker: { stated: meshed(113) },
  timeout: '30s',
  batchTimeout: '60s',
  retries: { attempts: 3, backoff: 'exponential', stated: meshed(115) },
  deniesByDefault: true,
  cites: {
    version: meshed(106),
    timeout: meshed(114),
    batchTimeout: meshed(114),
    deniesByDefault: meshed(112),
    tls: says('Network Security', 152),
  },
  stated: meshed([105, 119]),
})

const names = dns('kube-dns', {
  by: 'kube-dns',
  answers: 'cluster',
  dnssec: true,
  stated: says('Network Security', 149),
})

export const beside = [internal, names]
