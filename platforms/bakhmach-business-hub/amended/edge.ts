// What requests from the internet pass before the gateway: names that are signed, and the firewall that they lead to.

import { client, dns, loadBalancer, waf } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { gateway } from './components.ts'
import { publicTier } from './network.ts'

const topology = (...lines: readonly number[]) => says('Network Topology', ...lines)

/** In the cluster's own network: only the firewall's addresses get to it, and only it gets to the gateway. */
export const balancer = loadBalancer('balancer', {
  by: 'nlb',
  layer: 4,
  tls: 'passes',
  at: '10.0.0.0/20',
  in: publicTier,
  healthChecks: { every: '10s', failures: 2, path: '/ready' },
  calls: [gateway.port('http')],
  stated: says('Network Security', 146),
})

export const shield = waf('waf', {
  by: 'cloudflare',
  at: '173.245.48.0/20',
  does: ['filters', 'absorbs-ddos'],
  calls: [balancer],
  cites: { calls: topology(80, 83) },
  stated: topology(80),
})

/** Its names are signed: those of the cluster are delegated by nobody, and proxies show there who answers. */
export const publicNames = dns('public-names', {
  by: 'cloudflare',
  answers: 'internet',
  dnssec: true,
  ttl: '30s',
  calls: [shield],
  stated: says('Network Security', 149),
})

export const internet = client('internet', {
  calls: [shield],
  cites: { calls: topology(77, 80) },
  stated: topology(77),
})

export const edge = [internet, publicNames, shield, balancer]
