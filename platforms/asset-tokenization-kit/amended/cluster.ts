// Kubernetes infrastructure: one cluster for production and what is tried before it, the same again in another region for
// what takes over, a smaller one for developers, and their own machines.

import { cluster, local as machine, pool } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { away, home, zonesOf } from './regions.ts'
import { hdd, storage } from './volumes.ts'

const drawn = 'Cluster Architecture'
const row = (line: number, ...shown: readonly number[]) =>
  says(`Node Pool Configuration${shown.length > 0 ? `, ${drawn}` : ''}`, line, ...shown)

const poolsIn = (region: string) => {
  const zones = zonesOf(region)
  return {
    // One machine in each zone at least: with two of them a zone may take half.
    application: pool('application', {
      nodes: { from: 3, to: 10 },
      scales: 'autoscaler',
      instance: 'general-purpose',
      ...{ cpu: 8, memory: '32G', disk: '100G', zones },
      stated: row(210, 132, 134, 136),
    }),
    // Two in each zone: a volume stays in its zone, and its pod finds another machine there.
    data: pool('data', {
      nodes: 6,
      scales: 'person',
      instance: 'storage-optimized',
      ...{ cpu: 4, memory: '16G', disk: '500G', zones },
      stated: row(211, 140, 142),
    }),
    system: pool('system', {
      nodes: 3,
      scales: 'fixed',
      instance: 'general-purpose',
      ...{ cpu: 2, memory: '8G', disk: '50G', zones },
      stated: row(212, 146),
    }),
    gpu: pool('gpu', {
      scales: 'on-demand',
      instance: 'gpu',
      ...{ cpu: 8, memory: '32G', gpu: true, disk: '200G', zones },
      taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }],
      stated: row(213),
    }),
  }
}

// The document names no provider but in the name of a tool for its marketplace: AWS, and what it runs of Kubernetes.
const managed = {
  kubernetes: '1.35',
  distribution: 'eks',
  provider: 'aws',
  storage: { ...storage, hdd },
  cni: { name: 'cilium', enforcesPolicy: true, stated: says(drawn, 151) },
} as const

/** Of what serves, or is to: who asked for what is written down, and Secrets lie encrypted. */
const watched = { controlPlane: 'managed', server: { audit: 'Metadata', encryptsSecrets: true } } as const

// The document gives no addresses; these stand for those of each API server, which whoever runs it puts here.
const api = (...at: readonly string[]) => ({ at, port: 443 })

const own = poolsIn(home)

/** Pools are chosen by their names: those of the other clusters are called the same. */
export const { application, data, system } = own

export const kubernetes = cluster('kubernetes', {
  ...managed,
  ...watched,
  api: api('198.51.100.8/30'),
  region: home,
  pools: Object.values(own),
  stated: says(`Deployment Architecture, ${drawn}`, 41, 119, 121, 123, 125, 127),
})

export const recoverySite = cluster('disaster-recovery', {
  ...managed,
  ...watched,
  api: api('198.51.100.12/30'),
  region: away,
  pools: Object.values(poolsIn(away)),
  stated: says('Environment Hierarchy, Recovery Procedures', 431, 803),
})

const small = (name: string, nodes: number) =>
  pool(name, { nodes, scales: 'person', cpu: 8, memory: '32G', disk: '100G', zones: zonesOf(home) })

export const developing = cluster('development', {
  ...managed,
  storage,
  api: api('198.51.100.16/30'),
  region: home,
  pools: [small('application', 3), small('data', 6)],
  stated: says('Environment Hierarchy', 417),
})

export const developerMachines = machine('developer-machines', { stated: says('Environment Hierarchy', 415) })
