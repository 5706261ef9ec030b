import { worldOf } from '../../check/world.ts'
import type { NodeLoss, PodLoss, ZoneLoss } from '../../engine/nodeloss/answer.ts'
import { flagsOf } from '../../engine/nodeloss/flags.ts'
import { type AskedNode, areSeen, lossOf } from '../../engine/nodeloss/loss-of.ts'
import { nodeLoss } from '../../engine/nodeloss/node-loss.ts'
import { timersOf } from '../../engine/nodeloss/timers.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { EstatesAsked } from '../load/estate-tasks.ts'

export interface TimelineAnswer {
  readonly asOf: string
  readonly clusters: readonly ClusterTimeline[]
  /** All nodes, and `zone/NAME` for all zones: for the nearest word. */
  readonly names: readonly string[]
}

export interface ClusterTimeline {
  readonly cluster: string
  readonly minor?: string
  readonly nodes: number
  readonly lost: readonly AskedNode[]
  /** Pods were seen on their nodes; else each class has as many there as may stand there. */
  readonly isObserved: boolean
  /** Undefined for a minor whose timers no table knows. */
  readonly answer?: {
    readonly zones: readonly ZoneLoss[]
    readonly nodes: readonly NodeLoss[]
    readonly workloads: readonly WorkloadTimeline[]
  }
}

/** Pods of one workload of which the same is to be said. */
export interface WorkloadTimeline extends Pick<PodLoss, 'traffic' | 'evicted' | 'gone' | 'replaced'> {
  readonly workload: Ref
  readonly pods: number
}

/** By the name of a node, or `zone/NAME` for all nodes of a zone: after how many seconds. */
export interface TimelineAsked {
  readonly silent: readonly NamedTime[]
  readonly fenced: readonly NamedTime[]
  readonly removed: readonly NamedTime[]
}

export interface NamedTime {
  readonly name: string
  readonly seconds: number
}

/** What `seaworthy sweep --lose` asks of the estates: only those that have one of the nodes. */
export function timelineTask(estates: readonly Estate[], { asOf, options }: EstatesAsked): TimelineAnswer {
  const clusters = worldOf(estates, { asOf }).views.flatMap(({ estate, pods }): ClusterTimeline[] => {
    const lost = lostOf(estate, options as TimelineAsked)
    return lost.length === 0 ? [] : [timelineOf(estate, pods, lost)]
  })
  const names = estates.flatMap(({ nodes }) =>
    nodes.flatMap(({ name, zone }) => [name, ...(zone === undefined ? [] : [`zone/${zone}`])]),
  )
  return { asOf, clusters, names: [...new Set(names)].sort(byCodePoint) }
}

// What is said of a node by its own name counts before what is said of its zone.
function lostOf({ nodes }: Estate, asked: TimelineAsked): readonly AskedNode[] {
  const lost = nodes.flatMap(({ name, zone }): AskedNode[] => {
    const secondsIn = (times: readonly NamedTime[]) =>
      (times.find((time) => time.name === name) ?? times.find((time) => time.name === `zone/${zone}`))?.seconds
    const silentSeconds = secondsIn(asked.silent)
    if (silentSeconds === undefined) return []
    const [fencedSeconds, removedSeconds] = [secondsIn(asked.fenced), secondsIn(asked.removed)]
    return [
      {
        node: name,
        silentSeconds,
        ...(fencedSeconds !== undefined && { fencedSeconds }),
        ...(removedSeconds !== undefined && { removedSeconds }),
      },
    ]
  })
  return lost.sort((a, b) => byCodePoint(a.node, b.node))
}

function timelineOf(estate: Estate, pods: readonly PodClass[], asked: readonly AskedNode[]): ClusterTimeline {
  const { cluster, minor } = estate
  const base = {
    cluster,
    ...(minor !== undefined && { minor }),
    nodes: estate.nodes.length,
    lost: asked,
    isObserved: areSeen(pods),
  }
  const timers = minor === undefined ? undefined : timersOf(minor, flagsOf(estate)?.timers)
  if (!timers) return base
  const { loss, classes } = lossOf(estate, pods, asked, timers)
  const answer = nodeLoss(loss)
  const workloads = alike(answer.pods, classes)
  return { ...base, answer: { zones: answer.zones, nodes: answer.nodes, workloads } }
}

function alike(pods: readonly PodLoss[], classes: readonly PodClass[]): readonly WorkloadTimeline[] {
  const found = new Map<string, WorkloadTimeline>()
  for (const [at, { traffic, evicted, gone, replaced }] of pods.entries()) {
    const workload = classes[at]?.workload
    if (workload === undefined) continue
    const key = `${workload} ${JSON.stringify([traffic, evicted, gone, replaced])}`
    found.set(key, { workload, pods: (found.get(key)?.pods ?? 0) + 1, traffic, evicted, gone, replaced })
  }
  return [...found.values()].sort((a, b) => byCodePoint(a.workload, b.workload))
}
