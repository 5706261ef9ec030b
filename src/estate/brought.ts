// What the distribution of a cluster brings without being asked.

import type { Labels } from '../kubernetes/types.ts'
import type { Cluster } from '../platform/model.ts'
import type { Estate, EstateObject, StorageBound } from './estate.ts'
import { sourceOf } from './source.ts'

export function broughtObjects(_: Cluster): readonly EstateObject[] {
  return []
}

export function broughtClasses(_: Cluster): { readonly [name: string]: StorageBound } {
  return {}
}

/** The labels by which nodes show their roles. */
export function roleLabels(_: string | undefined, roles: readonly string[]): Labels {
  return Object.fromEntries(roles.map((role) => [`node-role.kubernetes.io/${role}`, '']))
}

export function enforcement(cluster: Cluster): Estate['enforcesPolicy'] {
  return { holds: cluster.cni?.enforcesPolicy, source: sourceOf(cluster, cluster.cni?.stated, cluster.stated) }
}

/** Where a volume of a provisioner can go once it holds data. */
export function boundByProvisioner(_: string): { bound: StorageBound['bound']; known?: string } {
  return { bound: 'unknown' }
}
