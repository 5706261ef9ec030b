import type { Toleration } from '../../kubernetes/types.ts'
import type { PodLoss } from './answer.ts'
import { nodeLoss } from './node-loss.ts'
import type { Timers } from './timers.ts'
import { never } from './when.ts'

/**
 * What becomes of a pod of a ReplicaSet when its node falls silent and others stay, whichever node that is: one lost node is no matter to
 * its zone. `pods`: at most so many stand on it.
 */
export function oneNodeLost(
  timers: Timers,
  tolerations: readonly Toleration[],
  pods: number,
): Pick<PodLoss, 'traffic' | 'replaced'> {
  const nodes = ['lost', 'left'].map((name) => ({ name, zone: '' }))
  const pod = { name: 'pod', node: 'lost', controller: { is: 'ReplicaSet' }, tolerations } as const
  const answer = nodeLoss({ timers, nodes, lost: [{ node: 'lost', otherPods: Math.max(0, pods - 1) }], pods: [pod] })
  return answer.pods[0] ?? { traffic: never('node stays'), replaced: never('node stays') }
}
