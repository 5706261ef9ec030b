// A loss asked of an estate: the nodes that go, and the pods that stand there, or may.

import type { Estate } from '../../estate/estate.ts'
import { boardOf } from '../placement/board.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Charges, chargesOf } from './charges.ts'
import { controllerOf } from './controller-of.ts'
import type { Loss, LossPod, LostNode } from './loss.ts'
import { mostPodsOnNode } from './most-pods.ts'
import type { Timers } from './timers.ts'
import { zoneKey } from './zone-key.ts'

/** A node that goes, in seconds from the loss. */
export interface AskedNode {
  readonly node: string
  /** Its last heartbeat. */
  readonly silentSeconds: number
  /** Somebody taints it out-of-service, or removes it. */
  readonly fencedSeconds?: number
  readonly removedSeconds?: number
}

export interface AskedPods {
  readonly loss: Loss
  /** The class of each of the loss's pods, in their order. */
  readonly classes: readonly PodClass[]
}

/**
 * Where pods were seen, those on the nodes; else as many of each class as may stand there, one a node. `timers` are those
 * of the cluster's minor, with its flags.
 */
export function lossOf(
  estate: Estate,
  pods: readonly PodClass[],
  asked: readonly AskedNode[],
  timers: Timers,
): AskedPods {
  const isLost = new Set(asked.map(({ node }) => node))
  const charges = chargesOf(estate, pods)
  const isSeen = areSeen(pods)
  const seen = pods.filter(({ standing }) => standing !== undefined)
  const there = [...seenOn(seen, isLost), ...(isSeen ? [] : possibleOn(estate, pods, isLost))]
  const counts = Map.groupBy(there, ({ node }) => node)
  const most = mostPodsOnNode(estate, pods)
  const lost = asked.map((one): LostNode => {
    const others = isSeen ? 0 : Math.max(0, most - (counts.get(one.node)?.length ?? 0))
    return { ...lostNode(one), otherPods: others }
  })
  const nodes = estate.nodes.map((node) => ({
    name: node.name,
    zone: zoneKey(node),
    ...(Object.hasOwn(node.labels, 'node.kubernetes.io/exclude-disruption') && { isExcluded: true }),
  }))
  const lossPods = there.map((one) => podOf(estate, one, charges))
  return { loss: { timers, nodes, lost, pods: lossPods, quotas: charges.quotas }, classes: there.map(({ pod }) => pod) }
}

function lostNode({ node, silentSeconds, fencedSeconds, removedSeconds }: AskedNode): LostNode {
  const at = (seconds: number) => ({ from: seconds, to: seconds })
  return {
    node,
    lastHeartbeat: at(silentSeconds),
    ...(fencedSeconds !== undefined && { outOfService: { at: at(fencedSeconds), effect: 'NoExecute' } }),
    ...(removedSeconds !== undefined && { removed: at(removedSeconds) }),
  }
}

interface There {
  readonly pod: PodClass
  readonly name: string
  readonly node: string
}

/** Whether the pods of workloads were seen on their nodes: one Pod may say its own, and shows nothing of the others. */
export function areSeen(pods: readonly PodClass[]): boolean {
  return pods.some(({ standing, kind }) => standing !== undefined && kind !== 'Pod')
}

function seenOn(pods: readonly PodClass[], isLost: ReadonlySet<string>): readonly There[] {
  return pods.flatMap((pod) =>
    (pod.standing ?? []).filter(({ node }) => isLost.has(node)).map(({ pod: name, node }) => ({ pod, name, node })),
  )
}

function possibleOn(estate: Estate, pods: readonly PodClass[], isLost: ReadonlySet<string>): readonly There[] {
  const board = boardOf(estate, pods)
  return board.members.flatMap(({ pod, daemon, count, eligible }) => {
    if (pod.standing) return []
    const nodes = board.nodes.filter(({ name }, at) => isLost.has(name) && eligible[at] === 1)
    const some = daemon ? nodes : nodes.slice(0, count)
    return some.map(({ name: node }, at) => ({ pod, name: pod.podNames[at] ?? pod.name, node }))
  })
}

function podOf(estate: Estate, { pod, name, node }: There, charges: Charges): LossPod {
  const { terminationGracePeriodSeconds: grace } = pod.spec
  return {
    name: `${pod.namespace}/${name}`,
    node,
    controller: controllerOf(estate, pod, name),
    tolerations: pod.spec.tolerations ?? [],
    ...(typeof grace === 'number' && grace >= 0 && { graceSeconds: grace }),
    charges: charges.of(pod),
  }
}
