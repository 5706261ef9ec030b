// What becomes of the pods that one failure displaces: must, may or cannot, per class of equal pods, with what shows it.

import type { Assumption } from '../assumption.ts'
import type { Member } from '../placement/board.ts'
import { firstOfShape } from '../placement/shapes.ts'
import { movingVolumes } from '../placement/tied-volumes.ts'
import { usesWhen } from '../placement/unmodelled-uses.ts'
import { mostMoved, type NoPlace } from './cannot-move.ts'
import { everyOrder, type Range, type Untried } from './every-order.ts'
import { mustMove } from './must-move.ts'
import type { RoomProof } from './never-full.ts'
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
  const first = judgeAll(scene, undefined)
  const preemptor = strongest(first)
  const rows = preemptor === undefined ? rowsOf(first) : rowsOf(judgeAll(scene, preemptor))
  const isOpen = ({ least, most, pods }: Displaced) => least < pods && most > 0
  if (!tries || !rows.some(isOpen)) return rows
  const ranges = everyOrder(scene)
  return rows.map((row) => {
    if (!isOpen(row)) return row
    return typeof ranges === 'string' ? { ...row, untried: ranges } : withRange(row, ranges.get(row.member.index))
  })
}

function withRange(row: Displaced, range: Range | undefined): Displaced {
  if (!range) return row
  const { least, most, failing } = range
  // Where nothing was seen, how many are displaced differs: all of them are placed, or none is, or neither.
  const isSure = failing === undefined
  if (isSure || most === 0) {
    const { doubt: _, ...rest } = row
    return { ...rest, least: isSure ? row.pods : 0, most: isSure ? row.pods : 0, proof: 'search' }
  }
  return { ...row, least: Math.min(least, row.pods - 1), most, failing }
}

interface Judged {
  readonly member: Member
  readonly row?: Displaced
  /** It certainly finds a place without anybody else losing one. */
  readonly isSure: boolean
}

function rowsOf(judged: readonly Judged[]): readonly Displaced[] {
  return judged.flatMap(({ row }) => row ?? [])
}

/** The highest priority of what may have to preempt; undefined where nothing has, or nobody is lower. */
function strongest(judged: readonly Judged[]): number | undefined {
  const unsure = judged.filter(({ isSure, member }) => !isSure && mayPreempt(member)).map(({ member }) => member)
  if (unsure.length === 0) return undefined
  return Math.max(...unsure.map(priorityOf))
}

/** With somebody who may preempt, no pod of lower priority is sure of its place. */
function judgeAll(scene: Scene, preemptor: number | undefined): readonly Judged[] {
  const { ground, gone, movers, state } = scene
  const { members } = ground.board
  const isRanked = hasRanks(ground.board)
  const judged: Judged[] = []
  const alike = ground.isObserved || isRanked ? undefined : firstOfShape(ground.board)
  const rows = new Map<number, Displaced>()
  const asked = new Set([...gone.keys(), ...(isRanked ? movers.keys() : [])])
  for (const index of [...asked].sort((a, b) => a - b)) {
    const member = members[index]
    if (!member) continue
    const isGone = gone.has(index) && isMovedFrom(member, state)
    if (isGone) {
      const shape = alike?.[index] ?? index
      const known = rows.get(shape)
      const row = known ? { ...known, member } : judgeOne(scene, member, gone.get(index) ?? 0, preemptor)
      rows.set(shape, row)
      judged.push({ member, row, isSure: row.least === row.pods })
    } else if (isRanked && movers.has(index)) judged.push({ member, isSure: mustMove(scene, member) !== undefined })
  }
  return judged
}

function judgeOne(scene: Scene, member: Member, pods: number, preemptor: number | undefined): Displaced {
  const homes = homesOf(scene, member)
  const volumes = movingVolumes(scene.ground.board, member)
  const proofs = homes.map((home) => mustMove(scene, member, { home }))
  const isOutranked = preemptor !== undefined && hasRanks(scene.ground.board) && isShaken(scene, member, preemptor)
  if (proofs.every((proof) => proof !== undefined) && !isOutranked)
    return { member, pods, least: pods, most: pods, without: 0, proof: proofs[0], assumes: volumes }
  if (member.unmodelled.some(({ isOpen }) => isOpen))
    return { member, pods, least: 0, most: pods, without: 0, doubt: 'unmodelled', assumes: [] }
  const bounds = homes.map((home) => mostMoved(scene, member, pods, home))
  const most = Math.max(...bounds.map((bound) => bound?.placed ?? pods))
  const without = Math.min(...bounds.map((bound) => bound?.without ?? 0))
  const proof = bounds.find((bound) => bound !== undefined)?.by
  const doubt = most > 0 ? doubtOf(scene, member, homes[0], isOutranked) : undefined
  return {
    member,
    pods,
    least: 0,
    most,
    without,
    ...(without > 0 && proof && { proof }),
    ...(doubt && { doubt }),
    assumes: [],
  }
}

/** Whether somebody who preempts may take the place of the pod, or drive others there that it cannot drive away in turn. */
function isShaken({ ground }: Scene, member: Member, preemptor: number): boolean {
  const { members } = ground.board
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
