// Which pods have to go for a pod of a class, and where: every node is asked once, and again after it has changed.
// What a node says must depend on nothing but what stands on it: then what is best is found again at the cost of the
// nodes that differ.

import { cycleOf } from '../scheduling/cycle.ts'
import { preemptingFor } from '../scheduling/preempt.ts'
import { barredFrom } from '../scheduling/preemption-barred.ts'
import { type Preemption, ranksOf } from '../scheduling/preemption-rank.ts'
import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'
import type { World } from '../scheduling/world.ts'
import type { Asked } from './asked.ts'
import { tournamentOf } from './tournament.ts'

export interface Preemptions {
  /** The first, in node order, of those that are equal in rank. */
  best(): Preemption | undefined
}

/** Whether each node can be asked on its own: no company is asked for or kept away, and nothing has to be spread. */
export function areNodesAlone({ pod, company, spreading }: Asked): boolean {
  const ofPorts = pod.ports.length > 0 ? 1 : 0
  return spreading.hard.length === 0 && company.needed.length === 0 && company.refused.length === ofPorts
}

/** For a class whose nodes are alone; `changed` are all nodes that have changed so far, in order; it only grows. */
export function preemptionsOf(world: World, pod: SchedulingPod, changed: readonly number[]): Preemptions {
  const { nodes } = world
  const preempting = barredFrom(pod, undefined, undefined) ? undefined : preemptingFor(cycleOf(world, pod))
  if (!preempting) return { best: () => undefined }
  const found: (Preemption | undefined)[] = []
  /** Per node: what is found there is compared a dozen times. */
  const ranks: (readonly number[])[] = []
  const tournament = tournamentOf(nodes.length, (one, other) => isLess(ranks[one] ?? [], ranks[other] ?? []))
  const look = (at: number) => {
    const node = nodes[at]
    const one = node && preempting.refusalOn(node)?.isFinal === false ? preempting.on(node) : undefined
    found[at] = one
    ranks[at] = one ? ranksOf(one) : []
    tournament.play(at, one !== undefined)
  }
  const lookAtAll = () => {
    for (let at = 0; at < nodes.length; at++) look(at)
  }
  lookAtAll()
  let seen = changed.length
  return {
    best() {
      if (changed.length - seen > nodes.length) lookAtAll()
      else for (let at = seen; at < changed.length; at++) look(changed[at] ?? 0)
      seen = changed.length
      return found[tournament.winner()]
    },
  }
}

function isLess(some: readonly number[], others: readonly number[]): boolean {
  for (let at = 0; at < some.length; at++) {
    const [one = 0, other = 0] = [some[at], others[at]]
    if (one !== other) return one < other
  }
  return false
}
