// Pictures of the document: which box leads to which.

import { drawing } from 'seaworthy'
import { api, blockchain, subgraph, web } from './components.ts'
import { balancer, cache as cdn, ingress, internet, serviceGateway } from './edge.ts'
import { disasterRecovery, featureBranch, local, preProduction, production, shared, staging } from './environments.ts'
import { drawnMonitoring } from './monitoring.ts'
import { says } from './says.ts'
import { backupStorage, cache, database, files } from './stores.ts'

// What stands in the box of the storage cluster, of backup services and of the monitoring stack is drawn as one each.
const topology = drawing('production deployment architecture', {
  of: production,
  arrows: [
    [internet, cdn],
    [cdn, balancer],
    [balancer, ingress],
    [ingress, serviceGateway],
    [serviceGateway, web],
    [serviceGateway, api],
    [web, api],
    [api, subgraph],
    [api, database],
    [api, cache],
    [api, files],
    [api, blockchain],
    [subgraph, blockchain],
    [database, backupStorage],
    [files, backupStorage],
    [web, drawnMonitoring],
    [api, drawnMonitoring],
    [subgraph, drawnMonitoring],
  ],
  says: [
    [serviceGateway, 'Service Gateway'],
    [web, 'Web Application Pods'],
    [api, 'API Service Pods'],
    [subgraph, 'Subgraph Pods'],
    [database, 'Database Cluster'],
    [cache, 'Cache Cluster'],
    [backupStorage, 'Backup Services'],
    [drawnMonitoring, 'Monitoring Stack'],
    [blockchain, 'Blockchain Network'],
  ],
  stated: says('Deployment Architecture', 34, [74, 99]),
})

const network = drawing('network architecture', {
  arrows: [
    [internet, cdn],
    [cdn, balancer],
    [balancer, ingress],
    [ingress, web],
    [ingress, api],
    [ingress, subgraph],
    [api, database],
    [api, cache],
    [api, files],
  ],
  says: [
    [web, 'Web Service'],
    [api, 'API Service'],
    [subgraph, 'Subgraph Service'],
    [database, 'Database Service'],
    [cache, 'Cache Service'],
  ],
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
