// Many pods, one after the other: where kube-scheduler puts each, at the cost of the nodes that differ.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import type { Scheduler, SchedulingCluster } from '../scheduling/scheduler.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'
import { hasEnded } from '../scheduling/scheduling-pod.ts'
import { board } from './board.ts'
import { mustGoByNodes } from './by-nodes.ts'

export interface Assignment {
  /** `namespace/name`. */
  readonly pod: string
  /** Absent where no node takes it, or nothing is known of it. */
  readonly node?: string
  /** Judged with all pods that are alike, over nodes that are alike; or alone, node by node. The answer is the same. */
  readonly by: 'classes' | 'nodes'
  /** What it uses that is not modelled, by name: then no node is claimed. */
  readonly unknown?: readonly string[]
}

/**
 * Places pods in their order on what the ones before them have left; one that finds no place takes none, and is not
 * tried again. Each gets the first node, in the order of `cluster.nodes`, of those with the scheduler's highest score
 * over all nodes. Nobody is preempted. Pods of `cluster.pods` that have a node stand there; neither is changed.
 */
export function assign(cluster: SchedulingCluster, pods: readonly Manifest[]): readonly Assignment[] {
  const standing = cluster.pods.filter((pod) => !hasEnded(pod))
  const isKept = [...standing, ...pods].some((pod) => isNominated(pod))
  const classes = board(cluster, standing, pods)
  const alone = byNodes(cluster)
  return pods.map((pod, index) => {
    const id = `${textOf(pod.metadata.namespace) ?? 'default'}/${textOf(pod.metadata.name) ?? ''}`
    if (isKept || mustGoByNodes(pod) || !classes.isModelled(index)) {
      const found = alone.place(pod)
      classes.stand(index, found.node)
      return { pod: id, by: 'nodes', ...found }
    }
    const node = classes.place(index)
    if (node === undefined) return { pod: id, by: 'classes' }
    alone.stand(pod, node)
    return { pod: id, node, by: 'classes' }
  })
}

function isNominated({ spec, status }: Manifest): boolean {
  return Boolean(fieldsOf(status).nominatedNodeName) && !fieldsOf(spec).nodeName
}

interface ByNodes {
  place(pod: Manifest): Pick<Assignment, 'node' | 'unknown'>
  /** The pod got a node in the other way. */
  stand(pod: Manifest, node: string): void
}

/** The engine that judges node by node, made when the first pod needs it. */
function byNodes(cluster: SchedulingCluster): ByNodes {
  const placed: [pod: Manifest, node: string][] = []
  let made: Scheduler | undefined
  const scheduler = (): Scheduler => {
    if (made) return made
    made = schedulerOf(cluster)
    for (const [pod, node] of placed) made.bind(pod, node)
    placed.length = 0
    return made
  }
  return {
    place(pod) {
      const { best, unknown } = scheduler().judge(pod)
      const [node] = best
      if (node === undefined) return unknown ? { unknown } : {}
      scheduler().bind(pod, node)
      return { node }
    },
    stand(pod, node) {
      if (made) made.bind(pod, node)
      else placed.push([pod, node])
    },
  }
}
