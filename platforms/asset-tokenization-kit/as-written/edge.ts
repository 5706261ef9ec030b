// External load balancing and the ingress layer, as two drawings have them: who passes what, on the way from the internet.

import { cdn, client, gateway, loadBalancer, undecided } from 'seaworthy'
import { api, web } from './components.ts'
import { says } from './says.ts'

const drawn = (...lines: readonly number[]) => says('Deployment Architecture', ...lines)
const both = (...lines: readonly number[]) => says('Deployment Architecture, Network Architecture', ...lines)

export const serviceGateway = gateway('service-gateway', {
  listens: 'http',
  does: ['authenticates', 'routes-by-path', 'translates'],
  calls: [web, api],
  cites: { calls: drawn(80, 81) },
  stated: drawn(45),
})

export const ingress = gateway('ingress-controller', {
  by: undecided('ingress', 'nginx', 'traefik', drawn(43)),
  listens: 'https',
  layer: 7,
  tls: 'terminates',
  does: ['routes-by-path', 'routes-by-host', 'limits-rate'],
  calls: [serviceGateway],
  cites: {
    calls: drawn(79),
    layer: says('Network Architecture', 548),
    tls: says('Deployment Architecture, Kubernetes Resource Specifications, Network Architecture', 43, 202, 548),
    does: both(43, 548),
  },
  stated: both(43, 548),
})

export const balancer = loadBalancer('load-balancer', {
  layer: 4,
  tls: 'terminates',
  healthChecks: {},
  does: ['distributes', 'fails-over'],
  calls: [ingress],
  cites: {
    calls: both(77, 582),
    layer: says('Network Architecture', 546),
    tls: both(38, 546),
    healthChecks: both(38, 546),
    does: both(38, 546),
  },
  stated: both(38, 546),
})

export const cache = cdn('cdn', {
  does: ['caches', 'absorbs-ddos'],
  calls: [balancer],
  cites: { calls: both(76, 581) },
  stated: both(36, 542),
})

/** Browsers, apps and programs, in one box: the other drawing has webhooks in it, and says not which way they go. */
export const internet = client('internet', { calls: [cache], cites: { calls: both(75, 580) }, stated: both(34, 540) })

export const edge = [internet, cache, balancer, ingress, serviceGateway]
