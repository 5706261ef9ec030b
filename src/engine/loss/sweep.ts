// What each failure leaves: the loss of every pod, and of every node and every zone, silent and removed.

import type { Estate } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { hasEstimates, takenAssumption } from '../capacity/node-room.ts'
import { firstAlike } from '../placement/alike.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { podsOf } from '../pods/pods-of.ts'
import { askingOf } from './asking.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { podOutcome } from './pod-outcome.ts'

const states = ['silent', 'removed'] as const

/** One row per failure and state, in the order of pods, nodes and zones; a cluster without nodes has rows of pods only. */
export function sweep(estate: Estate, pods: readonly PodClass[] = podsOf(estate)): readonly Outcome[] {
  const ground = groundOf(estate, pods)
  const full = hasEstimates(estate)
    ? groundOf(estate, pods, { denied: new Set([takenAssumption(estate).id]) })
    : undefined
  const ask = askingOf(estate, pods, ground.board)
  const judged = (failure: string, lost: readonly number[]) =>
    states.map((state) => outcomeOf(failure, { lost, state }, { ground, full, ask }))
  const nodes = likeOutcomes(ground, (node) => judged('', [node]))
  return [
    ...pods.filter(isKept).map(podOutcome),
    ...ground.board.nodes.flatMap(({ name }, node) =>
      nodes(node).map((outcome) => ({ ...outcome, failure: `node/${name}` })),
    ),
    ...zonesOf(ground).flatMap(([zone, lost]) => judged(`zone/${zone}`, lost)),
  ]
}

/** Where nothing was seen, what the loss of a node leaves is the same for all nodes that are like it. */
function likeOutcomes(
  { board, isObserved }: Ground,
  judged: (node: number) => readonly Outcome[],
): (node: number) => readonly Outcome[] {
  if (isObserved) return judged
  const found = new Map<number, readonly Outcome[]>()
  return (node) => {
    const like = firstAlike(board)[node] ?? node
    const outcomes = found.get(like) ?? judged(like)
    found.set(like, outcomes)
    return outcomes
  }
}

// What a kubelet runs by itself comes back with its node, as a DaemonSet's pod does.
function isKept({ count, steady, kind, keptBy }: PodClass): boolean {
  return count > 0 && steady && kind !== 'DaemonSet' && keptBy !== 'kubelet'
}

function zonesOf({ board }: Ground): readonly (readonly [zone: string, lost: readonly number[]])[] {
  const zones = Map.groupBy(board.nodes.keys(), (node) => board.nodes[node]?.zone)
  zones.delete(undefined)
  if (zones.size < 2) return []
  return [...zones].flatMap(([zone, lost]) => (zone === undefined ? [] : [[zone, lost] as const])).sort(byFirst)
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byCodePoint(a, b)
}
