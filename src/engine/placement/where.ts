// What runs where: as a picture of the cluster shows it; what nobody shows goes where the scheduler puts it.

import type { Estate } from '../../estate/estate.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { priorityOf } from '../loss/priority.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type EstateCluster, estateCluster } from '../scheduling/estate-cluster.ts'
import { type EstatePod, podManifest } from '../scheduling/estate-pods.ts'
import type { NodeScore, PreemptionAnswer, Refusal, Scheduler } from '../scheduling/scheduler.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'
import { askedAgain } from './asked-again.ts'
import { type Board, boardOf, type Member } from './board.ts'
import type { Reason } from './reasons.ts'
import { emptyStand, place, type Stand } from './stand.ts'
import { standRefusals } from './stand-refusals.ts'

export interface Placement {
  /** Whether pods were seen on nodes. */
  readonly isObserved: boolean
  readonly board: Board
  readonly stand: Stand
  /** Per member, in its order. */
  readonly pods: readonly PlacedPods[]
  readonly ready: EstateCluster
  /** The scheduler when all of them have been asked for. */
  readonly scheduler: () => Scheduler
}

export interface PlacedPods {
  readonly member: Member
  readonly placed: readonly PlacedPod[]
  /** Pods without a place, by name. */
  readonly unplaced: readonly EstatePod[]
  /** What its pods use that is not modelled, by name. */
  readonly unknown: readonly string[]
}

export interface PlacedPod {
  readonly pod: string
  readonly node: string
  readonly isSeen: boolean
  readonly manifest: Manifest
}

export function placementOf(estate: Estate, classes: readonly PodClass[]): Placement {
  const board = boardOf(estate, classes)
  const ready = estateCluster(estate, classes)
  const assigned = askedAgain(ready, ready.waiting)
  const seen = ready.standing.map((one) => ({ one, node: one.node, isSeen: true, unknown: undefined }))
  const asked = ready.waiting.map((one, at) => ({ one, isSeen: false, ...assigned[at] }))
  const byClass = Map.groupBy([...seen, ...asked], ({ one }) => one.pod)
  const pods = board.members.map((member): PlacedPods => {
    const rows = byClass.get(member.pod) ?? []
    return {
      member,
      placed: rows.flatMap(({ one, node, isSeen }) =>
        node === undefined ? [] : [{ pod: one.name, node, isSeen, manifest: one.manifest }],
      ),
      unplaced: rows.filter(({ node }) => node === undefined).map(({ one }) => one),
      unknown: [...new Set(rows.flatMap(({ unknown }) => unknown ?? []))],
    }
  })
  const scheduler = once(() => schedulerWith(ready, pods))
  return { isObserved: seen.length > 0, board, stand: standOf(board, pods), pods, ready, scheduler }
}

/**
 * Whether all pods have a place when those of equal priority are asked for in another order: those that the fewest nodes
 * may take first, then the largest. Undefined where all have one as it is, or some have none in that order either.
 */
export function fitOtherwise({ pods, ready }: Placement): true | undefined {
  if (pods.every(({ unplaced }) => unplaced.length === 0)) return undefined
  const keys = new Map(pods.map(({ member }) => [member.pod, askedEarly(member)]))
  const early = ready.waiting.toSorted((a, b) => byNumbers(keys.get(a.pod) ?? [], keys.get(b.pod) ?? []))
  return askedAgain(ready, early).every(({ node }) => node !== undefined) ? true : undefined
}

function askedEarly({ pod, daemon, eligible, needs }: Member): readonly number[] {
  const priority = typeof pod.spec.priority === 'number' ? pod.spec.priority : 0
  const nodes = eligible.reduce((sum, one) => sum + one, 0)
  return [daemon ? 0 : 1, -priority, nodes, -(needs[1] ?? 0), -(needs[2] ?? 0)]
}

function byNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, i) => one !== b[i])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function schedulerWith({ cluster }: EstateCluster, pods: readonly PlacedPods[]): Scheduler {
  const scheduler = schedulerOf(cluster)
  for (const { placed } of pods)
    for (const { manifest, node, isSeen } of placed) if (!isSeen) scheduler.bind(manifest, node)
  return scheduler
}

function standOf(board: Board, pods: readonly PlacedPods[]): Stand {
  const stand = emptyStand(board)
  const at = new Map(board.nodes.map(({ name }, node) => [name, node]))
  for (const { member, placed } of pods)
    for (const { node } of placed) {
      const index = at.get(node)
      if (index !== undefined) place(stand, member, index)
    }
  return stand
}

/** What the scheduler says of one node, and what stands behind it in our words, where we have any. */
export interface WhyNot {
  readonly node: string
  readonly holds: number
  /** What the scheduler itself says first; empty where it takes the pod. */
  readonly refused: readonly Refusal[]
  readonly reasons: readonly Reason[]
  readonly score?: NodeScore
  /** The pod that is looked away from stands here. */
  readonly isHome: boolean
}

export interface WhyNotAll {
  readonly nodes: readonly WhyNot[]
  readonly unknown: readonly string[]
  /** Who goes to make room for a pod that no node takes; left out where no pod is of lower priority. */
  readonly preempting?: PreemptionAnswer
}

/** Why each node takes no pod of the class beside all others; one pod of its own is looked away from. */
export function whyNot({ board, stand, pods, scheduler }: Placement, member: Member): WhyNotAll {
  const { placed = [], unplaced = [] } = pods[member.index] ?? {}
  const away = unplaced.length === 0 ? placed[0] : undefined
  const home = board.nodes.findIndex(({ name }) => name === away?.node)
  const pod =
    unplaced[0]?.manifest ?? away?.manifest ?? podManifest(member.pod, member.pod.podNames[0] ?? member.pod.name)
  if (away) {
    place(stand, member, home, -1)
    scheduler().remove({ namespace: member.pod.namespace, name: away.pod })
  }
  const outranks = unplaced.length > 0 && board.members.some((other) => priorityOf(other) < priorityOf(member))
  const preempting = outranks ? scheduler().preempt(pod) : undefined
  const { refused, nowhere, scores, unknown = [] } = scheduler().judge(away?.isSeen ? unbound(pod, member) : pod)
  const by = new Map(refused.map((row) => [row.node, row.by]))
  const scored = new Map(scores.map((score) => [score.node, score]))
  const nodes = board.nodes.map(({ name }, node): WhyNot => {
    const score = scored.get(name)
    return {
      node: name,
      holds: (stand.on[node]?.[member.index] ?? 0) + (node === home ? 1 : 0),
      refused: nowhere ? [nowhere] : (by.get(name) ?? []),
      reasons: standRefusals(stand, member, node),
      ...(score && { score }),
      isHome: node === home,
    }
  })
  if (away) {
    place(stand, member, home)
    scheduler().bind(away.manifest, away.node)
  }
  return { nodes, unknown, ...(preempting && { preempting }) }
}

// One that was seen on its node is asked for as if it had none, unless it names it.
function unbound({ spec, ...manifest }: Manifest, { pod }: Member): Manifest {
  const { nodeName: _, ...free } = spec as { readonly nodeName?: string }
  return { ...manifest, spec: pod.spec.nodeName ? spec : free }
}
