// The pods of an estate one by one, as their controllers make them, in the order in which they ask for a place.

import type { EstateNode } from '../../estate/estate.ts'
import { type Manifest, type PodSpec, partsOf, type Toleration } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsIn, fieldsOf, textOf } from '../pods/untrusted.ts'
import { takesDaemon } from '../pods/workload-pods.ts'

export interface EstatePod {
  readonly pod: PodClass
  readonly name: string
  readonly manifest: Manifest
  /** Where it was seen; absent for one that has no place yet. */
  readonly node?: string
}

/**
 * Pods seen on a node stand there. The others wait: those of DaemonSets first, each for its node; then by priority, the
 * highest first; of equals, what is always there before jobs, then by workload and number.
 */
export function podsInOrder(
  classes: readonly PodClass[],
  nodes: readonly EstateNode[],
): { readonly standing: readonly EstatePod[]; readonly waiting: readonly EstatePod[] } {
  const known = new Set(nodes.map(({ name }) => name))
  const standing = classes.flatMap((pod) =>
    (pod.standing ?? [])
      .filter(({ node }) => known.has(node))
      .map(({ pod: name, node }): EstatePod => ({ pod, name, node, manifest: podManifest(pod, name, node) })),
  )
  const seen = Map.groupBy(standing, ({ pod }) => pod)
  const waiting = [...classes].sort(byOrder).flatMap((pod) => waitingOf(pod, seen.get(pod) ?? [], nodes))
  return { standing, waiting }
}

function byOrder(a: PodClass, b: PodClass): number {
  return (
    Number(b.kind === 'DaemonSet') - Number(a.kind === 'DaemonSet') ||
    priorityOf(b) - priorityOf(a) ||
    Number(b.steady) - Number(a.steady) ||
    byCodePoint(a.workload, b.workload)
  )
}

function priorityOf({ spec }: PodClass): number {
  return typeof spec.priority === 'number' ? spec.priority : 0
}

function waitingOf(pod: PodClass, seen: readonly EstatePod[], nodes: readonly EstateNode[]): readonly EstatePod[] {
  const taken = new Set(seen.map(({ name }) => name))
  const names = pod.podNames.filter((name) => !taken.has(name))
  if (pod.kind !== 'DaemonSet') {
    const missing = Math.max(0, pod.count - seen.length)
    return names.slice(0, missing).map((name) => ({ pod, name, manifest: podManifest(pod, name) }))
  }
  const served = new Set(seen.map(({ node }) => node))
  const open = nodes.filter((node) => takesDaemon(pod.spec, node) && !served.has(node.name))
  return open.flatMap((node, at) => {
    const name = names[at]
    return name === undefined ? [] : [{ pod, name, manifest: pinned(podManifest(pod, name), node.name) }]
  })
}

/** A pod of a class by name; on a node where one is given. */
export function podManifest(pod: PodClass, name: string, nodeName?: string): Manifest {
  const { namespace, labels } = pod
  const { nodeName: _, ...spec } = pod.spec
  const named = nodeName ?? textOf(pod.spec.nodeName)
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, uid: `${namespace}/${name}`, labels, ownerReferences: [ownerOf(pod)] },
    spec: {
      ...spec,
      ...volumesOf(pod.spec, name),
      ...(named && { nodeName: named, tolerations: byKubelet(pod.spec) }),
    },
  }
}

// A pod that names its node never meets the scheduler, and the kubelet looks at NoExecute alone
// (pkg/kubelet/lifecycle/predicate.go:454, kubernetes v1.36.3).
function byKubelet({ tolerations }: PodSpec): PodSpec['tolerations'] {
  return [...(fieldsIn(tolerations) as readonly Toleration[]), { operator: 'Exists', effect: 'NoSchedule' }]
}

function ownerOf({ kind, workload }: PodClass) {
  const { name } = partsOf(workload)
  if (kind === 'Deployment') return { apiVersion: 'apps/v1', kind: 'ReplicaSet', name, controller: true }
  const apiVersion = kind === 'StatefulSet' || kind === 'ReplicaSet' || kind === 'DaemonSet' ? 'apps/v1' : 'v1'
  return { apiVersion, kind, name, controller: true }
}

// `data-db-#` of a StatefulSet's template is `data-db-0` for its pod db-0.
function volumesOf({ volumes }: PodSpec, name: string): { readonly volumes?: unknown } {
  if (volumes === undefined) return {}
  const ordinal = name.slice(name.lastIndexOf('-') + 1)
  return {
    volumes: fieldsIn(volumes).map((volume) => {
      const used = fieldsOf(volume.persistentVolumeClaim)
      const claimName = textOf(used.claimName)
      if (!claimName?.includes('#')) return volume
      return { ...volume, persistentVolumeClaim: { ...used, claimName: claimName.replace('#', ordinal) } }
    }),
  }
}

// pkg/controller/daemon/util/daemonset_util.go:172: the node's name in the place of all required terms.
function pinned(manifest: Manifest, node: string): Manifest {
  const spec = fieldsOf(manifest.spec)
  const affinity = fieldsOf(spec.affinity)
  const terms = [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }]
  const required = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } }
  const nodeAffinity = { ...fieldsOf(affinity.nodeAffinity), ...required }
  return { ...manifest, spec: { ...spec, affinity: { ...affinity, nodeAffinity } } }
}
