// A set of nodes by what they have free: sorted once, then asked by halving.

import type { Stand } from '../placement/stand.ts'

export interface RoomIndex {
  /** In their order. */
  readonly nodes: Int32Array
  /**
   * The most nodes on which `need` of a resource no longer fits once others bring `weight` of it in all; `full` of them are so
   * by themselves.
   */
  readonly filled: (resource: number, need: number, weight: number) => { readonly full: number; readonly all: number }
  /** Per resource: what a node of the set has free on average; the scale of shares. */
  readonly scale: Float64Array
  /** The smallest share that a node has free of the resources asked: of all nodes together, and of the one that has most. */
  readonly shares: (asked: readonly number[]) => Shares
}

// Sums of large numbers are rounded: what is spent to the last bit is no proof.
const slack = 1 + 1e-9

const known = new WeakMap<Stand, WeakMap<Int32Array, RoomIndex>>()

/** One per set; what stands must not change from one question to the next. */
export function roomIndex(stand: Stand, nodes: Int32Array): RoomIndex {
  const sets = known.get(stand) ?? new WeakMap<Int32Array, RoomIndex>()
  known.set(stand, sets)
  const found = sets.get(nodes) ?? build(stand, nodes)
  sets.set(nodes, found)
  return found
}

export interface Shares {
  readonly sum: number
  readonly most: number
}

interface Column {
  readonly sorted: Float64Array
  readonly sums: Float64Array
}

function build({ free, board }: Stand, nodes: Int32Array): RoomIndex {
  const columns: Column[] = []
  const scale = Float64Array.from(board.resources, (_, r) => {
    const sum = nodes.reduce((total, node) => total + Math.max(0, free[node]?.[r] ?? 0), 0)
    return Math.max(1, sum / Math.max(1, nodes.length))
  })
  const byAsked = new Map<readonly number[], Shares>()
  return {
    nodes,
    scale,
    filled: (r, need, weight) => {
      const column = columns[r] ?? columnOf(nodes, free, r)
      columns[r] = column
      return filledIn(column, need, weight)
    },
    shares: (asked) => {
      const made = byAsked.get(asked) ?? sharesOf(nodes, free, asked, scale)
      byAsked.set(asked, made)
      return made
    },
  }
}

function columnOf(nodes: Int32Array, free: Stand['free'], r: number): Column {
  const sorted = Float64Array.from(nodes, (node) => free[node]?.[r] ?? 0).sort()
  const sums = new Float64Array(sorted.length + 1)
  for (let at = 0; at < sorted.length; at++) sums[at + 1] = (sums[at] ?? 0) + (sorted[at] ?? 0)
  return { sorted, sums }
}

function filledIn({ sorted, sums }: Column, need: number, weight: number): { full: number; all: number } {
  const full = firstAtLeast(sorted, need)
  const budget = weight * slack
  let low = full
  let high = sorted.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    // Each takes what it has free, less the pod that shall not fit, and one unit more.
    const cost = (sums[middle] ?? 0) - (sums[full] ?? 0) - (middle - full) * (need - 1)
    if (cost <= budget) low = middle
    else high = middle - 1
  }
  return { full, all: low }
}

function firstAtLeast(sorted: Float64Array, least: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

function sharesOf(nodes: Int32Array, free: Stand['free'], asked: readonly number[], scale: Float64Array): Shares {
  let [sum, most] = [0, 0]
  for (const node of nodes) {
    const share = Math.max(0, smallestShare(free[node], asked, scale))
    sum += share
    most = Math.max(most, share)
  }
  return { sum, most }
}

export function smallestShare(free: Float64Array | undefined, asked: readonly number[], scale: Float64Array): number {
  let least = Number.POSITIVE_INFINITY
  for (const r of asked) least = Math.min(least, (free?.[r] ?? 0) / (scale[r] ?? 1))
  return least
}

export function largestShare(asks: Float64Array, asked: readonly number[], scale: Float64Array): number {
  let most = 0
  for (const r of asked) most = Math.max(most, (asks[r] ?? 0) / (scale[r] ?? 1))
  return most
}
