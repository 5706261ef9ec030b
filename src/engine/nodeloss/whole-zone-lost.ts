import type { Toleration } from '../../kubernetes/types.ts'
import type { PodLoss } from './answer.ts'
import { nodeLoss } from './node-loss.ts'
import type { Timers } from './timers.ts'
import { never } from './when.ts'

type Lost = Pick<PodLoss, 'traffic' | 'replaced'>

/**
 * What becomes of a pod of a ReplicaSet when all nodes of its zone fall silent at once and another zone stays: of all such
 * pods, the one that comes back last. One node is no matter to its zone, whichever it is. `pods`: at most so many stand on
 * a node.
 */
export function wholeZoneLost(
  timers: Timers,
  tolerations: readonly Toleration[],
  lost: { readonly nodes: number; readonly pods: number },
): Lost {
  const names = Array.from({ length: lost.nodes }, (_, at) => `lost-${at}`)
  const silent = names.map((name) => ({ name, zone: 'lost' }))
  const { pods } = nodeLoss({
    timers,
    nodes: [...silent, { name: 'left', zone: lost.nodes > 1 ? 'left' : 'lost' }],
    lost: names.map((node) => ({ node, otherPods: Math.max(0, lost.pods - 1) })),
    pods: names.map((node) => ({ name: node, node, controller: { is: 'ReplicaSet' }, tolerations }) as const),
  })
  const stays: Lost = { traffic: never('node stays'), replaced: never('node stays') }
  return pods.reduce<Lost>((last, one) => (endOf(one) > endOf(last) ? one : last), pods[0] ?? stays)
}

function endOf({ replaced }: Lost): number {
  return replaced.is === 'never' ? Number.POSITIVE_INFINITY : (replaced.to ?? Number.POSITIVE_INFINITY)
}
