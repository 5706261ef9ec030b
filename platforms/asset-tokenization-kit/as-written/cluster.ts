// Kubernetes infrastructure. The document draws one cluster with its pools; of those under shared development and disaster
// recovery it says that they are there, and of developers' machines that they have none.

import { cluster, local as machine, pool } from 'seaworthy'
import { says } from './says.ts'
import { storage } from './volumes.ts'

const drawn = 'Cluster Architecture'
const row = (line: number, ...shown: readonly number[]) =>
  says(`Node Pool Configuration${shown.length > 0 ? `, ${drawn}` : ''}`, line, ...shown)

export const application = pool('application', {
  nodes: { from: 2, to: 10 },
  scales: 'autoscaler',
  instance: 'compute-optimized',
  cpu: 8,
  memory: '32G',
  disk: '100G',
  stated: row(210, 132, 134, 136),
})

export const data = pool('data', {
  nodes: 2,
  scales: 'person',
  instance: 'storage-optimized',
  cpu: 4,
  memory: '16G',
  disk: '500G',
  stated: row(211, 140, 142),
})

export const system = pool('system', {
  nodes: { from: 2, to: 3 },
  scales: 'fixed',
  instance: 'general-purpose',
  cpu: 2,
  memory: '8G',
  disk: '50G',
  stated: row(212, 146),
})

export const gpu = pool('gpu', {
  scales: 'on-demand',
  instance: 'gpu',
  cpu: 8,
  memory: '32G',
  gpu: true,
  disk: '200G',
  stated: row(213),
})

export const kubernetes = cluster('kubernetes', {
  pools: [application, data, system, gpu],
  storage,
  controlPlane: { stated: says(drawn, 121, 123, 125, 127) },
  cni: { enforcesPolicy: true, stated: says(drawn, 151) },
  stated: says(`Deployment Architecture, ${drawn}`, 41, 119),
})

export const developing = cluster('development', { nodes: [], stated: says('Environment Hierarchy', 417) })

export const recoverySite = cluster('disaster-recovery', {
  nodes: [],
  stated: says('Environment Hierarchy, Recovery Procedures', 431, 803),
})

export const developerMachines = machine('developer-machines', { stated: says('Environment Hierarchy', 415) })
