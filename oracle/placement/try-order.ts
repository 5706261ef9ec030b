// Pods that look for a place, tried by our scheduler in a random order until nothing changes.

import type { Scheduler } from '../../src/engine/scheduling/scheduler.ts'
import { schedulerOf } from '../../src/engine/scheduling/scheduler-of.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import type { AfterLoss, Mover } from './after-loss.ts'
import { boundPod } from './replay.ts'
import type { Step, Witness } from './witness.ts'

export interface Tried {
  /** Pods that came to stand, in their order. */
  readonly placed: readonly { readonly mover: Mover; readonly node: string }[]
  readonly unplaced: readonly Mover[]
  /** Whether a pod was made to go for another. */
  readonly hasVictims: boolean
  readonly witness: Witness
}

/** `among`: any node that takes the pod, or only those that score best. */
export function tryOrder({ cluster, movers }: AfterLoss, random: Random, among: 'feasible' | 'best'): Tried {
  const ours = schedulerOf(cluster)
  const order: Step[] = []
  const placed: { mover: Mover; node: string }[] = []
  let left = shuffled(movers, random)
  let hasVictims = false
  for (let isNew = true; isNew; ) {
    isNew = false
    const refused: Mover[] = []
    for (const mover of left) {
      const judged = ours.judge(mover.pod)
      const open = judged[among]
      const node = open.length > 0 ? random.pick(open) : null
      if (node === null && ours.preempt(mover.pod).candidates.length > 0) hasVictims = true
      order.push({ pod: mover.pod as unknown as JsonObject, node })
      if (node === null) refused.push(mover)
      else {
        stand(ours, mover, node, order.length - 1)
        placed.push({ mover, node })
        isNew = true
      }
    }
    left = shuffled(refused, random)
  }
  const { nodes, pods, others } = cluster as unknown as Pick<Witness, 'nodes' | 'pods' | 'others'>
  return { placed, unplaced: left, hasVictims, witness: { nodes, pods, others, order } }
}

function stand(ours: Scheduler, { pod }: Mover, node: string, at: number): void {
  ours.bind(boundPod(pod as unknown as JsonObject, node, at) as unknown as Manifest, node)
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list]
  const out: T[] = []
  while (left.length > 0) out.push(...left.splice(random.int(0, left.length - 1), 1))
  return out
}
