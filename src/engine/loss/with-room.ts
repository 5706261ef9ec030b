import type { Member } from '../placement/board.ts'
import type { Ground } from './ground.ts'

const known = new WeakMap<Ground, Map<string, WeakMap<Int32Array, Int32Array>>>()

/** Those of a set that have room for a pod of the class beside what stands; the same array for all that ask for as much. */
export function withRoom(ground: Ground, { needs, index }: Member, nodes: Int32Array): Int32Array {
  const byNeeds = known.get(ground) ?? new Map<string, WeakMap<Int32Array, Int32Array>>()
  known.set(ground, byNeeds)
  const key = needs.join()
  const sets = byNeeds.get(key) ?? new WeakMap<Int32Array, Int32Array>()
  byNeeds.set(key, sets)
  const { free } = ground.stand
  const asked = ground.asked[index] ?? []
  const found = sets.get(nodes) ?? nodes.filter((node) => asked.every((r) => (needs[r] ?? 0) <= (free[node]?.[r] ?? 0)))
  sets.set(nodes, found)
  return found
}
