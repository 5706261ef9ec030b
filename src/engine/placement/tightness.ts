import type { Member } from './board.ts'
import type { Stand } from './stand.ts'

/** How many more pods of the class the node has room for. */
export function tightness({ free }: Stand, { needs }: Member, node: number): number {
  const room = free[node]
  let least = Number.POSITIVE_INFINITY
  for (let r = 0; r < needs.length; r++) {
    const need = needs[r] ?? 0
    if (need > 0) least = Math.min(least, (room?.[r] ?? 0) / need)
  }
  return least
}

/** The node that holds fewest pods of the class, and of those the one with most room; the first by name of equals. */
export function bestOf(stand: Stand, member: Member, among: readonly number[]): number | undefined {
  let best: number | undefined
  let bestSame = 0
  let bestRoom = 0
  for (const node of among) {
    const same = stand.on[node]?.[member.index] ?? 0
    if (best !== undefined && same > bestSame) continue
    const room = tightness(stand, member, node)
    if (best !== undefined && same === bestSame && room <= bestRoom) continue
    best = node
    bestSame = same
    bestRoom = room
  }
  return best
}
