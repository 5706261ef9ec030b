// What a proof of a place adds up, for people: asked for where a row is shown, never while proofs are looked for.

import type { Member } from '../placement/board.ts'
import type { RoomProof } from './never-full.ts'
import type { RoomIndex } from './room-index.ts'
import type { Scene } from './scene.ts'

/** How much of one resource all others bring, in the units of the board, and how many nodes that fills at most. */
export interface Filled {
  readonly resource: string
  readonly brought: number
  readonly fills: number
}

export interface Sums {
  readonly by: RoomProof
  /** What is counted: nodes that are left and take the pod, or domains of such. */
  readonly of: 'nodes' | 'domains'
  readonly open: number
  /** Of these: so many at most are held by pods from which it keeps apart. */
  readonly held: number
  /** `requests`: resource by resource. */
  readonly filled?: readonly Filled[]
  /** `shares`: dominant shares of a node; `count`: pods. What others bring, and what it takes until no more pod fits. */
  readonly brought?: number
  readonly takes?: number
  /** The share of what it takes that the others lack: 1 where nobody can fill anything. */
  readonly spare: number
}

export interface Open {
  readonly of?: Sums['of']
  readonly open: number
  readonly held: number
}

/** `costs`: per resource, what it takes until no more pod fits on each node, in any order. */
export function byRequests(
  { of = 'nodes', open, held }: Open,
  rows: readonly (Filled & { costs: readonly number[] })[],
): Sums {
  const left = open - held
  const spares = rows.map(({ brought, costs }) => spareOf(brought, sumOfLeast(costs, left)))
  const filled = rows.map(({ resource, brought, fills }) => ({ resource, brought, fills }))
  return { by: 'requests', of, open, held, filled, spare: Math.min(1, ...spares) }
}

export function byAmount(by: 'shares' | 'count', open: Open, brought: number, takes: number): Sums {
  return {
    by,
    of: open.of ?? 'nodes',
    open: open.open,
    held: open.held,
    brought,
    takes,
    spare: spareOf(brought, takes),
  }
}

/** Over a set of nodes of which some are lost, `held` of the rest. */
export function requestsWithin(
  { ground, isLost, drift, weightOn }: Scene,
  { needs, index }: Member,
  within: RoomIndex,
  { nodes, held }: { readonly nodes: Iterable<number>; readonly held: number },
): Sums {
  const { asks } = weightOn(ground.patterns.of[index] ?? 0)
  const left = [...nodes].filter((node) => isLost[node] === 0)
  const rows = [...needs.entries()].flatMap(([r, need]) => {
    if (need === 0) return []
    const brought = (asks[r] ?? 0) - need + (drift[r] ?? 0)
    const costs = left.map((node) => Math.max(0, (ground.stand.free[node]?.[r] ?? 0) - need + 1))
    return [{ resource: ground.board.resources[r] ?? '', brought, fills: within.filled(r, need, brought).all, costs }]
  })
  return byRequests({ open: left.length, held }, rows)
}

function sumOfLeast(costs: readonly number[], many: number): number {
  return costs
    .toSorted((a, b) => a - b)
    .slice(0, Math.max(0, many))
    .reduce((sum, one) => sum + one, 0)
}

function spareOf(brought: number, takes: number): number {
  if (takes === Number.POSITIVE_INFINITY) return 1
  return takes > 0 ? Math.max(0, 1 - brought / takes) : 0
}
