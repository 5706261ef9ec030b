// The taxonomy draws Kubernetes with one group of nodes in one region; the directories have a cluster for each environment,
// and what is said of recovery has another region.

import { cluster, pool, undecided } from 'seaworthy'
import { says } from './says.ts'
import { nodeScaling } from './scaling.ts'
import { appSubnet } from './subnets.ts'

const provider = undecided('provider', 'aws', 'gcp', says('Infrastructure Taxonomy', 11))

const nodeGroup = pool('node-group', {
  scales: 'autoscaler',
  stated: says('Infrastructure Taxonomy, Orchestration (Kubernetes)', 22, 58),
})

const kubernetes = {
  provider,
  distribution: 'eks',
  pools: [nodeGroup],
  autoscaler: nodeScaling,
  in: appSubnet,
} as const

const directory = (line: number) => says('Infrastructure Taxonomy, Infrastructure as Code (IaC)', 11, 21, line)

export const eks = cluster('eks', { ...kubernetes, stated: directory(86) })
export const staged = cluster('eks-staging', { ...kubernetes, stated: directory(85) })
export const developed = cluster('eks-dev', { ...kubernetes, stated: directory(84) })

export const standingBy = cluster('eks-dr', {
  ...kubernetes,
  stated: says('Infrastructure Taxonomy, Environment Tiering, Disaster Recovery', 11, 21, 69, 98, 100),
})
