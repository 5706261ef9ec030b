// The cluster as the scheduler sees it once nodes are lost.

import type { Manifest } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import type { EstateCluster } from '../scheduling/estate-cluster.ts'
import { type EstatePod, podManifest } from '../scheduling/estate-pods.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import type { Placed } from './place-in-order.ts'
import { isMovedFrom, isTerminating } from './scene.ts'
import type { Failed } from './witness.ts'

export interface Fallen {
  readonly cluster: SchedulingCluster
  /** What controllers make in the place of what was on the lost nodes. */
  readonly displaced: readonly EstatePod[]
  /** What had no place before. */
  readonly pending: readonly EstatePod[]
}

interface Before {
  readonly start: readonly Placed[]
  readonly failed: Failed
}

/** Undefined where nothing is displaced, or a class with displaced pods did not stand as a whole. */
export function afterLoss(
  { cluster, standing, waiting }: EstateCluster,
  { start, failed }: Before,
): Fallen | undefined {
  const { state } = failed
  const lost = new Set(failed.lost)
  const gone = start.filter(({ node }) => lost.has(node))
  const displaced = gone.filter(({ pod }) => isMovedFrom(memberOf(pod.pod), state)).map(({ pod }) => anew(pod))
  const placed = new Set(start.map(({ pod }) => pod))
  const pending = waiting.filter((pod) => !placed.has(pod) && pod.pod.kind !== 'DaemonSet')
  const unmade = new Set(pending.map(({ pod }) => pod))
  const isObserved = standing.length > 0
  if (displaced.length === 0 || (!isObserved && displaced.some(({ pod }) => unmade.has(pod)))) return undefined
  const stays = start.filter(({ node }) => state === 'silent' || !lost.has(node))
  const pods = stays.map(({ pod, node }) => standingThere(pod, node, lost.has(node)))
  const nodes =
    state === 'removed'
      ? cluster.nodes.filter(({ metadata }) => !lost.has(metadata.name ?? ''))
      : cluster.nodes.map((node) => (lost.has(node.metadata.name ?? '') ? silenced(node) : node))
  return { cluster: { ...cluster, nodes, pods }, displaced, pending }
}

function memberOf(pod: PodClass) {
  return { pod, daemon: pod.kind === 'DaemonSet' }
}

// A StatefulSet's pod keeps its name; others get a new one.
function anew({ pod, name }: EstatePod): EstatePod {
  const called = pod.kind === 'StatefulSet' ? name : `${name}-anew`
  return { pod, name: called, manifest: podManifest(pod, called) }
}

function standingThere({ pod, name }: EstatePod, node: string, isLost: boolean): Manifest {
  const manifest = podManifest(pod, name, node)
  const isEnding = isLost && isTerminating(memberOf(pod))
  return isEnding
    ? { ...manifest, metadata: { ...manifest.metadata, deletionTimestamp: evicted } as Manifest['metadata'] }
    : manifest
}

// That there is a time is what counts.
const evicted = '2026-01-01T00:00:00Z'

function silenced(node: Manifest): Manifest {
  const spec = fieldsOf(node.spec)
  const key = 'node.kubernetes.io/unreachable'
  const away = [
    { key, effect: 'NoSchedule' },
    { key, effect: 'NoExecute' },
  ]
  return { ...node, spec: { ...spec, taints: [...fieldsIn(spec.taints), ...away] } }
}
