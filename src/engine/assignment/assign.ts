// Many pods, one after the other: where kube-scheduler puts each, at the cost of the nodes that differ.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import type { SchedulingCluster } from '../scheduling/scheduler.ts'
import { hasEnded } from '../scheduling/scheduling-pod.ts'
import { type Board, board, type Preempted } from './board.ts'
import { holdPortTwice, mustGoByNodes } from './by-nodes.ts'
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
  const isAllByNodes = standing.some(isNominated) || pods.some(isNominated) || (preempts && holdPortTwice(standing))
  const classes = board(cluster, { standing, pods, mayGo: preempts })
  const answers: Assignment[] = []
  const alone = nodeByNode(cluster, () =>
    answers.map(({ node, preempted }, index) => ({ pod: pods[index] as Manifest, node, preempted })),
  )
  for (let index = 0; index < pods.length; index++) {
    const pod = pods[index] as Manifest
    const isAlone = isAllByNodes || mustGoByNodes(pod) || !classes.isModelled(index)
    const found = isAlone ? byNodes(pod, alone, preempts) : byClasses(pod, index, { classes, alone, preempts })
    for (const victim of found.preempted ?? []) classes.leave(victim)
    if (found.node !== undefined) classes.stand(index, found.node)
    classes.finish(index)
    alone.follow({ pod, node: found.node, preempted: found.preempted })
    answers.push(answered(pod, isAlone ? 'nodes' : 'classes', found))
  }
  return answers
}

type Found = Pick<Assignment, 'node' | 'unknown' | 'preempted'>

function byNodes(pod: Manifest, alone: NodeByNode, preempts: boolean): Found {
  const found = alone.nodeFor(pod)
  return preempts && found.node === undefined && !found.unknown ? made(alone.preemptionFor(pod)) : found
}

interface Engines {
  readonly classes: Board
  readonly alone: NodeByNode
  readonly preempts: boolean
}

function byClasses(pod: Manifest, index: number, { classes, alone, preempts }: Engines): Found {
  const node = classes.nodeFor(index)
  if (node !== undefined) return { node }
  if (!preempts) return {}
  const found = classes.preemptionFor(index)
  return made(found === 'not followed' ? alone.preemptionFor(pod) : found)
}

function made(found: Preempted | undefined): Found {
  return found ? { node: found.node, preempted: found.victims } : {}
}

function answered(pod: Manifest, by: Assignment['by'], { node, unknown, preempted }: Found): Assignment {
  const id = `${textOf(pod.metadata.namespace) ?? 'default'}/${textOf(pod.metadata.name) ?? ''}`
  if (node === undefined) return unknown ? { pod: id, by, unknown } : { pod: id, by }
  return preempted ? { pod: id, node, by, preempted } : { pod: id, node, by }
}

function isNominated({ spec, status }: Manifest): boolean {
  return Boolean(fieldsOf(status).nominatedNodeName) && !fieldsOf(spec).nodeName
}
