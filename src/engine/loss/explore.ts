// Everything in which placing pods one after the other may end, whichever is tried first and whichever node takes it.

import type { Member } from '../placement/board.ts'
import type { CompiledSpread } from '../placement/spread.ts'
import { fitsBesideSpread, place, type Stand } from '../placement/stand.ts'
import type { Ground } from './ground.ts'

/** One pod of a member goes to a node. */
export interface Step {
  readonly member: number
  readonly node: number
}

/** The stand as it is being tried, and what the failure makes of nodes. */
export interface Trying {
  readonly stand: Stand
  readonly isClosed: (node: number) => boolean
  /** Whether a spread rule looks away from the node. */
  readonly isAway: (member: Member, spread: CompiledSpread, node: number) => boolean
  /** Whether the pods of a member on the node are Terminating. */
  readonly isEnding: (member: number, node: number) => boolean
}

/** Calls `end` with the path to everything in which placing pods may end; false where the budget does not do. */
export function explore(
  { board }: Ground,
  trying: Trying,
  left: Int32Array,
  budget: { left: number },
  end: (path: readonly Step[]) => void,
): boolean {
  const seen = new Set<string>()
  const path: Step[] = []
  const counts = new Int32Array(board.members.length * board.nodes.length)
  const visit = (): boolean => {
    const key = counts.join()
    if (seen.has(key)) return true
    seen.add(key)
    if (budget.left-- <= 0) return false
    let isEnd = true
    for (const member of board.members) {
      if ((left[member.index] ?? 0) === 0) continue
      for (let node = 0; node < board.nodes.length; node++) {
        if (!takes(trying, member, node)) continue
        isEnd = false
        const at = member.index * board.nodes.length + node
        place(trying.stand, member, node)
        left[member.index] = (left[member.index] ?? 0) - 1
        counts[at] = (counts[at] ?? 0) + 1
        path.push({ member: member.index, node })
        const isDone = visit()
        path.pop()
        counts[at] = (counts[at] ?? 0) - 1
        left[member.index] = (left[member.index] ?? 0) + 1
        place(trying.stand, member, node, -1)
        if (!isDone) return false
      }
    }
    if (isEnd) end(path)
    return true
  }
  return visit()
}

function takes(trying: Trying, member: Member, node: number): boolean {
  if (trying.isClosed(node) || !fitsBesideSpread(trying.stand, member, node)) return false
  return member.spread.every((spread) => isWithinSkew(trying, member, spread, node))
}

function isWithinSkew(
  { stand, isAway, isEnding }: Trying,
  member: Member,
  spread: CompiledSpread,
  node: number,
): boolean {
  const { rule, domains, counted, taken, takesSelf } = spread
  const own = domains.of[node] ?? -1
  if (own === -1) return false
  const holds = new Map<number, number>()
  for (let at = 0; at < stand.board.nodes.length; at++) {
    if (counted[at] !== 1 || isAway(member, spread, at)) continue
    const domain = domains.of[at] ?? -1
    let here = holds.get(domain) ?? 0
    for (const other of taken) if (!isEnding(other, at)) here += stand.on[at]?.[other] ?? 0
    holds.set(domain, here)
  }
  const least = holds.size < rule.minDomains ? 0 : Math.min(...holds.values())
  return (holds.get(own) ?? 0) + (takesSelf ? 1 : 0) - least <= rule.maxSkew
}
