// Room in a pool after one of its nodes is lost: what must stand on the others against what is free there.

import type { Estate, Source } from '../../estate/estate.ts'
import { addQuantity, compareQuantity, type Quantity, subtractQuantity } from '../../kubernetes/quantity.ts'
import type { Assumption } from '../assumption.ts'
import { shareOf } from '../placement/share.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type NodeRoom, nodeRoom } from './node-room.ts'
import {
  type Anywhere,
  type CountedResource,
  type PodRow,
  podsOfPool,
  poolNodes,
  type RoomOptions,
  requestRow,
  sumQuantities,
  takenAnywhere,
} from './pool-room.ts'
import { type Total, totalOf } from './total.ts'

export interface LossRoom {
  readonly resource: CountedResource
  readonly lost: string
  /** What is free on the nodes that remain, node by node and in all. */
  readonly nodes: readonly NodeRoom[]
  readonly free: Quantity
  /** All that the pool's pods ask for … */
  readonly requests: Total
  /** … minus what is tied to the lost node by a volume: at least this many, where it is not known how many stood there. */
  readonly tied: readonly TiedRow[]
  /** Requests minus the most that may be tied. */
  readonly movable: Quantity
  /** What was taken on the lost node by others, who need it elsewhere too. */
  readonly neighbours: Quantity
  readonly neighboursSay?: string
  readonly neighboursSource?: Source
  /** Movable plus neighbours, with the most tied and with the fewest. */
  readonly needed: Quantity
  readonly neededAtMost: Quantity
  /** What is taken in the cluster as a whole, by no node: how much of it may stand on the nodes that remain, and must. */
  readonly anywhere?: Anywhere
  /** By sums alone: true where even the most that may be needed is free, false where the least is not. */
  readonly fits: boolean | undefined
  readonly assumes: readonly Assumption[]
}

/** `least` and `most` pods of the class stood on the lost node, with their volume. */
export interface TiedRow extends PodRow {
  readonly least: number
  readonly most: number
  readonly class: string
}

/** The sums after the loss of `node`; undefined where the pool has no such node. */
export function roomAfterLoss(
  estate: Estate,
  pods: readonly PodClass[],
  pool: string | readonly string[],
  node: string,
  { resource, denied }: Omit<RoomOptions, 'without'>,
): LossRoom | undefined {
  const all = poolNodes(estate, pool)
  const lost = all.find(({ name }) => name === node)
  if (!lost) return undefined

  const nodes = all.filter(({ name }) => name !== node).map((left) => nodeRoom(estate, left, resource, denied))
  const free = sumQuantities(nodes.map((left) => left.free))
  // A DaemonSet's pod of the lost node has no other node to go to.
  const standing = podsOfPool(estate, pods, pool).map(({ pod, replicas }) => ({
    pod,
    replicas: pod.kind === 'DaemonSet' ? replicas - shareOf(estate, pod, node).least : replicas,
  }))
  const requests = totalOf(standing.map(({ pod, replicas }) => requestRow(pod, resource, replicas)))
  const tied = standing.flatMap(({ pod }) => tiedRow(estate, pod, node, resource))
  const movable = subtractQuantity(requests.sum, sumQuantities(tied.map(({ sum }) => sum)))
  const fewestTied = sumQuantities(tied.map(({ each, least }) => ({ ...each, nano: each.nano * BigInt(least) })))
  const { taken: neighbours, says, takenSource, assumes } = nodeRoom(estate, lost, resource, denied)
  const anywhere = takenAnywhere(estate, nodes, { resource, denied, lost: node })
  const needed = addQuantity(movable, neighbours)
  const neededAtMost = addQuantity(subtractQuantity(requests.sum, fewestTied), neighbours)
  return {
    resource,
    lost: node,
    nodes,
    free,
    requests,
    tied,
    movable,
    neighbours,
    ...(says !== undefined && { neighboursSay: says }),
    ...(takenSource && { neighboursSource: takenSource }),
    needed,
    neededAtMost,
    ...(anywhere && { anywhere }),
    fits: fitsIn(free, plus(needed, anywhere?.least), plus(neededAtMost, anywhere?.most)),
    assumes: nodes[0]?.assumes ?? assumes,
  }
}

function plus(amount: Quantity, more: Quantity | undefined): Quantity {
  return more ? addQuantity(amount, more) : amount
}

function fitsIn(free: Quantity, least: Quantity, most: Quantity): boolean | undefined {
  if (compareQuantity(most, free) <= 0) return true
  return compareQuantity(least, free) > 0 ? false : undefined
}

function tiedRow(estate: Estate, pod: PodClass, node: string, resource: CountedResource): TiedRow[] {
  const claim = pod.claims.find(({ bound }) => bound === 'node')
  if (!claim || pod.kind === 'DaemonSet') return []
  const share = shareOf(estate, pod, node)
  // One volume for all: they stand where it is, all of them or none.
  const { least, most } = claim.perPod
    ? share
    : { least: share.least > 0 ? pod.count : 0, most: share.most > 0 ? pod.count : 0 }
  if (most === 0) return []
  return [{ ...requestRow(pod, resource, most), least, most, class: claim.class }]
}
