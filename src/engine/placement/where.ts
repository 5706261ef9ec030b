// What runs where: as a picture of the cluster shows it, and where nobody shows it, one placement of those that may come about.

import type { Estate } from '../../estate/estate.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Board, boardOf, type Member } from './board.ts'
import type { NodeAnswer } from './eligible.ts'
import { pack } from './pack.ts'
import { place, type Stand } from './stand.ts'
import { standRefusals } from './stand-refusals.ts'

export interface Placement {
  /** Whether pods were seen on nodes. */
  readonly isObserved: boolean
  readonly board: Board
  readonly stand: Stand
  /** Per member, in its order. */
  readonly pods: readonly PlacedPods[]
}

export interface PlacedPods {
  readonly member: Member
  readonly placed: readonly { readonly pod: string; readonly node: string; readonly isSeen: boolean }[]
  /** Pods without a place, by name. */
  readonly unplaced: readonly string[]
}

export function placementOf(estate: Estate, pods: readonly PodClass[]): Placement {
  const board = boardOf(estate, pods)
  const at = new Map(board.nodes.map(({ name }, node) => [name, node]))
  const seen = board.members.map((member) => seenOf(member, at))
  const packing = pack(board, { standing: seen.map((row) => row.map(({ node }) => node)) })
  return {
    isObserved: seen.some((row) => row.length > 0),
    board,
    stand: packing.stand,
    pods: board.members.map((member) =>
      namesOf(board, member, seen[member.index] ?? [], packing.nodes[member.index] ?? []),
    ),
  }
}

interface Seen {
  readonly pod: string
  readonly node: number
}

function seenOf({ pod }: Member, at: ReadonlyMap<string, number>): readonly Seen[] {
  return (pod.standing ?? []).flatMap(({ pod: name, node }) => {
    const found = at.get(node)
    return found === undefined ? [] : [{ pod: name, node: found }]
  })
}

function namesOf(board: Board, member: Member, seen: readonly Seen[], nodes: readonly number[]): PlacedPods {
  const taken = new Set(seen.map(({ pod }) => pod))
  const free = member.pod.podNames.filter((name) => !taken.has(name))
  const others = nodes.slice(seen.length)
  const nameOf = (node: number) => board.nodes[node]?.name ?? ''
  return {
    member,
    placed: [
      ...seen.map(({ pod, node }) => ({ pod, node: nameOf(node), isSeen: true })),
      ...others.map((node, at) => ({ pod: free[at] ?? member.pod.name, node: nameOf(node), isSeen: false })),
    ],
    unplaced: free.slice(others.length, Math.max(0, member.count - seen.length)),
  }
}

/** Per node, sorted by name: why it takes no pod of the class beside all others; one pod of its own is looked away from. */
export function whyNot(
  { board, stand }: Placement,
  member: Member,
): readonly (NodeAnswer & { readonly holds: number })[] {
  const home = board.nodes.findIndex((_, node) => (stand.on[node]?.[member.index] ?? 0) > 0)
  const isWhole = board.nodes.reduce((sum, _, node) => sum + (stand.on[node]?.[member.index] ?? 0), 0) >= member.count
  if (isWhole && home !== -1) place(stand, member, home, -1)
  const answers = board.nodes.map(({ name }, node) => ({
    node: name,
    refused: standRefusals(stand, member, node),
    holds: (stand.on[node]?.[member.index] ?? 0) + (isWhole && node === home ? 1 : 0),
  }))
  if (isWhole && home !== -1) place(stand, member, home)
  return answers
}
