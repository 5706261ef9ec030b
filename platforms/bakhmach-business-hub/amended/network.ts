// How calls are made, and who answers for names.

import { dns, mesh, network, segment } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { home, zonesOf } from './cluster.ts'

const vpc = network('platform', { cidr: '10.0.0.0/16', region: home })

/** Where the stores answer: the clusters of both regions reach it, and nothing on the internet does. */
export const dataTier = segment('data', { of: vpc, tier: 'private', zones: zonesOf(home), cidr: '10.0.64.0/20' })

/** Where the balancers stand that the firewall leads to. */
export const publicTier = segment('public', { of: vpc, tier: 'public', zones: zonesOf(home), cidr: '10.0.0.0/20' })

const meshed = (...lines: readonly (number | readonly [number, number])[]) => says('Service Mesh', ...lines)

// A newer one than the document's: that was never supported on the clusters that it asks for.
export const serviceMesh = mesh('service-mesh', {
  by: 'istio',
  version: '1.30',
  mtls: 'strict',
  tls: '1.3',
  balances: 'least-requests',
  breaker: { failures: 5, for: '30s', stated: meshed(113) },
  timeout: '30s',
  batchTimeout: '60s',
  retries: { attempts: 3, backoff: 'exponential', perTry: '8s', stated: meshed(115) },
  deniesByDefault: true,
  cites: {
    timeout: meshed(114),
    batchTimeout: meshed(114),
    deniesByDefault: meshed(112),
    tls: says('Network Security', 152),
  },
  stated: meshed([105, 119]),
})

export const names = dns('kube-dns', { by: 'kube-dns', answers: 'cluster', stated: says('Network Security', 149) })
