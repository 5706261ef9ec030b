// The cluster that one failure leaves, and the pods that look for a place in it.

import { estateCluster } from '../../src/engine/scheduling/estate-cluster.ts'
import { type EstatePod, podManifest } from '../../src/engine/scheduling/estate-pods.ts'
import type { SchedulingCluster } from '../../src/engine/scheduling/scheduler.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import type { MustCase } from '../must/case.ts'
import { estateOf } from '../must/ours.ts'

export interface Mover {
  /** Which class, by its place in the list. */
  readonly c: number
  readonly pod: Manifest
}

export interface AfterLoss {
  readonly cluster: SchedulingCluster
  /** Displaced or pending. */
  readonly movers: readonly Mover[]
  /** Per class: how many of them are displaced. */
  readonly displaced: readonly number[]
}

/** The cluster before anything is lost, where pods stand as they were seen. */
export function beforeLoss(asked: MustCase): AfterLoss {
  const { estate, pods } = estateOf(asked)
  const { cluster, waiting } = estateCluster(estate, pods)
  const movers = waiting.map(moverOf)
  return { cluster: withScheduler(cluster), movers, displaced: asked.classes.map(() => 0) }
}

export function afterLoss(asked: MustCase): AfterLoss {
  const { estate, pods } = estateOf(asked)
  const { cluster, standing, waiting } = estateCluster(estate, pods)
  const lost = new Set(asked.lost.map((node) => `n${node}`))
  const isGone = ({ node }: EstatePod) => node !== undefined && lost.has(node)
  const isSilent = asked.state === 'silent'
  // A StatefulSet does not make the pod anew that is only Terminating.
  const made = standing.filter((one) => isGone(one) && !(isSilent && one.pod.kind === 'StatefulSet'))
  const movers = [...made.map(again), ...waiting].map(moverOf)
  return {
    cluster: withScheduler({
      ...cluster,
      nodes: cluster.nodes.flatMap((node) =>
        lost.has(String(node.metadata.name)) ? (isSilent ? [silent(node)] : []) : [node],
      ),
      pods: standing.flatMap((one) => (isGone(one) ? (isSilent ? [ending(one.manifest)] : []) : [one.manifest])),
    }),
    movers,
    displaced: asked.classes.map((_, c) => made.filter((one) => classOf(one) === c).length),
  }
}

function classOf({ pod }: EstatePod): number {
  return Number(pod.name.slice(1))
}

function moverOf(one: EstatePod): Mover {
  return { c: classOf(one), pod: pending(one.manifest) }
}

/** The pod as the scheduler hears of it: its own, and without a place. */
export function pending(pod: Manifest): Manifest {
  return { ...scheduled(pod), status: { phase: 'Pending' } }
}

// The pod that its controller makes in its place has another name and no node.
function again({ pod, name }: EstatePod): EstatePod {
  return { pod, name: `${name}-again`, manifest: podManifest(pod, `${name}-again`) }
}

function silent(node: Manifest): Manifest {
  const spec = node.spec as { taints?: readonly object[] }
  const taints = ['NoSchedule', 'NoExecute'].map((effect) => ({ key: 'node.kubernetes.io/unreachable', effect }))
  return { ...node, spec: { ...spec, taints: [...(spec.taints ?? []), ...taints] } }
}

function ending(pod: Manifest): Manifest {
  return { ...pod, metadata: { ...pod.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' } }
}

function withScheduler({ pods, ...rest }: SchedulingCluster): SchedulingCluster {
  return {
    ...rest,
    pods: pods.map((pod, at) => ({ ...scheduled(pod), status: { phase: 'Running', startTime: startOf(at) } })),
  }
}

function scheduled(pod: Manifest): Manifest {
  return { ...pod, spec: { ...(pod.spec as object), schedulerName: 'default-scheduler' } }
}

// No two begin at once: of such the scheduler takes either.
function startOf(at: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString().replace('.000Z', 'Z')
}
