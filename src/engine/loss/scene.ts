// One failure: who is displaced by it, and all that may stand in the way of those.

import { takenOf } from '../capacity/node-room.ts'
import type { Board, Member } from '../placement/board.ts'
import { inUnits } from '../placement/node-table.ts'
import { staysOnSilentNode } from '../placement/tolerates.ts'
import { isBare } from '../pods/bare.ts'
import type { OneMore } from './beside-any.ts'
import type { Ground } from './ground.ts'

export interface Failure {
  /** Nodes by index, each once. */
  readonly lost: readonly number[]
  /** Silent: the nodes are there and answer no more, and what was evicted from them stays Terminating. Removed: both are gone. */
  readonly state: 'silent' | 'removed'
}

export interface Scene extends Failure {
  readonly ground: Ground
  readonly isLost: Uint8Array
  /** Per member with pods on the lost nodes: how many. Where nothing was seen: members that may have one there. */
  readonly gone: ReadonlyMap<number, number>
  /** Per member: pods that look for a node, displaced or pending. */
  readonly movers: ReadonlyMap<number, number>
  /** What movers ask for that may come to nodes of a pattern, per resource; and how many they are. */
  readonly weightOn: (pattern: number) => Weight
  /** Per resource: what ran on the lost nodes beside the pods of the estate, and may come after them. */
  readonly drift: Float64Array
  /** One more node is lost, and nobody says which: `weightOn` and `drift` hold the most that it may bring. */
  readonly oneMore?: OneMore
}

export interface Weight {
  readonly pods: number
  readonly asks: Float64Array
}

/** Whether another pod is made for one that stood on a lost node, before anybody fences it. */
export function isMovedFrom({ pod, daemon }: Pick<Member, 'pod' | 'daemon'>, state: Failure['state']): boolean {
  if (daemon || isBare(pod) || pod.keptBy === 'kubelet') return false
  return state === 'removed' || (pod.kind !== 'StatefulSet' && !staysOnSilentNode(pod.spec))
}

/** Whether a silent node's pod is evicted, and Terminating from then on. */
export function isTerminating({ pod, daemon }: Pick<Member, 'pod' | 'daemon'>): boolean {
  return !daemon && pod.keptBy !== 'kubelet' && !staysOnSilentNode(pod.spec)
}

export function sceneOf(ground: Ground, { lost, state }: Failure): Scene {
  const { board, isObserved, pending } = ground
  const isLost = new Uint8Array(board.nodes.length)
  for (const node of lost) isLost[node] = 1
  const gone = isObserved ? seenOn(ground, lost) : mayStandOn(ground, lost)
  const movers = isObserved ? displaced(ground, gone, state) : pendingOf(board, pending)
  return {
    ground,
    lost,
    state,
    isLost,
    gone,
    movers,
    weightOn: isObserved ? weighing(ground, movers) : weighingAll(ground, movers),
    drift: driftOf(board, lost),
  }
}

function seenOn({ on }: Ground, lost: readonly number[]): ReadonlyMap<number, number> {
  const gone = new Map<number, number>()
  for (const node of lost) for (const member of on[node] ?? []) gone.set(member, (gone.get(member) ?? 0) + 1)
  return gone
}

// By what the node lists, not by estimates: with those denied the pods stood there all the same.
function mayStandOn({ board }: Ground, lost: readonly number[]): ReadonlyMap<number, number> {
  const { members, rooms, resources } = board
  const whole = lost.map((node) => resources.map((resource, r) => wholeRoom(rooms[node]?.[r], resource)))
  const fits = ({ eligible, needs }: Member, at: number) =>
    eligible[lost[at] ?? -1] === 1 && needs.every((need, r) => need === 0 || need <= (whole[at]?.[r] ?? 0))
  const gone = new Map<number, number>()
  for (const member of members)
    if (member.count > 0 && !member.daemon && lost.some((_, at) => fits(member, at)))
      gone.set(member.index, member.count)
  return gone
}

function wholeRoom(room: Board['rooms'][number][number] | undefined, resource: string): number {
  return room ? inUnits(resource, room.allocatable) : 0
}

function displaced({ board, pending }: Ground, gone: ReadonlyMap<number, number>, state: Failure['state']) {
  const movers = new Map(pendingOf(board, pending))
  for (const [index, count] of gone) {
    const member = board.members[index]
    if (member && isMovedFrom(member, state)) movers.set(index, (movers.get(index) ?? 0) + count)
  }
  return movers
}

const waiting = new WeakMap<Int32Array, ReadonlyMap<number, number>>()

function pendingOf({ members }: Board, pending: Int32Array): ReadonlyMap<number, number> {
  const found = waiting.get(pending)
  if (found) return found
  const rows = members.filter(({ index }) => (pending[index] ?? 0) > 0)
  const made = new Map(rows.map(({ index }) => [index, pending[index] ?? 0]))
  waiting.set(pending, made)
  return made
}

const weightsOfAll = new WeakMap<Ground, Scene['weightOn']>()

function weighingAll(ground: Ground, movers: ReadonlyMap<number, number>): Scene['weightOn'] {
  const found = weightsOfAll.get(ground) ?? weighing(ground, movers)
  weightsOfAll.set(ground, found)
  return found
}

function weighing({ board, patterns }: Ground, movers: ReadonlyMap<number, number>): Scene['weightOn'] {
  const own = new Map<number, { pods: number; asks: Float64Array }>()
  for (const [index, count] of movers) {
    const pattern = patterns.of[index] ?? 0
    const weight = own.get(pattern) ?? { pods: 0, asks: new Float64Array(board.resources.length) }
    own.set(pattern, weight)
    addTo(weight, { pods: 1, asks: board.members[index]?.needs ?? weight.asks }, count)
  }
  const met = new Map<number, Weight>()
  return (pattern) => {
    const found = met.get(pattern)
    if (found) return found
    const made = { pods: 0, asks: new Float64Array(board.resources.length) }
    for (const [other, weight] of own) if (patterns.meet(pattern, other)) addTo(made, weight, 1)
    met.set(pattern, made)
    return made
  }
}

function addTo(sum: { pods: number; asks: Float64Array }, { pods, asks }: Weight, times: number): void {
  sum.pods += pods * times
  for (let r = 0; r < asks.length; r++) sum.asks[r] = (sum.asks[r] ?? 0) + (asks[r] ?? 0) * times
}

/** Nodes that hold a pod of the member, Terminating ones too. */
export function standsStill(scene: Scene, other: number): readonly number[] {
  const { ground, isLost, lost, state } = scene
  const owner = ground.board.members[other]
  const isThere = (node: number) => state === 'silent' || isLost[node] === 0
  if (owner?.daemon) return [...owner.eligible.keys()].filter((node) => owner.eligible[node] === 1 && isThere(node))
  if (ground.isObserved) return [...(ground.seats[other] ?? [])].filter(isThere)
  return state === 'silent' ? lost.filter((node) => owner?.eligible[node] === 1) : []
}

/** What was taken on the lost nodes, or in the cluster as a whole, may turn up on any other node. */
export function driftOf({ nodes, rooms, estate, resources }: Board, lost: readonly number[]): Float64Array {
  return Float64Array.from(resources, (resource, r) => {
    const whole = takenOf(estate.taken, resource)
    const own = lost.map((node) => (nodes[node] && rooms[node]?.[r]) || undefined)
    const said = own.reduce((sum, room) => sum + (room?.estimated ? inUnits(resource, room.taken) : 0), 0)
    return own.some((room) => room && !room.estimated) && whole ? said + inUnits(resource, whole) : said
  })
}
