// A claim that names no class is of the default one. Without one it waits until there is one; of several the newest is taken
// (kubernetes.io/docs/concepts/storage/storage-classes, Default StorageClass: since 1.26, late claims since 1.28).

import { classesOf } from '../../estate/classes.ts'
import { minorOf } from '../../knowledge/table.ts'
import type { Cluster } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'

export interface Usual {
  readonly store: string
  readonly cluster: string
  readonly usual: readonly string[]
  /** What may bring a default class of its own. */
  readonly distribution?: string
}

/** Undefined where nobody says anything of the classes of the cluster. */
export function usualPart(store: string, cluster: Cluster): Part<'usual', Usual> | undefined {
  const classes = Object.entries(classesOf(cluster))
  if (classes.length === 0 && !bringsNone(cluster)) return undefined
  const usual = classes.flatMap(([name, { default: is }]) => (is ? [name] : []))
  const maker = usual.length === 0 && !bringsNone(cluster) ? (cluster.distribution ?? 'whoever set it up') : undefined
  const truth = usual.length === 1 ? true : usual.length === 0 && maker === undefined ? false : undefined
  return part(
    'usual',
    truth,
    { store, cluster: cluster.name, usual, ...(maker !== undefined && { distribution: maker }) },
    {
      cause: `no-default-class/${cluster.name}`,
      waitsFor: `the default storage class of ${cluster.name}`,
      hint: `default: true of one class of ${cluster.name}, or a class for the volume`,
      stated: [cluster.stated],
    },
  )
}

/**
 * Whether a cluster has no class but those that people make: kubeadm brings none, and EKS marks none as the default since
 * 1.30 (docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html, 1.30).
 */
function bringsNone({ distribution, kubernetes }: Cluster): boolean {
  if (distribution === 'kubeadm') return true
  return distribution === 'eks' && kubernetes !== undefined && (minorOf(kubernetes) ?? 0) >= 30
}

export function usualWords({ store, cluster, usual, distribution }: Usual): string {
  const claims = `claims of ${store} name no class`
  if (usual.length === 1) return `${claims}, and ${usual[0]} is the default of ${cluster}`
  if (usual.length > 1)
    return `${claims}, and ${cluster} has several defaults: ${usual.join(', ')}, of which the newest counts`
  return distribution === undefined
    ? `${claims}, and ${cluster} has no default: they wait until it has one`
    : `${claims}, and nobody says which class of ${cluster} is the default, or whether ${distribution} brings one`
}
