// What must hold for the pods of one workload when the node under one of them falls silent, or all nodes of a zone.

import type { LossRoom } from '../../engine/capacity/loss-room.ts'
import { mostPodsOnNode } from '../../engine/nodeloss/most-pods.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Failover, failover } from '../../engine/recovery/failover.ts'
import { isWithin } from '../../engine/recovery/span.ts'
import { nodeLossTimeline, type Timeline } from '../../engine/recovery/timeline.ts'
import { type AnyPart, part } from '../define.ts'
import { table, type View } from '../world.ts'
import { candidatePart, type NodesLost } from './candidate-part.ts'
import type { PodLossParts } from './pod-loss-parts.ts'
import { type SurvivesPromise, withinSeconds } from './promised.ts'
import { roomPart } from './room-part.ts'
import type { StandbyParts } from './standby-parts.ts'
import { keepsState, type StateParts, statePart, waiting } from './state-parts.ts'
import { elsewherePart, mostNodesInZone, type ZoneLossParts, zonesPart } from './zone-loss-parts.ts'

export type LossParts = {
  carries: { workload: string; failover: Failover; isUnsaid: boolean; timeline: Timeline; within: string }
  /** `left`: of several members, so few in the worst case that the others cannot carry on, or nobody promotes one. */
  replaced: { workload: string; timeline: Timeline; left?: Pick<Failover, 'left' | 'needs' | 'members' | 'by'> }
  volume: { workload: string; claims: PodClass['claims']; nodes: number }
  candidate: { workload: string; count: number; lost: NodesLost | undefined; nodes: number }
  time: { workload: string; timeline: Timeline; within: string }
  room: { on: string; resource: string; loss: LossRoom | undefined }
  unjudged: { why: string }
} & StateParts &
  PodLossParts &
  ZoneLossParts &
  StandbyParts

type Parts = readonly AnyPart<LossParts>[]

/** Of a promise about the loss of a node, or of a zone. */
export function partsAfterNodeLoss(pod: PodClass, promise: SurvivesPromise, view: View): Parts {
  const together = isZone(promise) ? zonesPart(pod, view) : undefined
  if (together) return [together]
  const carries = carriesPart(pod, promise, view)
  const state = statePart(pod, promise, view)
  if (carries && promise.restores === 'service') return [carries, ...state]
  return [...replacementParts(pod, promise, view), ...state]
}

/** Those that are left carry on: callers are answered again as soon as they are led to them. */
function carriesPart(pod: PodClass, promise: SurvivesPromise, view: View): AnyPart<LossParts> | undefined {
  const after = failover(view.estate, pod, promise.failure, { denied: view.denied })
  const isStore = keepsState(pod, view)
  const isUnsaid = isStore && after.by === 'unsaid'
  if (after.left === 0 || (isStore && after.by !== 'followers' && !isUnsaid)) return undefined
  const timeline = timelineOf(pod, promise, view)
  const promoted = isStore ? after.span : { from: 0, to: 0 }
  const span = { from: timeline.traffic.from + promoted.from, to: add(timeline.traffic.to, promoted.to) }
  return part(
    'carries',
    isUnsaid ? undefined : isWithin(span, withinSeconds(promise)),
    { workload: pod.name, failover: after, isUnsaid, timeline, within: promise.within },
    {
      assumes: after.assumes,
      ...(isUnsaid ? waiting(pod, after.members) : isStore && after.span.to === undefined && { waitsFor: promoting }),
      at: { source: after.source },
      cause: `slow-failover/${pod.environment}/${pod.component}`,
    },
  )
}

function replacementParts(pod: PodClass, promise: SurvivesPromise, view: View): Parts {
  const { estate, denied } = view
  const timeline = timelineOf(pod, promise, view)
  const isReplaced = timeline.replaced !== 'never'
  const after = failover(estate, pod, promise.failure, { denied })
  const isTooFew = pod.count > 1 && after.left < after.needs
  const replaced = part(
    'replaced',
    isReplaced,
    { workload: pod.name, timeline, ...((isTooFew || after.by === 'unpromoted') && { left: after }) },
    {
      cause: `nobody-fences/${pod.environment}`,
      hint:
        isTooFew && timeline.because !== 'daemon'
          ? 'more members, each kept on a node of its own by a rule that is required'
          : elsewise[timeline.because ?? 'nobody fences'],
      at: { source: pod.source },
    },
  )
  const time = part(
    'time',
    isWithin(timeline.ready, withinSeconds(promise)),
    { workload: pod.name, timeline, within: promise.within },
    {
      assumes: timeline.assumes,
      ...(isOnlyStartOpen(timeline) && { waitsFor: starting }),
      cause: `slow-replacement/${pod.environment}`,
      hint: 'pods that tolerate an unreachable node for less than the default 300s, and a time that counts detection and eviction',
      at: { source: pod.source },
      stated: [promise.by?.stated],
    },
  )
  const candidate = isZone(promise) ? elsewherePart(pod, view) : candidatePart(pod, view)
  const place: Parts = [...(candidate ? [candidate] : []), ...(isZone(promise) ? [] : [roomPart(pod, view)])]
  const parts: Parts = [...volumePart(pod, promise, view), ...place, replaced]
  return isReplaced ? [...parts, time] : parts
}

const elsewise: { readonly [B in NonNullable<Timeline['because']>]: string } = {
  'nobody fences': 'a step that fences the dead node (taints it out-of-service, or removes it), with its time',
  'tolerates for ever': 'tolerations of an unreachable node that end: tolerationSeconds',
  'bare pod': 'a Deployment or a StatefulSet of it, which makes its pods anew',
  daemon: 'a Deployment, where its pods are to stand on other nodes',
  'only node': 'a second node that takes it',
}

function timelineOf(pod: PodClass, promise: SurvivesPromise, view: View): Timeline {
  const { estate, denied } = view
  const nodes = isZone(promise) ? mostNodesInZone(view) : 1
  return nodeLossTimeline(estate, pod, { procedure: promise.by, denied, pods: mostOnNode(view), nodes })
}

function isZone({ failure }: SurvivesPromise): boolean {
  return failure.of === 'zone'
}

function volumePart(pod: PodClass, promise: SurvivesPromise, { estate }: View): Parts {
  const claims = pod.claims.filter(({ bound }) => bound !== 'cluster')
  if (pod.claims.length === 0) return []
  const isTied = claims.some(({ bound }) => bound === 'node' || (bound === 'zone' && isZone(promise)))
  const truth = isTied ? false : claims.some(({ bound }) => bound === 'unknown') ? undefined : true
  const storage = claims[0]?.class
  const source =
    storage !== undefined && Object.hasOwn(estate.classes, storage) ? estate.classes[storage]?.source : undefined
  return [
    part(
      'volume',
      truth,
      { workload: pod.name, claims: truth === true ? pod.claims : claims, nodes: estate.nodes.length },
      {
        cause: `node-bound/${estate.cluster}/${storage}`,
        hint: 'a class whose volumes can be attached elsewhere, or members that stream to each other and are rebuilt from the survivors',
        at: source ? { source } : { source: pod.source },
      },
    ),
  ]
}

// The same words wherever it is waited for.
const promoting =
  'how long it takes until another member leads: "promotes" of the facts "replicates" in a promises file'

const starting = 'how long pods take until they are ready: the facts "starts" of a promises file'

// Where nothing but the start of the pod has no time.
function isOnlyStartOpen({ terms }: Timeline): boolean {
  const open = terms.filter(({ takes }) => takes.to === undefined)
  return open.length > 0 && open.every(({ what, by }) => what === 'starting' && by === 'nobody')
}

const mostOnNode = table(({ estate, pods }) => mostPodsOnNode(estate, pods))

function add(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b
}
