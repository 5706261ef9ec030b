// External load balancing and the ingress layer: who passes what, on the way from the internet. TLS ends once, where requests
// are read.

import { cdn, client, external, gateway, loadBalancer } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { application } from './cluster.ts'
import { api, subgraph, web } from './components.ts'
import { answering } from './usual.ts'

const drawn = (...lines: readonly number[]) => says('Deployment Architecture', ...lines)
const both = (...lines: readonly number[]) => says('Deployment Architecture, Network Architecture', ...lines)

const small = {
  ...answering,
  replicas: 2,
  requests: { cpu: '100m', memory: '128Mi' },
  limits: { cpu: '500m', memory: '512Mi' },
  pool: application,
} as const

export const serviceGateway = gateway('service-gateway', {
  ...small,
  listens: { http: 8080 },
  account: 'service-gateway',
  by: 'envoy',
  layer: 7,
  does: ['authenticates', 'routes-by-path', 'translates'],
  calls: [web.port('http'), api.port('http'), subgraph.port('http')],
  cites: { calls: drawn(80, 81) },
  stated: drawn(45),
})

export const ingress = gateway('ingress-controller', {
  ...small,
  by: 'traefik',
  listens: { http: 8080, https: 8443 },
  loadBalancer: true,
  account: 'ingress-controller',
  layer: 7,
  tls: 'terminates',
  does: ['routes-by-path', 'routes-by-host', 'limits-rate'],
  calls: [serviceGateway.port('http')],
  cites: {
    calls: drawn(79),
    layer: says('Network Architecture', 548),
    tls: says('Deployment Architecture, Kubernetes Resource Specifications, Network Architecture', 43, 202, 548),
    does: both(43, 548),
  },
  stated: both(43, 548),
})

export const balancer = loadBalancer('load-balancer', {
  by: 'nlb',
  at: '10.0.0.0/20',
  layer: 4,
  tls: 'passes',
  healthChecks: { every: '10s', failures: 3, timeout: '5s' },
  does: ['distributes', 'fails-over'],
  calls: [ingress.port('https')],
  cites: {
    calls: both(77, 582),
    layer: says('Network Architecture', 546),
    tls: both(38, 546),
    healthChecks: both(38, 546),
    does: both(38, 546),
  },
  stated: both(38, 546),
})

export const distribution = cdn('cdn', {
  by: 'cloudfront',
  tls: 're-encrypts',
  does: ['caches', 'absorbs-ddos'],
  calls: [balancer],
  cites: { calls: both(76, 581) },
  stated: both(36, 542),
})

// Who comes from the internet (line 34): three kinds, each by the same way in; line 540 has webhooks among them.
const fromInternet = { calls: [distribution], cites: { calls: both(75, 580) } }
export const browsers = client('web-browsers', { ...fromInternet, stated: drawn(34) })
export const mobileApps = client('mobile-apps', { ...fromInternet, stated: drawn(34) })
export const apiClients = client('api-clients', { ...fromInternet, stated: drawn(34) })
export const webhooks = external('webhook-deliveries', {
  ...fromInternet,
  stated: says('Network Architecture', 540),
})

export const edge = [browsers, mobileApps, apiClients, webhooks, distribution, balancer, ingress, serviceGateway]
