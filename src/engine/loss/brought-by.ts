import type { Member } from '../placement/board.ts'
import { largestShare, type RoomIndex } from './room-index.ts'
import type { Scene } from './scene.ts'

const known = new WeakMap<Scene['weightOn'], WeakMap<RoomIndex, Map<string, number>>>()

/** Dominant shares of all that look for a node and may come where the member may, itself left out; by the scale of a set. */
export function broughtBy(scene: Scene, member: Member, within: RoomIndex, asked: readonly number[]): number {
  const tables = known.get(scene.weightOn) ?? new WeakMap<RoomIndex, Map<string, number>>()
  known.set(scene.weightOn, tables)
  const table = tables.get(within) ?? new Map<string, number>()
  tables.set(within, table)
  const pattern = scene.ground.patterns.of[member.index] ?? 0
  const key = `${pattern} ${asked.join()}`
  const all = table.get(key) ?? sharesOfAll(scene, pattern, within, asked)
  table.set(key, all)
  const drift = asked.reduce((sum, r) => sum + (scene.drift[r] ?? 0) / (within.scale[r] ?? 1), 0)
  return all + drift - largestShare(member.needs, asked, within.scale)
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
