import type { Member } from '../placement/board.ts'
import { largestShare, type RoomIndex } from './room-index.ts'
import type { Scene } from './scene.ts'

type Sums = Map<readonly number[], number[]>

const known = new WeakMap<Scene['weightOn'], WeakMap<RoomIndex, Sums>>()

/** Dominant shares of all that look for a node and may come where the member may, itself left out; by the scale of a set. */
export function broughtBy(scene: Scene, member: Member, within: RoomIndex, asked: readonly number[]): number {
  const tables = known.get(scene.weightOn) ?? new WeakMap<RoomIndex, Sums>()
  known.set(scene.weightOn, tables)
  const table: Sums = tables.get(within) ?? new Map()
  tables.set(within, table)
  const byPattern = table.get(asked) ?? []
  table.set(asked, byPattern)
  const pattern = scene.ground.patterns.of[member.index] ?? 0
  const all = byPattern[pattern] ?? sharesOfAll(scene, pattern, within, asked)
  byPattern[pattern] = all
  const drift = asked.reduce((sum, r) => sum + (scene.drift[r] ?? 0) / (within.scale[r] ?? 1), 0)
  const more = scene.oneMore?.shares(within, asked) ?? 0
  return all + more + drift - largestShare(member.needs, asked, within.scale)
}

function sharesOfAll(
  { ground, movers }: Scene,
  pattern: number,
  { scale }: RoomIndex,
  asked: readonly number[],
): number {
  const { patterns, board } = ground
  let sum = 0
  for (const [index, count] of movers) {
    const needs = board.members[index]?.needs
    if (needs && patterns.meet(pattern, patterns.of[index] ?? 0)) sum += largestShare(needs, asked, scale) * count
  }
  return sum
}
