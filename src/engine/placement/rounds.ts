// Many pods of one class at once, where one more of them never helps another: each node that refuses once is not asked again.

import type { Member } from './board.ts'
import { leastHeld, spreadRefusal } from './spread.ts'
import { bump, fitsBesideSpread, place, type Stand, spreadCounts } from './stand.ts'
import { bestOf, tightness } from './tightness.ts'

/** One on each node, those with most room first, the first by name of equals; then a second one, and so on. */
export function putInRounds(stand: Stand, member: Member, placed: number[]): void {
  let open = openNodes(stand, member)
  let round = open
  while (placed.length < member.count && open.length > 0) {
    const roomiest = mostRoom(stand, member, round, member.count - placed.length)
    const refused = new Set<number>()
    for (const node of roomiest) {
      if (!fitsBesideSpread(stand, member, node)) {
        refused.add(node)
        continue
      }
      place(stand, member, node)
      placed.push(node)
    }
    const asked = new Set(roomiest)
    if (refused.size > 0) open = open.filter((node) => !refused.has(node))
    round = round.filter((node) => !asked.has(node))
    if (round.length === 0) round = open
  }
}

/** One after the other where their spread rules let it go; nobody else moves meanwhile, so that the counts are kept. */
export function putSpread(stand: Stand, member: Member, placed: number[]): void {
  const counts = member.spread.map((spread) => spreadCounts(stand, spread))
  let open = openNodes(stand, member)
  while (placed.length < member.count) {
    const least = member.spread.map((spread, at) => leastHeld(spread, counts[at] ?? new Int32Array()))
    const within = open.filter((node) =>
      member.spread.every((spread, at) => !spreadRefusal(spread, node, counts[at] ?? new Int32Array(), least[at])),
    )
    const node = bestOf(stand, member, within)
    if (node === undefined) return
    if (!fitsBesideSpread(stand, member, node)) {
      open = open.filter((other) => other !== node)
      continue
    }
    place(stand, member, node)
    placed.push(node)
    for (const [at, { takesSelf, counted, domains }] of member.spread.entries())
      if (takesSelf && counted[node] === 1) bump(counts[at], domains.of[node], 1)
  }
}

function openNodes(stand: Stand, member: Member): readonly number[] {
  return [...stand.board.nodes.keys()].filter((node) => fitsBesideSpread(stand, member, node))
}

/** The nodes with most room, in that order; so many at most. */
function mostRoom(stand: Stand, member: Member, nodes: readonly number[], most: number): readonly number[] {
  const found: { node: number; room: number }[] = []
  for (const node of nodes) {
    const room = tightness(stand, member, node)
    const last = found.at(-1)
    if (last && found.length >= most && room <= last.room) continue
    let at = found.length
    while (at > 0 && (found[at - 1]?.room ?? 0) < room) at--
    found.splice(at, 0, { node, room })
    if (found.length > most) found.pop()
  }
  return found.map(({ node }) => node)
}
