// Whether displaced pods certainly find no place: at most so many can be taken by nodes that are left, however kindly all
// others stand, and pods of lower priority gone where they may be preempted.

import { domainsAmong, pigeonholes } from '../placement/apart.ts'
import type { Member } from '../placement/board.ts'
import type { CompiledSpread } from '../placement/spread.ts'
import type { Ground } from './ground.ts'
import { hasRanks, mayPreempt, priorityOf } from './priority.ts'
import { type Scene, standsStill } from './scene.ts'
import { mostInEmptiest, nodesTaking, type SpreadNow, spreadNow, takesNone } from './spread-now.ts'
import { zonesOf } from './zones.ts'

/**
 * What leaves no place: no node that is left takes such pods; their volume is tied to what is lost; others from which they keep
 * apart stay everywhere; the pods that stay leave too little room; a spread rule counts a domain that stays empty.
 */
export type NoPlace = 'no node' | 'volume' | 'apart' | 'room' | 'spread'

export interface Most {
  /** So many of the displaced at most find a place. */
  readonly placed: number
  /** How many pods of the class certainly have none then, at least. */
  readonly without: number
  readonly by: NoPlace
  /** How many the nodes that are left hold at most, those that stood there before too. */
  readonly hold?: number
}

/** Undefined where nothing bounds them below the number that is displaced. */
export function mostMoved(scene: Scene, member: Member, displaced: number, home?: number): Most | undefined {
  const { ground, lost, isLost } = scene
  const roomy = roomyNodes(ground, member)
  const many = roomy.length - lost.filter((node) => member.eligible[node] === 1 && member.roomy[node] === 1).length
  if (many === 0) return { placed: 0, without: 1, by: 'no node' }
  if (isPlenty(scene, member, many)) return undefined
  const reached = withVolumes(scene, member, roomy, home)
  if (reached !== roomy && reached.every((node) => isLost[node] === 1)) return { placed: 0, without: 1, by: 'volume' }
  const most = ground.isObserved
    ? fromWhereSeen(scene, member, reached, displaced)
    : fromAnywhere(
        scene,
        member,
        reached.filter((node) => isLost[node] === 0),
        displaced,
      )
  return most && (most.placed < displaced || most.without > 0) ? most : undefined
}

/** A node for each pod of the class, where nothing was seen and only its own kind could keep one from it. */
function isPlenty({ ground }: Scene, member: Member, many: number): boolean {
  const isTied = member.pod.claims.some(({ bound }) => bound === 'node' || bound === 'zone')
  return !ground.isObserved && !isTied && ground.enemies[member.index]?.isByNode === true && many >= member.count
}

const roomyOf = new WeakMap<Member, Int32Array>()

/** Nodes that take a pod of the class when nothing else is there. */
function roomyNodes({ patterns }: Ground, member: Member): Int32Array {
  const nodes = patterns.nodes[patterns.of[member.index] ?? 0] ?? new Int32Array()
  const found = roomyOf.get(member) ?? nodes.filter((node) => member.roomy[node] === 1)
  roomyOf.set(member, found)
  return found
}

/** The nodes from which volumes can be reached that hold the pod to the node or the zone in which it stood. */
function withVolumes({ ground }: Scene, { pod }: Member, left: Int32Array, home: number | undefined): Int32Array {
  const { board, stand } = ground
  const { of } = zonesOf(board)
  let reached = left
  for (const { claim, bound, perPod } of pod.claims) {
    const at = perPod ? home : (stand.claims.get(`${pod.namespace}/${claim}`) ?? home)
    if (at === undefined || (bound !== 'node' && bound !== 'zone')) continue
    if (bound === 'node') reached = reached.filter((node) => node === at)
    // Where nobody says in which zone it is, it may be reached from anywhere.
    else if (of[at] !== -1) reached = inZone(reached, of, of[at] ?? -1)
  }
  return reached
}

const zones = new WeakMap<Int32Array, Map<number, Int32Array>>()

function inZone(nodes: Int32Array, of: Int32Array, zone: number): Int32Array {
  const known = zones.get(nodes) ?? new Map<number, Int32Array>()
  zones.set(nodes, known)
  const found = known.get(zone) ?? nodes.filter((node) => of[node] === zone)
  known.set(zone, found)
  return found
}

/**
 * Where all pods of the class stood before, those on nodes that are left stay there: what these nodes can hold, less the fewest
 * that stay. With `displaced` as the number of all its pods.
 */
function fromAnywhere(scene: Scene, member: Member, left: Int32Array, count: number): Most | undefined {
  const { lost } = scene
  const inside = lost.filter((node) => member.eligible[node] === 1)
  const bounds = [byApart(scene, member, left, inside), byRoom(scene, member, left, inside)]
  let best: Most | undefined
  for (const { outside, within, by } of bounds) {
    const staying = count - Math.min(count, within)
    const placed = Math.min(count, Math.max(0, outside - staying))
    const without = Math.max(0, count - outside)
    if (without > 0 && (!best || placed < best.placed)) best = { placed, without, by, hold: outside }
  }
  return best
}

interface Held {
  readonly outside: number
  readonly within: number
  readonly by: NoPlace
}

function byApart({ ground, state, lost }: Scene, member: Member, left: Int32Array, inside: readonly number[]): Held {
  const unbound: Held = { outside: Number.POSITIVE_INFINITY, within: Number.POSITIVE_INFINITY, by: 'apart' }
  const holes = member.keepsApart.length > 0 ? pigeonholes(ground.board, member, [...left, ...inside]) : undefined
  if (!holes) return unbound
  const { of } = holes.term.domains
  const home = state === 'silent' && lost.length === 1 ? of[lost[0] ?? -1] : undefined
  const open = domainsAmong(holes.term, [...left]).filter((domain) => domain !== home)
  return { outside: open.length, within: domainsAmong(holes.term, inside).length, by: 'apart' }
}

function byRoom({ ground }: Scene, member: Member, left: Int32Array, inside: readonly number[]): Held {
  const { room } = ground.board
  const asked = ground.asked[member.index] ?? []
  const hold = (nodes: Iterable<number>) => {
    let sum = 0
    for (const node of nodes) sum += mostOn(room[node], member.needs, asked)
    return sum
  }
  return { outside: hold(left), within: hold(inside), by: 'room' }
}

function mostOn(room: Float64Array | undefined, needs: Float64Array, asked: readonly number[]): number {
  let most = Number.POSITIVE_INFINITY
  for (let i = 0; i < asked.length; i++) {
    const r = asked[i] ?? 0
    most = Math.min(most, Math.floor((room?.[r] ?? 0) / (needs[r] ?? 1)))
  }
  return Math.max(0, most)
}

/** Beside pods that were seen, Terminating ones too, but for those that may be preempted. */
function fromWhereSeen(scene: Scene, member: Member, left: Int32Array, displaced: number): Most | undefined {
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
