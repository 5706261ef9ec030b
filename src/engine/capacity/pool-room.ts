// Room in a declared pool: allocatable minus what already takes it minus what the pods of its environments ask for.

import type { Estate, EstateNode } from '../../estate/estate.ts'
import {
  addQuantity,
  compareQuantity,
  type Quantity,
  scaleQuantity,
  subtractQuantity,
  zeroQuantity,
} from '../../kubernetes/quantity.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Assumption } from '../assumption.ts'
import { mayStandOn } from '../placement/eligible.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { allocatableOf, isUnsizedIn, type NodeRoom, nodeRoom, takenAssumption, takenOf } from './node-room.ts'
import type { TotalRow } from './total.ts'

export type CountedResource = 'cpu' | 'memory'

export interface RoomOptions {
  readonly resource: CountedResource
  /** A node that is away. */
  readonly without?: string
  readonly denied?: ReadonlySet<string>
}

export interface PoolRoom {
  readonly resource: CountedResource
  /** Its nodes without the one that is away, sorted. */
  readonly nodes: readonly NodeRoom[]
  readonly allocatable: Quantity
  readonly taken: Quantity
  /** Allocatable minus taken. */
  readonly free: Quantity
  /** Pods that are always there, of the environments that are declared to stand on the pool, and DaemonSets' pods on its nodes. */
  readonly requests: { readonly sum: Quantity; readonly rows: readonly PodRow[] }
  /** Free minus requests; below zero where the pool is too small. */
  readonly left: Quantity
  /** Where what is taken is known for the whole cluster only: how much of it may stand on the pool, and must. */
  readonly anywhere?: Anywhere
  /** Nodes of which nobody says how much they have. */
  readonly unsized: readonly string[]
  /** Undefined where it depends on where that stands, or nobody says how large a node is. */
  readonly fits: boolean | undefined
  readonly assumes: readonly Assumption[]
}

/** Taken somewhere in the cluster: of it `least` must and `most` may stand on some of its nodes. */
export interface Anywhere {
  readonly taken: Quantity
  readonly least: Quantity
  readonly most: Quantity
}

/** The sums of one pool (its name, or node names). Nodes that are not in the estate count nothing. */
export function poolRoom(
  estate: Estate,
  pods: readonly PodClass[],
  pool: string | readonly string[],
  { resource, without, denied }: RoomOptions,
): PoolRoom {
  const there = poolNodes(estate, pool).filter((node) => node.name !== without)
  const nodes = there.map((node) => nodeRoom(estate, node, resource, denied))
  const unsized = there.filter((node) => isUnsizedIn(node, resource)).map(({ name }) => name)
  const allocatable = sumQuantities(nodes.map((node) => node.allocatable))
  const taken = sumQuantities(nodes.map((node) => node.taken))
  const free = subtractQuantity(allocatable, taken)
  const rows = podsOfPool(estate, pods, pool).map(({ pod, replicas }) => requestRow(pod, resource, replicas))
  const requests = { sum: sumQuantities(rows.map(({ sum }) => sum)), rows }
  const left = subtractQuantity(free, requests.sum)
  const anywhere = takenAnywhere(estate, nodes, { resource, denied, lost: without })
  const fits = unsized.length > 0 ? undefined : fitsIn(left, anywhere)
  return {
    resource,
    nodes,
    allocatable,
    taken,
    free,
    requests,
    left,
    ...(anywhere && { anywhere }),
    unsized,
    fits,
    assumes: nodes[0]?.assumes ?? [],
  }
}

/**
 * What is taken somewhere stands on these nodes as far as they have room, and elsewhere as far as there is room elsewhere;
 * undefined where every estimate is a node's. A node that is `lost` holds nothing.
 */
export function takenAnywhere(
  estate: Estate,
  nodes: readonly NodeRoom[],
  { resource, denied, lost }: Pick<RoomOptions, 'resource' | 'denied'> & { readonly lost?: string },
): Anywhere | undefined {
  const taken = takenOf(estate.taken, resource)
  if (!taken || estate.nodes.some((node) => takenOf(node.taken, resource) !== undefined)) return undefined
  if (denied?.has(takenAssumption(estate).id)) return undefined
  const names = new Set(nodes.map(({ node }) => node))
  const inside = sumQuantities(nodes.map(({ allocatable }) => allocatable))
  const outside = sumQuantities(
    estate.nodes.filter(({ name }) => !names.has(name) && name !== lost).map((node) => allocatableOf(node, resource)),
  )
  const over = subtractQuantity(taken, outside)
  const least = over.nano > 0n ? over : { ...over, nano: 0n }
  return { taken, least, most: compareQuantity(taken, inside) < 0 ? taken : inside }
}

/** Whether what is left holds what is taken somewhere; undefined where it depends on where that stands. */
export function fitsIn(left: Quantity, anywhere: Anywhere | undefined): boolean | undefined {
  if (!anywhere) return left.nano >= 0n
  if (left.nano >= anywhere.most.nano) return true
  return left.nano < anywhere.least.nano ? false : undefined
}

/** The nodes of a pool, sorted by name. */
export function poolNodes(estate: Estate, pool: string | readonly string[]): readonly EstateNode[] {
  const names = typeof pool === 'string' ? (Object.hasOwn(estate.pools, pool) ? estate.pools[pool] : undefined) : pool
  return estate.nodes.filter(({ name }) => names?.includes(name)).sort((a, b) => byCodePoint(a.name, b.name))
}

export interface PoolPods {
  readonly pod: PodClass
  readonly replicas: number
}

/** Pods that are always there and stand on the pool: by declaration, or because they stand on every node. */
export function podsOfPool(
  estate: Estate,
  pods: readonly PodClass[],
  pool: string | readonly string[],
): readonly PoolPods[] {
  const nodes = new Set(poolNodes(estate, pool).map(({ name }) => name))
  const environments = new Set(
    estate.environments.filter((place) => standsOn(estate, place.pool, nodes)).map(({ name }) => name),
  )
  return pods
    .filter(({ steady }) => steady)
    .flatMap((pod): PoolPods[] => {
      if (pod.kind === 'DaemonSet')
        return [{ pod, replicas: mayStandOn(estate, pod).filter((node) => nodes.has(node)).length }]
      return pod.environment !== undefined && environments.has(pod.environment) ? [{ pod, replicas: pod.count }] : []
    })
    .filter(({ replicas }) => replicas > 0)
    .sort((a, b) => byCodePoint(a.pod.workload, b.pod.workload))
}

/** Whether all nodes that an environment is meant for are these; without a declared pool it stands on the whole cluster. */
export function standsOn(estate: Estate, pool: string | undefined, nodes: ReadonlySet<string>): boolean {
  const own = pool === undefined ? estate.nodes : poolNodes(estate, pool)
  return own.length > 0 && own.every(({ name }) => nodes.has(name))
}

/** A row of a sum: so many pods of a class, with the workload that makes them. */
export interface PodRow extends TotalRow {
  readonly pod: PodClass
}

/** What so many pods of a class ask of a resource; a row of nothing where they ask for none. */
export function requestRow(pod: PodClass, resource: string, count = pod.count): PodRow {
  const each = Object.hasOwn(pod.requests, resource) ? (pod.requests[resource] ?? zeroQuantity) : zeroQuantity
  return { name: pod.name, count, each, sum: scaleQuantity(each, count), source: pod.source, pod }
}

export function sumQuantities(amounts: readonly Quantity[]): Quantity {
  return amounts.reduce(addQuantity, zeroQuantity)
}
