// What the loss of one more node may add, whichever it is, where pods were seen: the most that any of them brings. A place that
// is sure beside that is sure beside each of them, and no pair has to be asked for it.

import type { Ground } from './ground.ts'
import { largestShare, type RoomIndex } from './room-index.ts'
import { driftOf, type Failure, isMovedFrom, type Scene, type Weight } from './scene.ts'

/** At most so much comes from one more lost node, whichever. */
export interface OneMore {
  /** Pods that keep a member from a node; the lost node itself is not counted. */
  readonly hostile: (member: number) => number
  /** Dominant shares by the scale of a set. */
  readonly shares: (within: RoomIndex, asked: readonly number[]) => number
}

/** A scene of one lost node, and another one beside it. */
export function besideAny(ground: Ground, state: Failure['state']): (scene: Scene) => Scene {
  const { board } = ground
  const moved = ground.on.map((members) => members.filter((index) => isMoved(ground, index, state)))
  const asks = mostOf(
    board.resources.length,
    moved.map((members) => asksOf(ground, members)),
  )
  const pods = moved.reduce((most, { length }) => Math.max(most, length), 0)
  const drift = mostOf(
    board.resources.length,
    [...moved.keys()].map((node) => driftOf(board, [node])),
  )
  const oneMore: OneMore = { hostile: mostHostile(ground), shares: mostShares(ground, moved) }
  return (scene) => ({
    ...scene,
    drift: plus(scene.drift, drift),
    weightOn: remembered((pattern) => {
      const own = scene.weightOn(pattern)
      return { pods: own.pods + pods, asks: plus(own.asks, asks) }
    }),
    oneMore,
  })
}

function isMoved({ board }: Ground, index: number, state: Failure['state']): boolean {
  const member = board.members[index]
  return member !== undefined && isMovedFrom(member, state)
}

function asksOf({ board }: Ground, members: Int32Array): Float64Array {
  const sum = new Float64Array(board.resources.length)
  for (const index of members)
    for (let r = 0; r < sum.length; r++) sum[r] = (sum[r] ?? 0) + (board.members[index]?.needs[r] ?? 0)
  return sum
}

function mostOf(resources: number, rows: readonly Float64Array[]): Float64Array {
  const most = new Float64Array(resources)
  for (const row of rows) for (let r = 0; r < resources; r++) most[r] = Math.max(most[r] ?? 0, row[r] ?? 0)
  return most
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((one, r) => one + (b[r] ?? 0))
}

function remembered(make: (pattern: number) => Weight): Scene['weightOn'] {
  const known: Weight[] = []
  return (pattern) => {
    const found = known[pattern] ?? make(pattern)
    known[pattern] = found
    return found
  }
}

function mostHostile({ enemies, seats }: Ground): OneMore['hostile'] {
  const known: number[] = []
  const build = (index: number) => {
    const on = new Map<number, number>()
    for (const other of enemies[index]?.all ?? [])
      for (const node of seats[other] ?? []) on.set(node, (on.get(node) ?? 0) + 1)
    return Math.max(0, ...on.values())
  }
  return (index) => {
    const found = known[index] ?? build(index)
    known[index] = found
    return found
  }
}

function mostShares({ board }: Ground, moved: readonly Int32Array[]): OneMore['shares'] {
  const known = new WeakMap<RoomIndex, Map<readonly number[], number>>()
  const build = ({ scale }: RoomIndex, asked: readonly number[]) => {
    const shares = board.members.map(({ needs }) => largestShare(needs, asked, scale))
    let most = 0
    for (const members of moved) {
      let sum = 0
      for (const index of members) sum += shares[index] ?? 0
      most = Math.max(most, sum)
    }
    return most
  }
  return (within, asked) => {
    const own = known.get(within) ?? new Map<readonly number[], number>()
    known.set(within, own)
    const found = own.get(asked) ?? build(within, asked)
    own.set(asked, found)
    return found
  }
}
