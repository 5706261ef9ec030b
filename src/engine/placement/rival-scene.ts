// All that may stand in the way of one displaced pod on the nodes that are open to it.

import { takenOf } from '../capacity/node-room.ts'
import type { Board, Member } from './board.ts'
import { inUnits } from './node-table.ts'
import type { RefusalOptions } from './refusals.ts'
import { type Rivalry, rivalryOf } from './rivalry.ts'
import { portsClash } from './rules.ts'

export interface Scene {
  readonly board: Board
  readonly member: Member
  readonly rivalry: Rivalry
  readonly countsRoom: boolean
  /** Open nodes that no Terminating pod and no daemon blocks, joined where one pod may block several. */
  readonly groups: readonly (readonly number[])[]
  /** Classes that keep the member away, or that it keeps away: one such pod blocks a node, or more. */
  readonly hostile: readonly Member[]
  readonly hostilePods: number
  /** How many other pods there are, and per resource what they ask for, of those that take an open node. */
  readonly rivals: number
  readonly weight: Float64Array
  /** Per resource: what ran on the lost node beside the pods of the estate, and may come after them. */
  readonly drift: readonly number[]
}

export function sceneOf(
  board: Board,
  member: Member,
  lost: number,
  open: readonly number[],
  { lift = [] }: RefusalOptions,
): Scene {
  const rivalry = rivalryOf(board)
  const countsRoom = !lift.includes('NodeResourcesFit')
  const conflicts = lift.includes('InterPodAffinity') ? [] : conflictsOf(board, member, rivalry)
  const clashing = lift.includes('NodePorts') ? [] : board.members.filter((other) => clashes(member, other))
  const enemies = [...new Set([...conflicts.flatMap(({ by }) => by), ...clashing])]
  const isBlocked = (node: number) =>
    conflicts.some(
      ({ of, by }) => of[node] !== -1 && of[node] === of[lost] && by.some(({ eligible }) => eligible[lost] === 1),
    ) ||
    enemies.some(({ daemon, eligible }) => daemon && eligible[node] === 1) ||
    (countsRoom && member.needs.some((need, r) => need > 0 && need > (rivalry.left[node]?.[r] ?? 0)))
  const free = open.filter((node) => !isBlocked(node))
  const hostile = enemies.filter((other) => !other.daemon && (other !== member || member.count > 1))
  const near = rivalry.patterns.filter(({ eligible }) => open.some((node) => eligible[node] === 1))
  return {
    board,
    member,
    rivalry,
    countsRoom,
    groups: joinedBy(free, [...new Set(conflicts.map(({ of }) => of))]),
    hostile,
    hostilePods: hostile.reduce((sum, other) => sum + other.count - (other === member ? 1 : 0), 0),
    // All but the pod itself.
    rivals: near.reduce((sum, { count }) => sum + count, 0) - 1,
    weight: member.needs.map((need, r) => near.reduce((sum, { weight }) => sum + (weight[r] ?? 0), 0) - need),
    drift: countsRoom ? driftOf(board, member, lost) : board.resources.map(() => 0),
  }
}

/** Per term that keeps the member and others apart: its domains, and whom it concerns. */
function conflictsOf(
  { members, terms }: Board,
  member: Member,
  { taken }: Rivalry,
): { of: Int32Array; by: readonly Member[] }[] {
  const own = member.keepsApart.map((term) => ({
    of: terms[term]?.domains.of ?? new Int32Array(),
    by: taken[term] ?? [],
  }))
  const others = member.keptFrom.map((term) => {
    const owner = members[terms[term]?.owner ?? -1]
    return { of: terms[term]?.domains.of ?? new Int32Array(), by: owner ? [owner] : [] }
  })
  return [...own, ...others].filter(({ by }) => by.length > 0)
}

function clashes(a: Member, b: Member): boolean {
  return a.ports.length > 0 && a.ports.some((port) => b.ports.some((other) => portsClash(port, other)))
}

/** Nodes that share a domain in which one pod can block them all go together. */
function joinedBy(nodes: readonly number[], terms: readonly Int32Array[]): readonly (readonly number[])[] {
  let groups = nodes.map((node) => [node])
  for (const of of terms) {
    const byDomain = new Map<number, number[]>()
    const next: number[][] = []
    for (const group of groups) {
      const ids = [...new Set(group.map((node) => of[node] ?? -1).filter((id) => id !== -1))]
      const met = [...new Set(ids.map((id) => byDomain.get(id)).filter((other) => other !== undefined))]
      const joined = met.length > 0 ? [...met.flat(), ...group] : group
      for (const node of joined) if ((of[node] ?? -1) !== -1) byDomain.set(of[node] ?? -1, joined)
      for (const old of met) next.splice(next.indexOf(old), 1)
      next.push(joined)
    }
    groups = next
  }
  return groups
}

/** What was taken on the lost node, or in the cluster as a whole, may turn up on any other node. */
function driftOf({ nodes, rooms, estate, resources }: Board, { needs }: Member, lost: number): number[] {
  const node = nodes[lost]
  return resources.map((resource, r) => {
    const room = rooms[lost]?.[r]
    if (!node || !room || (needs[r] ?? 0) === 0) return 0
    const whole = room.estimated ? undefined : takenOf(estate.taken, resource)
    return inUnits(resource, whole ?? room.taken)
  })
}
