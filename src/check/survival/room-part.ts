// Whether what must move finds room on the pool's other nodes, whichever node was lost; the neighbours need it too.

import { type LossRoom, roomAfterLoss } from '../../engine/capacity/loss-room.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type AnyPart, part } from '../define.ts'
import { table, type View } from '../world.ts'
import type { LossParts } from './node-loss-parts.ts'

interface PoolLoss {
  readonly pool: string
  readonly resource: 'cpu' | 'memory'
  readonly truth: boolean | undefined
  /** The loss that leaves the least, by node name where several do. */
  readonly worst: LossRoom | undefined
  readonly why?: string
}

/** Each declared pool after the loss of each of its nodes, for cpu and memory. */
const poolLosses = table((view) => new Map(Object.keys(view.estate.pools).map((pool) => [pool, worstOf(pool, view)])))

function worstOf(pool: string, view: View): PoolLoss {
  const judged = (['cpu', 'memory'] as const).map((resource) => lossesOf(pool, resource, view))
  return (
    judged.find(({ truth }) => truth === false) ??
    judged.find(({ truth }) => truth === undefined) ??
    (judged[0] as PoolLoss)
  )
}

function lossesOf(pool: string, resource: 'cpu' | 'memory', { estate, pods, denied }: View): PoolLoss {
  const names = [...(estate.pools[pool] ?? [])].sort()
  const losses = names.flatMap((node) => roomAfterLoss(estate, pods, pool, node, { resource, denied }) ?? [])
  const broken = losses.find(({ fits }) => fits === false)
  if (broken) return { pool, resource, truth: false, worst: broken }
  const byCluster =
    estate.taken[resource] !== undefined && !estate.nodes.some(({ taken }) => taken[resource] !== undefined)
  if (byCluster)
    return {
      pool,
      resource,
      truth: undefined,
      worst: undefined,
      why: `${estate.taken[resource]} of ${resource} is said to be taken in the cluster as a whole, by no node`,
    }
  const open = losses.find(({ fits }) => fits === undefined)
  return { pool, resource, truth: open ? undefined : true, worst: open ?? losses[0] }
}

export function roomPart(pod: PodClass, view: View): AnyPart<LossParts> {
  const pool = view.estate.environments.find(({ name }) => name === pod.environment)?.pool
  const found = pool === undefined ? undefined : poolLosses(view).get(pool)
  const because = {
    pool: pool ?? '',
    resource: found?.resource ?? 'cpu',
    loss: found?.worst,
    why: found?.why ?? (found ? undefined : 'no pool is declared for it'),
  }
  return part('room', found?.truth, because, {
    assumes: found?.truth === true ? (found.worst?.assumes ?? []) : [],
    cause: `room-after-loss/${view.estate.cluster}/${pool}`,
    hint: 'room for one node less, the neighbours counted, and an order of priority for when there is not',
    stated: [
      found?.worst?.neighboursSource?.stated,
      ...(found?.worst?.nodes ?? []).map(({ takenSource }) => takenSource?.stated),
    ],
  })
}
