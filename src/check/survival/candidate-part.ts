// Whether displaced pods find a node, whichever node was lost: every node is lost once, and the one without which the least is
// to spare is shown. Their volumes aside, which are a matter of their own.

import { type Losses, type LossFate, lossesOf } from '../../engine/loss/losses.ts'
import { refusedWithout } from '../../engine/loss/refused-without.ts'
import { type RoomOn, roomOnEach } from '../../engine/loss/room-on-each.ts'
import type { NodeAnswer } from '../../engine/placement/eligible.ts'
import { isBare, isEvicted } from '../../engine/pods/bare.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type AnyPart, part } from '../define.ts'
import { table, type View } from '../world.ts'
import type { LossParts } from './node-loss-parts.ts'
import { assumedOf, truthOf } from './places.ts'

/** Every node lost once, and what is shown of it. */
export interface NodesLost extends Pick<Losses, 'asked' | 'words'> {
  /** The least to spare. */
  readonly tightest: LossFate
  /** Why each node takes no such pod then, or none: it may. */
  readonly nodes: readonly NodeAnswer[]
  /** Where the room of the nodes that are left is the bound: for how many such pods each has some. */
  readonly room?: readonly RoomOn[]
}

export const losses = table(({ estate, pods, denied }) => lossesOf(estate, pods, { denied }))

/** Nothing for pods that nothing makes anew: they look for no place. */
export function candidatePart(pod: PodClass, view: View): AnyPart<LossParts> | undefined {
  const found = losses(view).nodes(pod.workload)
  const [tightest] = found.fates
  if (!tightest && (isBare(pod) || !isEvicted(pod))) return undefined
  const truth = truthOf(found.fates)
  return part(
    'candidate',
    truth,
    {
      workload: pod.name,
      count: pod.count,
      lost: tightest && lostOf(found, tightest, pod, view),
      nodes: view.estate.nodes.length,
    },
    {
      assumes: truth === true ? assumedOf(found.fates) : [],
      cause: `no-candidate/${pod.environment}/${pod.component}`,
      hint: tightest?.uses && truth === undefined ? undefined : hintOf(view, truth === false),
      at: { source: pod.source, path: ['spec', 'template', 'spec', 'affinity'] },
    },
  )
}

function lostOf({ asked, words }: Losses, tightest: LossFate, pod: PodClass, view: View): NodesLost {
  const { estate, pods, denied } = view
  const [node = ''] = tightest.failures
  const lost = { workload: pod.workload, node }
  const isByRoom = tightest.proof === 'room'
  return {
    asked,
    words,
    tightest,
    nodes: refusedWithout(estate, pods, lost, { lift: ['VolumeBinding'], denied }),
    ...(isByRoom && { room: roomOnEach(estate, pods, lost, { denied }) }),
  }
}

function hintOf({ estate }: View, isCertain: boolean): string {
  if (!isCertain) return 'so much room on these nodes that it suffices however the others stand'
  // Where the only node is lost, no rule helps.
  return estate.nodes.length === 1
    ? 'a second node that it may stand on'
    : 'a node more that it may stand on, or a rule that lets two share a node when one is lost'
}
