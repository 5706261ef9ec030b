// How many displaced pods find a place at most beside those that were seen, but for what they may preempt.

import { pigeonholes } from '../placement/apart.ts'
import type { Member } from '../placement/board.ts'
import type { CompiledSpread } from '../placement/spread.ts'
import { mostOn } from './most-on.ts'
import type { Most } from './no-place.ts'
import { hasRanks, mayPreempt, priorityOf } from './priority.ts'
import { type Scene, standsStill } from './scene.ts'
import { mostInEmptiest, nodesTaking, type SpreadNow, spreadNow, takesNone } from './spread-now.ts'

/** Beside pods that were seen, Terminating ones too, but for those that may be preempted. */
export function fromWhereSeen(scene: Scene, member: Member, left: Int32Array, displaced: number): Most | undefined {
  const { board, enemies } = scene.ground
  const roomOn = roomBeside(scene, member)
  const stays = staying(scene, member)
  const { conflicts = [], clashing = [] } = enemies[member.index] ?? {}
  const held = conflicts.map(({ domains, by }) => {
    const nodes = by.flatMap((other) => standsStill(scene, other).filter((node) => stays(other, node)))
    return { of: domains.of, held: new Set(nodes.map((node) => domains.of[node] ?? -1)) }
  })
  const ports = new Set(clashing.flatMap((other) => standsStill(scene, other).filter((node) => stays(other, node))))
  const rules = member.spread.map((spread) => {
    const now = spreadNow(scene, member, spread)
    return { spread, of: spread.domains.of, now, most: mostInEmptiest(scene, spread, now) }
  })
  const isSpreadOut = rules.some((rule) => takesNowhere(scene, member, rule))
  const holes =
    member.keepsApart.length > 0 ? pigeonholes(board, member, leftOf(scene, left))?.term.domains.of : undefined
  const domains = new Set<number>()
  let [roomy, apart, room] = [0, 0, 0]
  for (const node of left) {
    const here = scene.isLost[node] === 1 ? 0 : roomOn(node)
    if (here === 0) continue
    roomy++
    if (ports.has(node) || held.some(({ of, held: full }) => of[node] !== -1 && full.has(of[node] ?? -1))) continue
    apart++
    if (isSpreadOut) return { placed: 0, without: 1, by: 'spread' }
    if (rules.some(({ spread, of, now, most }) => takesNone(now, spread, of[node] ?? -1, most))) continue
    room += here
    if (holes) domains.add(holes[node] ?? -1)
    if (room >= displaced && (!holes || domains.size >= displaced)) return undefined
  }
  const placed = Math.min(room, holes ? domains.size : room)
  const by = placed > 0 ? (placed < room ? 'apart' : 'room') : roomy === 0 ? 'room' : apart === 0 ? 'apart' : 'spread'
  return { placed, without: placed === 0 ? 1 : displaced - placed, by }
}

interface Spread {
  readonly spread: CompiledSpread
  readonly now: SpreadNow
  readonly most: number
}

/** Whether no domain can take a pod, however many the emptiest comes to hold. */
function takesNowhere({ ground: { patterns } }: Scene, { index }: Member, { spread, now, most }: Spread): boolean {
  return nodesTaking(now, spread, patterns.sizes(patterns.of[index] ?? 0, spread.domains), most) === 0
}

function leftOf({ isLost }: Scene, nodes: Int32Array): readonly number[] {
  return [...nodes].filter((node) => isLost[node] === 0)
}

/** Whether a pod stays whatever the member may preempt; what is Terminating elsewhere is nobody's to take away. */
function staying({ ground, isLost, movers }: Scene, member: Member): (other: number, node: number) => boolean {
  let least = Number.NEGATIVE_INFINITY
  // What somebody else drives away may leave its place to this one.
  for (const other of hasRanks(ground.board) ? movers.keys() : []) {
    const mover = ground.board.members[other]
    if (mover && mayPreempt(mover)) least = Math.max(least, priorityOf(mover))
  }
  if (mayPreempt(member)) least = Math.max(least, priorityOf(member))
  return (other, node) => {
    const owner = ground.board.members[other]
    return isLost[node] === 1 || (owner !== undefined && priorityOf(owner) >= least)
  }
}

/** How many pods of the member a node has room for beside those that stay. */
function roomBeside(scene: Scene, member: Member): (node: number) => number {
  const { board, on, stand } = scene.ground
  const asked = scene.ground.asked[member.index] ?? []
  if (!hasRanks(board)) return (node) => mostOn(stand.free[node], member.needs, asked)
  const stays = staying(scene, member)
  return (node) => {
    const away = (on[node] ?? []).filter((other) => !stays(other, node))
    if (away.length === 0) return mostOn(stand.free[node], member.needs, asked)
    const room = Float64Array.from(stand.free[node] ?? [])
    for (const other of away)
      for (let r = 0; r < room.length; r++) room[r] = (room[r] ?? 0) + (board.members[other]?.needs[r] ?? 0)
    return mostOn(room, member.needs, asked)
  }
}
