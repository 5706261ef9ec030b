// One cluster for each environment, all of Amazon's Kubernetes: production in one region, what stands by for it in another.

import { cluster, type Organisation, pool } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { consortium, members } from './consortium.ts'
import { away, core, home, zonesOf } from './places.ts'

const strategy = says('Hosting Strategy', 42)

interface Machines {
  readonly from: number
  readonly to: number
}

const workers = (region: string, nodes: Machines) =>
  pool('workers', { nodes, scales: 'autoscaler', cpu: 8, memory: '32Gi', zones: zonesOf(region), stated: strategy })

// Members of a ledger that put transactions in order stand on no machine that keeps what others have validated.
const membersOf = (region: string) =>
  (['orderer', 'peer'] as const).map((role) =>
    pool(`${role}s`, {
      nodes: 3,
      cpu: 4,
      memory: '16Gi',
      zones: zonesOf(region),
      labels: { 'ledger-role': role },
      stated: says('Hosting Strategy', 43),
    }),
  )

// The document gives no addresses of the API servers: these stand for those that the provider gives.
const api = { at: ['198.51.100.240/28'], port: 443 } as const

interface Placed {
  readonly region: string
  readonly nodes: Machines
  readonly operator?: Organisation | undefined
  readonly line?: number
}

const kubernetes = (name: string, { region, nodes, operator = consortium, line }: Placed) =>
  cluster(name, {
    api,
    kubernetes: '1.35',
    distribution: 'eks',
    provider: 'aws',
    region,
    operator,
    controlPlane: 'managed',
    pools: [workers(region, nodes), ...(line === undefined ? [] : membersOf(region))],
    storage: { gp3: { bound: 'zone', kind: 'ssd' } },
    autoscaler: { most: nodes.to + 6 },
    cni: { name: 'amazon-vpc-cni', enforcesPolicy: true },
    ...(operator !== consortium && { server: { audit: 'Metadata', encryptsSecrets: true } as const }),
    in: core,
    ...(line !== undefined && { stated: says('Environments', line) }),
  })

const [north, south] = members

export const development = kubernetes('dev', { region: home, nodes: { from: 3, to: 6 }, line: 9 })
export const preProduction = kubernetes('staging', { region: home, nodes: { from: 6, to: 9 }, line: 10 })
export const operations = kubernetes('operations', { region: away, nodes: { from: 3, to: 6 } })

// Where the ledger is live, members of the consortium operate the clusters that it stands on.
export const live = kubernetes('production', { region: home, nodes: { from: 6, to: 12 }, operator: north, line: 11 })
export const second = kubernetes('second', { region: away, nodes: { from: 6, to: 12 }, operator: south, line: 11 })
