// Many pods, one after the other: where kube-scheduler puts each, at the cost of the nodes that differ.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import { hasEnded } from '../scheduling/scheduling-pod.ts'
import { type Board, board, type Preempted } from './board.ts'
import { mustGoByNodes } from './by-nodes.ts'
import { type NodeByNode, nodeByNode } from './node-by-node.ts'

export interface Assignment {
  /** `namespace/name`. */
  readonly pod: string
  /** Absent where no node takes it, or nothing is known of it. */
  readonly node?: string
  /** Judged with all pods that are alike, over nodes that are alike; or alone, node by node. The answer is the same. */
  readonly by: 'classes' | 'nodes'
  /** What it uses that is not modelled, by name: then no node is claimed. */
  readonly unknown?: readonly string[]
  /** `namespace/name` of pods of lower priority that went for it, sorted; some may have been placed by a row before. */
  readonly preempted?: readonly string[]
}

export interface Assigning {
  /**
   * A pod that no node takes makes others go, as preemption does: of the candidates that are equal in rank those of the
   * first node. They are gone at once, their budgets' allowances stay as they were, and the pod takes their node.
   */
  readonly preempts?: boolean
}

/**
 * Places pods in their order on what the ones before them have left; one that finds no place takes none, and is not
 * tried again. Each gets the first node, in the order of `cluster.nodes`, of those with the scheduler's highest score
 * over all nodes. Nobody is preempted unless that is asked for. Pods of `cluster.pods` that have a node stand there;
 * neither is changed.
 */
export function assign(
  cluster: SchedulingCluster,
  pods: readonly Manifest[],
  { preempts = false }: Assigning = {},
): readonly Assignment[] {
  const standing = cluster.pods.filter((pod) => !hasEnded(pod))
  const isKept = [...standing, ...pods].some((pod) => isNominated(pod))
  const classes = board(cluster, { standing, pods, mayGo: preempts })
  const alone = nodeByNode(cluster)
  return pods.map((pod, index) => {
    const id = `${textOf(pod.metadata.namespace) ?? 'default'}/${textOf(pod.metadata.name) ?? ''}`
    const isAlone = isKept || mustGoByNodes(pod) || !classes.isModelled(index)
    const by = isAlone ? 'nodes' : 'classes'
    const { node, unknown } = isAlone ? alone.nodeFor(pod) : { node: classes.nodeFor(index), unknown: undefined }
    const mayPreempt = preempts && node === undefined && unknown === undefined
    const made = mayPreempt ? preemption(pod, index, classes, alone, isAlone) : undefined
    for (const victim of made?.victims ?? []) {
      classes.leave(victim)
      alone.leave(victim)
    }
    const stands = node ?? made?.node
    if (stands !== undefined) {
      classes.stand(index, stands)
      alone.stand(pod, stands)
    }
    classes.finish(index)
    if (made) return { pod: id, node: made.node, by, preempted: made.victims }
    if (unknown) return { pod: id, by, unknown }
    return node === undefined ? { pod: id, by } : { pod: id, node, by }
  })
}

function preemption(
  pod: Manifest,
  index: number,
  classes: Board,
  alone: NodeByNode,
  isAlone: boolean,
): Preempted | undefined {
  const found = isAlone ? 'not followed' : classes.preemptionFor(index)
  return found === 'not followed' ? alone.preemptionFor(pod) : found
}

function isNominated({ spec, status }: Manifest): boolean {
  return Boolean(fieldsOf(status).nominatedNodeName) && !fieldsOf(spec).nodeName
}
