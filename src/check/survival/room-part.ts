// Whether what must move finds room on the pool's other nodes, whichever node was lost; the neighbours need it too.

import { type LossRoom, roomAfterLoss } from '../../engine/capacity/loss-room.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { compareQuantity, subtractQuantity } from '../../kubernetes/quantity.ts'
import { type AnyPart, part } from '../define.ts'
import { table, type View } from '../world.ts'
import type { LossParts } from './node-loss-parts.ts'

interface PoolLoss {
  readonly resource: 'cpu' | 'memory'
  readonly truth: boolean | undefined
  /** The loss that leaves the least to spare, the first by name where several do. */
  readonly worst: LossRoom | undefined
}

/** Each declared pool, and the cluster as a whole, after the loss of each of its nodes, for cpu and memory. */
const poolLosses = table((view) => {
  const pools = [undefined, ...Object.keys(view.estate.pools)]
  return new Map(pools.map((pool) => [pool, worstOf(pool, view)]))
})

function worstOf(pool: string | undefined, view: View): PoolLoss {
  const judged = (['cpu', 'memory'] as const).map((resource) => lossesOf(pool, resource, view))
  return (
    judged.find(({ truth }) => truth === false) ??
    judged.find(({ truth }) => truth === undefined) ??
    (judged[0] as PoolLoss)
  )
}

function lossesOf(pool: string | undefined, resource: 'cpu' | 'memory', { estate, pods, denied }: View): PoolLoss {
  const all = estate.nodes.map(({ name }) => name)
  const names = [...(pool === undefined ? all : (estate.pools[pool] ?? []))].sort()
  const losses = names.flatMap((node) => roomAfterLoss(estate, pods, pool ?? all, node, { resource, denied }) ?? [])
  const worst =
    tightest(losses.filter(({ fits }) => fits === false)) ??
    tightest(losses.filter(({ fits }) => fits === undefined)) ??
    tightest(losses)
  return { resource, truth: worst?.fits, worst }
}

function tightest(losses: readonly LossRoom[]): LossRoom | undefined {
  const spare = ({ free, neededAtMost }: LossRoom) => subtractQuantity(free, neededAtMost)
  return losses.reduce<LossRoom | undefined>(
    (least, one) => (least && compareQuantity(spare(least), spare(one)) <= 0 ? least : one),
    undefined,
  )
}

export function roomPart(pod: PodClass, view: View): AnyPart<LossParts> {
  const pool = view.estate.environments.find(({ name }) => name === pod.environment)?.pool
  const found = poolLosses(view).get(pool)
  const on = pool === undefined ? 'the other nodes' : `the pool ${pool}`
  return part(
    'room',
    found?.truth,
    { on, resource: found?.resource ?? 'cpu', loss: found?.worst },
    {
      assumes: found?.truth === true ? (found.worst?.assumes ?? []) : [],
      cause: `room-after-loss/${view.estate.cluster}/${pool ?? ''}`,
      hint: 'room for one node less, the neighbours counted, and an order of priority for when there is not',
      stated: [
        found?.worst?.neighboursSource?.stated,
        ...(found?.worst?.nodes ?? []).map(({ takenSource }) => takenSource?.stated),
      ],
    },
  )
}
