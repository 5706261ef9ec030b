// Pictures of the document, as things are declared here: which box leads to which.

import { drawing } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { api, blockchain, subgraph, web } from './components.ts'
import { backupStorage } from './copies.ts'
import { apiClients, balancer, browsers, distribution, ingress, mobileApps, serviceGateway, webhooks } from './edge.ts'
import { disasterRecovery, featureBranch, local, preProduction, production, shared, staging } from './environments.ts'
import { drawnMonitoring } from './monitoring.ts'
import { cache, database, files } from './stores.ts'
import { logVolumes, sharedVolumes } from './volumes.ts'

const clients = [browsers, mobileApps, apiClients, webhooks]

const throughTheEdge = [
  ...clients.map((client) => [client, distribution] as const),
  [distribution, balancer],
  [balancer, ingress],
] as const

const within = [
  [web, api],
  [api, subgraph],
  [api, database],
  [api, cache],
  [api, files],
] as const

// One name for a thing, in every drawing.
const called = [
  [web, 'Web Application Pods'],
  [api, 'API Service Pods'],
  [subgraph, 'Subgraph Pods'],
  [database, 'Database Cluster'],
  [cache, 'Cache Cluster'],
] as const

const topology = drawing('production deployment architecture', {
  of: production,
  arrows: [
    ...throughTheEdge,
    [ingress, serviceGateway],
    ...[web, api, subgraph].map((each) => [serviceGateway, each] as const),
    ...within,
    [api, blockchain],
    [subgraph, blockchain],
    ...[database, cache, files, sharedVolumes, logVolumes].map((each) => [each, backupStorage] as const),
    ...[web, api, subgraph].map((each) => [each, drawnMonitoring] as const),
  ],
  says: [
    ...called,
    [serviceGateway, 'Service Gateway'],
    [backupStorage, 'Backup Services'],
    [drawnMonitoring, 'Monitoring Stack'],
    [blockchain, 'Blockchain Network'],
  ],
  stated: says('Deployment Architecture', 34, [74, 99]),
})

// The service gateway has no box there: the arrows lead through it.
const network = drawing('network architecture', {
  arrows: [...throughTheEdge, ...[web, api, subgraph].map((each) => [ingress, each] as const), ...within],
  says: called,
  stated: says('Network Architecture', 540, [580, 594]),
})

const hierarchy = drawing('environment hierarchy', {
  arrows: [
    [local, shared],
    [shared, featureBranch],
    [featureBranch, staging],
    [staging, preProduction],
    [preProduction, production],
    [production, disasterRecovery],
  ],
  stated: says('Environment Hierarchy', [444, 449]),
})

export const drawings = [topology, network, hierarchy]
