// A packing found by trying: the most constrained pods first, each on the emptiest node that takes it. What it finds is a
// witness; what it does not find proves nothing.

import type { Board, Member } from './board.ts'
import { putInRounds, putSpread } from './rounds.ts'
import { emptyStand, fits, place, type Stand, spreadCounts } from './stand.ts'
import { bestOf } from './tightness.ts'

export interface Packing {
  readonly stand: Stand
  /** Per member: the node index of each pod placed, in the order of its pods. */
  readonly nodes: readonly (readonly number[])[]
}

export interface PackOptions {
  /** Per member: the nodes of pods that run already. */
  readonly standing?: readonly (readonly number[])[]
}

/** Places what runs already where it runs, then everything else. */
export function pack(board: Board, { standing = [] }: PackOptions = {}): Packing {
  const stand = emptyStand(board)
  const nodes: number[][] = board.members.map((_, index) => [...(standing[index] ?? [])])
  for (const member of board.members) for (const node of nodes[member.index] ?? []) place(stand, member, node)
  for (const member of board.members.filter(({ daemon }) => daemon)) putDaemon(stand, member, nodes[member.index] ?? [])
  for (const member of byConstraint(board)) putAll(stand, member, nodes[member.index] ?? [])
  return { stand, nodes }
}

function putAll(stand: Stand, member: Member, placed: number[]): void {
  if (placed.length >= member.count) return
  const { near, spread, pod } = member
  const isAlone = near.length === 0 && pod.claims.every(({ perPod }) => perPod)
  if (isAlone && spread.length > 0) return putSpread(stand, member, placed)
  if (isAlone && placed.length === 0) return putInRounds(stand, member, placed)
  const choose = chooser(stand, member)
  while (placed.length < member.count) {
    const node = choose()
    if (node === undefined) return
    place(stand, member, node)
    placed.push(node)
  }
}

/** Chooses for one pod of the class after the other. Where more pods never help, a node that refuses once is not asked again. */
function chooser(stand: Stand, member: Member): () => number | undefined {
  const { near, spread, pod } = member
  if (near.length + spread.length > 0 || pod.claims.some(({ perPod }) => !perPod)) return () => choose(stand, member)
  let open = [...stand.board.nodes.keys()].filter((node) => fits(stand, member, node))
  return () => {
    for (let best = bestOf(stand, member, open); best !== undefined; best = bestOf(stand, member, open)) {
      const node = best
      if (fits(stand, member, node)) return node
      open = open.filter((other) => other !== node)
    }
    return undefined
  }
}

export function putDaemon(stand: Stand, member: Member, placed: number[] = []): void {
  const seen = new Set(placed)
  stand.board.nodes.forEach((_, node) => {
    if (seen.has(node) || !fits(stand, member, node)) return
    place(stand, member, node)
    placed.push(node)
  })
}

/** The node that takes the pod, holds fewest of its class, and has most room; the first by name of equals. */
export function choose(stand: Stand, member: Member, among?: readonly number[]): number | undefined {
  const counts = member.spread.map((spread) => spreadCounts(stand, spread))
  const open = [...(among ?? stand.board.nodes.keys())].filter((node) => fits(stand, member, node, counts))
  return bestOf(stand, member, open)
}

/** Those that follow others last, jobs after what is always there; before that, fewest nodes first, then the largest. */
function byConstraint({ members, nodes }: Board): readonly Member[] {
  const isBound = ({ keepsApart, keptFrom, spread, ports }: Member) =>
    keepsApart.length + keptFrom.length + spread.length + ports.length > 0
  const key = (member: Member) => [
    member.pod.steady ? 0 : 1,
    member.near.length > 0 ? 1 : 0,
    member.eligible.reduce((sum, one) => sum + one, 0) / (nodes.length || 1),
    isBound(member) ? 0 : 1,
    -(member.needs[1] ?? 0),
    -(member.needs[2] ?? 0),
    member.index,
  ]
  const keys = new Map(members.map((member) => [member, key(member)]))
  const compare = (a: Member, b: Member) => {
    const left = keys.get(a) ?? []
    const right = keys.get(b) ?? []
    const at = left.findIndex((value, i) => value !== right[i])
    return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
  }
  return members.filter(({ daemon }) => !daemon).sort(compare)
}
