// What becomes of the pods that one failure displaces: must, may or cannot, per class of equal pods, with what shows it.

import type { Assumption } from '../assumption.ts'
import type { Member } from '../placement/board.ts'
import { firstOfShape } from '../placement/shapes.ts'
import { movingVolumes } from '../placement/tied-volumes.ts'
import { usesWhen } from '../placement/unmodelled-uses.ts'
import { mostMoved } from './cannot-move.ts'
import { everyOrder, type Range, type Untried } from './every-order.ts'
import { mustMove } from './must-move.ts'
import type { RoomProof } from './never-full.ts'
import type { NoPlace } from './no-place.ts'
import { hasRanks, mayPreempt, priorityOf } from './priority.ts'
import { isMovedFrom, type Scene } from './scene.ts'
import { zonesOf } from './zones.ts'

/**
 * What keeps a class from a proof. `volume`: it may be tied to what is lost. `near`: it must stand near pods that may be gone.
 * `spread`: a spread rule leaves some of the nodes, and others may fill those. `room`: others may fill all nodes. `apart`:
 * pods that keep it away may stand on all of them. `outranked`: pods of higher priority may take its place. `unmodelled`: it
 * uses what nothing here follows.
 */
export type Doubt = 'volume' | 'near' | 'spread' | 'room' | 'apart' | 'outranked' | 'unmodelled'

export interface Displaced {
  readonly member: Member
  /** How many there are; where nothing was seen, at most. */
  readonly pods: number
  /** Of these, at least and at most so many are placed, as far as proofs go. */
  readonly least: number
  readonly most: number
  /** Pods of the class that certainly have no place then, at least. */
  readonly without: number
  /** With `apart` and `room`: how many pods of the class the nodes that are left hold at most. */
  readonly hold?: number
  /** What shows that all are placed, or that not all can be; absent where nothing does. */
  readonly proof?: RoomProof | NoPlace | 'search'
  /** An order in which not all of them are placed. */
  readonly failing?: Failing
  /** Why there is no proof that all are placed. */
  readonly doubt?: Doubt
  /** Why not every order was tried of what is neither proved nor shown. */
  readonly untried?: Untried
  readonly assumes: readonly Assumption[]
}

/** How pods stood before, and who went where since: then some of the displaced have no place. */
export type Failing = NonNullable<Range['failing']>

/** One row per class with pods on the lost nodes for which another is made, in the order of members. */
export function judge(scene: Scene, { tries = true }: { readonly tries?: boolean } = {}): readonly Displaced[] {
  const { board } = scene.ground
  const rows = [...scene.gone.keys()].sort((a, b) => a - b).flatMap((index) => rowOf(scene, board.members[index]) ?? [])
  return tries ? rows.map((row) => tried(scene, row)) : rows
}

const rowsKnown = new WeakMap<Scene, Map<number, Displaced>>()

/** The same for one class, by proofs alone; undefined where nothing is made anew of it. */
export function rowOf(scene: Scene, member: Member | undefined): Displaced | undefined {
  const { ground, gone, state } = scene
  const pods = member && gone.get(member.index)
  if (!pods || !isMovedFrom(member, state)) return undefined
  const known = rowsKnown.get(scene) ?? new Map<number, Displaced>()
  rowsKnown.set(scene, known)
  // Classes of one shape have one answer where nothing tells where they stand.
  const isAlike = !ground.isObserved && !hasRanks(ground.board)
  const shape = isAlike ? (firstOfShape(ground.board)[member.index] ?? member.index) : member.index
  const found = known.get(shape)
  if (found) return { ...found, member }
  const made = judgeOne(scene, member, pods)
  known.set(shape, made)
  return made
}

const ordersKnown = new WeakMap<Scene, ReturnType<typeof everyOrder>>()

/** The row once every order was tried, where its proofs leave it open. */
export function tried(scene: Scene, row: Displaced): Displaced {
  if (!isOpen(row)) return row
  const ranges = ordersKnown.get(scene) ?? everyOrder(scene)
  ordersKnown.set(scene, ranges)
  return typeof ranges === 'string' ? { ...row, untried: ranges } : withRange(scene, row, ranges.get(row.member.index))
}

/** All of them have a place, by proofs alone. */
export function isCertain(scene: Scene, member: Member): boolean {
  return !isUnsure(scene, member) && !isShaken(scene, member)
}

/** Neither are all of them sure of a place, nor is each without one. */
export function isOpen({ least, most, pods }: Displaced): boolean {
  return least < pods && most > 0
}

function withRange(scene: Scene, row: Displaced, range: Range | undefined): Displaced {
  if (!range) return row
  const { least, most, failing } = range
  // Where nothing was seen, how many are displaced differs: all of them are placed, or none is, or neither.
  const isSure = failing === undefined
  // Orders say nothing of what ran on the lost nodes beside the pods of the estate, and may take their places.
  if (isSure && scene.drift.some((amount) => amount > 0)) return { ...row, untried: 'taken' }
  if (isSure || most === 0) {
    const { doubt: _, ...rest } = row
    return { ...rest, least: isSure ? row.pods : 0, most: isSure ? row.pods : 0, proof: 'search' }
  }
  return { ...row, least: Math.min(least, row.pods - 1), most, failing }
}

const preemptors = new WeakMap<Scene, { readonly rank: number | undefined }>()

/**
 * The highest priority of those that may have to preempt; undefined where nothing has, or nobody is lower. With one, no pod
 * of lower priority is sure of its place.
 */
function preemptorIn(scene: Scene): number | undefined {
  const { board } = scene.ground
  if (!hasRanks(board)) return undefined
  const known = preemptors.get(scene)
  if (known) return known.rank
  const asked = new Set([...scene.gone.keys(), ...scene.movers.keys()])
  const able = [...asked].flatMap((index) => board.members[index] ?? []).filter(mayPreempt)
  const highest = able.sort((a, b) => priorityOf(b) - priorityOf(a)).find((member) => isUnsure(scene, member))
  const rank = highest && priorityOf(highest)
  preemptors.set(scene, { rank })
  return rank
}

function isUnsure(scene: Scene, member: Member): boolean {
  if (scene.gone.has(member.index) && isMovedFrom(member, scene.state))
    return homesOf(scene, member).some((home) => mustMove(scene, member, { home }) === undefined)
  return scene.movers.has(member.index) && mustMove(scene, member) === undefined
}

function judgeOne(scene: Scene, member: Member, pods: number): Displaced {
  const homes = homesOf(scene, member)
  const volumes = movingVolumes(scene.ground.board, member)
  const proofs = homes.map((home) => mustMove(scene, member, { home }))
  const isOutranked = isShaken(scene, member)
  if (proofs.every((proof) => proof !== undefined) && !isOutranked)
    return { member, pods, least: pods, most: pods, without: 0, proof: proofs[0], assumes: volumes }
  if (member.unmodelled.some(({ isOpen }) => isOpen))
    return { member, pods, least: 0, most: pods, without: 0, doubt: 'unmodelled', assumes: [] }
  const bounds = homes.map((home) => mostMoved(scene, member, pods, home))
  const most = Math.max(...bounds.map((bound) => bound?.placed ?? pods))
  const without = Math.min(...bounds.map((bound) => bound?.without ?? 0))
  const bound = bounds.find((one) => one !== undefined)
  const doubt = most > 0 ? doubtOf(scene, member, homes[0], isOutranked) : undefined
  return {
    member,
    pods,
    least: 0,
    most,
    without,
    ...(without > 0 && bound && { proof: bound.by, ...(bound.hold !== undefined && { hold: bound.hold }) }),
    ...(doubt && { doubt }),
    assumes: [],
  }
}

/** Whether somebody who preempts may take the place of the pod, or drive others there that it cannot drive away in turn. */
function isShaken(scene: Scene, member: Member): boolean {
  const { ground } = scene
  const { members } = ground.board
  // Who may have to preempt is asked only where that matters.
  const preemptor = ground.isObserved || member.near.length > 0 ? preemptorIn(scene) : undefined
  if (preemptor === undefined) return false
  const isBelow = (other: number) => priorityOf(members[other] ?? member) < preemptor
  const liked = member.near.flatMap(({ taken }) => taken)
  // Where nothing was seen, every pod that there is counts as one that looks for a node: wherever it is driven, a place is left.
  if (!ground.isObserved) return liked.some(isBelow)
  if (priorityOf(member) < preemptor || !mayPreempt(member)) return true
  const others = [
    ...(ground.enemies[member.index]?.all ?? []),
    ...liked,
    ...member.spread.flatMap(({ taken }) => taken),
  ]
  return others.some(isBelow)
}

/** The lost nodes that pods may have left volumes on, one of each zone; else it does not matter which. */
export function homesOf({ ground, lost }: Scene, { pod, eligible, index }: Member): readonly (number | undefined)[] {
  if (pod.claims.every(({ bound }) => bound !== 'node' && bound !== 'zone')) return [undefined]
  const { board, isObserved, seats } = ground
  const own = lost.filter((node) => (isObserved ? seats[index]?.includes(node) : eligible[node] === 1))
  const { of } = zonesOf(board)
  return [...Map.groupBy(own, (node) => of[node]).values()].flatMap(([first]) => first ?? [])
}

function doubtOf(scene: Scene, member: Member, home: number | undefined, isOutranked: boolean): Doubt {
  if (usesWhen(member, scene.state).length > 0) return 'unmodelled'
  const isSureBut = (...lift: string[]) => mustMove(scene, member, { lift, home }) !== undefined
  if (isOutranked && isSureBut()) return 'outranked'
  if (member.pod.claims.some(({ bound }) => bound === 'node' || bound === 'zone') && isSureBut('VolumeBinding'))
    return 'volume'
  if (member.near.length > 0) return 'near'
  if (member.spread.length > 0 && isSureBut('PodTopologySpread')) return 'spread'
  return isSureBut('PodTopologySpread', 'NodeResourcesFit') ? 'room' : 'apart'
}
