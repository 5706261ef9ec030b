// Whether displaced pods certainly find no place: at most so many can be taken by nodes that are left, however kindly all
// others stand, and pods of lower priority gone where they may be preempted.

import { domainsAmong, pigeonholes } from '../placement/apart.ts'
import type { Member } from '../placement/board.ts'
import type { Ground } from './ground.ts'
import { fromWhereSeen } from './most-beside.ts'
import { mostOn } from './most-on.ts'
import type { Most, NoPlace } from './no-place.ts'
import type { Scene } from './scene.ts'
import { zonesOf } from './zones.ts'

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
