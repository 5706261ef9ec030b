// What stands where: counters that answer whether one more pod fits on a node, exactly as the scheduler's filters do.

import { portsClash } from '../scheduling/host-ports.ts'
import type { Board, Member } from './board.ts'
import { spreadRefusal } from './spread.ts'

export interface Stand {
  readonly board: Board
  /** Per node, per resource: still free. */
  readonly free: readonly Float64Array[]
  /** Per node: how many pods of each member. */
  readonly on: readonly Int32Array[]
  /** Per term, per domain: pods that own the term, and pods that it takes. */
  readonly owners: readonly Int32Array[]
  readonly taken: readonly Int32Array[]
  /** Where claims that several pods share have been bound: node index, or zone. */
  readonly claims: Map<string, number>
}

export function emptyStand(board: Board): Stand {
  const perDomain = () => board.terms.map(({ domains }) => new Int32Array(domains.names.length))
  return {
    board,
    free: board.room.map((row) => Float64Array.from(row)),
    on: board.nodes.map(() => new Int32Array(board.members.length)),
    owners: perDomain(),
    taken: perDomain(),
    claims: new Map(),
  }
}

/** Whether one more pod of a member may go to a node now; `counts` are its spread rules' when they are at hand. */
export function fits(stand: Stand, member: Member, node: number, counts?: readonly Int32Array[]): boolean {
  return (
    fitsBesideSpread(stand, member, node) &&
    member.spread.every(
      (spread, at) => spreadRefusal(spread, node, counts?.[at] ?? spreadCounts(stand, spread)) === undefined,
    )
  )
}

/** The same, its spread rules aside. */
export function fitsBesideSpread(stand: Stand, member: Member, node: number): boolean {
  return (
    member.eligible[node] === 1 &&
    hasRoom(stand, member, node) &&
    isApart(stand, member, node) &&
    isNear(stand, member, node) &&
    hasPorts(stand, member, node) &&
    hasClaims(stand, member, node)
  )
}

/** Puts a pod there without asking; `fits` asks. */
export function place(stand: Stand, member: Member, node: number, by: 1 | -1 = 1): void {
  const { board, free, on, owners, taken } = stand
  const room = free[node]
  const here = on[node]
  if (!room || !here) return
  member.needs.forEach((need, r) => {
    room[r] = (room[r] ?? 0) - by * need
  })
  here[member.index] = (here[member.index] ?? 0) + by
  for (const term of member.keepsApart) bump(owners[term], board.terms[term]?.domains.of[node], by)
  for (const term of member.keptFrom) bump(taken[term], board.terms[term]?.domains.of[node], by)
  if (by === 1) bindClaims(stand, member, node)
}

export function bump(counts: Int32Array | undefined, domain: number | undefined, by: number): void {
  if (counts && domain !== undefined && domain !== -1) counts[domain] = (counts[domain] ?? 0) + by
}

function hasRoom({ free }: Stand, { needs }: Member, node: number): boolean {
  const room = free[node]
  // What asks for nothing fits even where more is taken than there is.
  if (room === undefined) return false
  for (let r = 0; r < needs.length; r++) {
    const need = needs[r] ?? 0
    if (need > 0 && need > (room[r] ?? 0)) return false
  }
  return true
}

function isApart({ board, owners, taken }: Stand, member: Member, node: number): boolean {
  const isFree = (counts: Int32Array | undefined, term: number) => {
    const domain = board.terms[term]?.domains.of[node] ?? -1
    return domain === -1 || (counts?.[domain] ?? 0) === 0
  }
  return (
    member.keepsApart.every((term) => isFree(taken[term], term)) &&
    member.keptFrom.every((term) => isFree(owners[term], term))
  )
}

// The first of pods that are to stand near their like may go anywhere (interpodaffinity/filtering.go:382).
function isNear(stand: Stand, { near, pod }: Member, node: number): boolean {
  if (near.length === 0) return true
  if (near.some(({ domains }) => domains.of[node] === -1)) return false
  const { board, on } = stand
  const [first, ...rest] = near
  const liked = (first?.taken ?? []).filter((other) => rest.every(({ taken }) => taken.includes(other)))
  const at = board.nodes.flatMap((_, n) => (liked.some((other) => (on[n]?.[other] ?? 0) > 0) ? [n] : []))
  const isReached = near.every(({ domains }) => at.some((n) => domains.of[n] === domains.of[node]))
  if (isReached) return true
  // Nodes without the key count for nobody.
  const isNowhere = at.every((n) => near.every(({ domains }) => domains.of[n] === -1))
  return isNowhere && near.every(({ term }) => term.takes(pod))
}

function hasPorts({ board, on }: Stand, { ports, index }: Member, node: number): boolean {
  if (ports.length === 0) return true
  return board.members.every(
    (other) =>
      (on[node]?.[other.index] ?? 0) === 0 ||
      (other.index === index ? false : !other.ports.some((theirs) => ports.some((port) => portsClash(port, theirs)))),
  )
}

/** Per domain of a spread rule: pods on counted nodes that it takes. */
export function spreadCounts({ board, on }: Stand, spread: Member['spread'][number]): Int32Array {
  const holds = new Int32Array(spread.domains.names.length)
  board.nodes.forEach((_, node) => {
    if (spread.counted[node] !== 1) return
    const count = spread.taken.reduce((sum, other) => sum + (on[node]?.[other] ?? 0), 0)
    bump(holds, spread.domains.of[node], count)
  })
  return holds
}

function hasClaims({ board, claims }: Stand, { pod }: Member, node: number): boolean {
  return sharedClaims(pod).every(({ key, bound }) => {
    const at = claims.get(key)
    return at === undefined || at === node || (bound === 'zone' && sameZone(board, at, node))
  })
}

function bindClaims({ claims }: Stand, { pod }: Member, node: number): void {
  for (const { key } of sharedClaims(pod)) if (!claims.has(key)) claims.set(key, node)
}

function sharedClaims({ namespace, claims }: Member['pod']): { key: string; bound: string }[] {
  return claims
    .filter(({ perPod, bound }) => !perPod && (bound === 'node' || bound === 'zone'))
    .map(({ claim, bound }) => ({ key: `${namespace}/${claim}`, bound }))
}

function sameZone({ nodes }: Board, a: number, b: number): boolean {
  const zone = nodes[a]?.zone
  return zone !== undefined && zone === nodes[b]?.zone
}
