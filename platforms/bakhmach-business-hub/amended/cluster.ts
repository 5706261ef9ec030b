// A cluster in each of two regions for production, one for staging beside the first, and one on a workstation. What the
// document leaves open between two providers is decided: its copies go to S3, so its clusters are those of EKS.

import { cluster, pool } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { nodeScaling } from '../as-written/scaling.ts'

const at = (...lines: readonly number[]) => says('Cloud Deployment Stack, Deployment Environments', 20, ...lines)
const elsewhere = says('Cloud Deployment Stack, Deployment Environments, Disaster Recovery', 20, 183, 218, 227)

export const home = 'eu-central-1'
export const beside = 'eu-west-3'

const kubernetes = '1.35'

export const zonesOf = (region: string) => ['a', 'b', 'c'].map((zone) => `${region}${zone}`)

const managed = {
  kubernetes,
  distribution: 'eks',
  provider: 'aws',
  cni: { enforcesPolicy: true, name: 'amazon-vpc-cni', pods: ['100.64.0.0/16'] },
  storage: { gp3: { bound: 'zone', provisioner: 'ebs.csi.aws.com', default: true } },
  autoscaler: nodeScaling,
} as const

/** Of what serves: who asked for what is written down. */
const watched = { controlPlane: 'managed', server: { audit: 'Metadata' } } as const

/** What serves stands on the first, what keeps much in memory on the second; together they may grow to what is said. */
const pools = (region: string) => [
  pool('compute', {
    instance: 'compute-optimized',
    nodes: { from: 9, to: 30 },
    scales: 'autoscaler',
    cpu: 16,
    memory: '32Gi',
    disk: '200Gi',
    zones: zonesOf(region),
    stated: says('Scaling Strategy', 207),
  }),
  pool('memory', {
    instance: 'memory-optimized',
    nodes: { from: 6, to: 20 },
    scales: 'autoscaler',
    cpu: 32,
    memory: '256Gi',
    disk: '200Gi',
    zones: zonesOf(region),
    stated: says('Scaling Strategy', 207),
  }),
]

export const live = cluster('production', { ...managed, ...watched, region: home, pools: pools(home), stated: at(176) })

export const secondary = cluster('secondary', {
  ...managed,
  ...watched,
  region: beside,
  pools: pools(beside),
  stated: elsewhere,
})

export const preProduction = cluster('staging', {
  ...managed,
  region: home,
  pools: [
    pool('general', {
      instance: 'general-purpose',
      nodes: { from: 5, to: 50 },
      scales: 'autoscaler',
      cpu: 16,
      memory: '64Gi',
      disk: '200Gi',
      zones: zonesOf(home),
    }),
  ],
  stated: at(168),
})

export const developing = cluster('development', {
  kubernetes,
  distribution: 'minikube',
  pools: [pool('workstation', { nodes: 1, zones: ['workstation'], cpu: 16, memory: '64Gi', disk: '500Gi' })],
  cni: { enforcesPolicy: true, name: 'calico', pods: ['10.244.0.0/16'] },
  storage: { standard: { bound: 'node', provisioner: 'k8s.io/minikube-hostpath', default: true } },
  stated: at(161),
})
