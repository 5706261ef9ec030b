// Whether a displaced pod finds a place whatever the others do. Only for filters where more pods never help: resources,
// slots, ports, required anti-affinity. The pod fails only where others block every node that is open to it; what that
// takes is compared with what there is.

import { takenOf } from '../capacity/node-room.ts'
import { type Board, inUnits, type Member } from './board.ts'
import type { RefusalOptions } from './refusals.ts'
import { type Rivalry, rivalryOf, type Sizes } from './rivalry.ts'
import { portsClash } from './rules.ts'

/** Whether one pod of the member certainly fits on one of the `open` nodes; false where there is no proof. */
export function canAlwaysMove(
  board: Board,
  member: Member,
  lost: number,
  open: readonly number[],
  options: RefusalOptions,
): boolean {
  const { lift = [] } = options
  const isMonotone =
    (member.near.length === 0 || lift.includes('InterPodAffinity')) &&
    (member.spread.length === 0 || lift.includes('PodTopologySpread'))
  if (!isMonotone || open.length === 0) return false

  const scene = sceneOf(board, member, lost, open, options)
  const ways = scene.groups.map((group) => waysToBlock(scene, group))
  return ways.length > 0 && (outnumber(scene, ways) || outweigh(scene, ways))
}

interface Scene {
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

function sceneOf(
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

/** What it takes to block a group by taking room: so many pods, or such a share of all there is of a resource. */
interface Ways {
  readonly pods: number
  /** Per resource (`pods` too): the share of it, at most 1; absent where it cannot be done so. */
  readonly shares: ReadonlyMap<number, number>
  /** One pod that must keep apart, or wants the same port, blocks it too. */
  readonly isHostile: boolean
}

const never = Number.POSITIVE_INFINITY

function waysToBlock(scene: Scene, group: readonly number[]): Ways {
  const { hostile, weight, drift, member, countsRoom, rivalry } = scene
  const shares = new Map<number, number>()
  const isHostile = group.length > 1 || hostile.some(({ eligible }) => eligible[group[0] ?? 0] === 1)
  let pods = never
  for (const [r, need] of member.needs.entries()) {
    if (need === 0 || !countsRoom) continue
    for (const node of group) {
      const gap = (rivalry.left[node]?.[r] ?? 0) - need
      const column = rivalry.onNode[node]
      const sizes = column?.largest[r]
      if (sizes) pods = Math.min(pods, fewestBeyond(sizes, gap))
      // The pod itself brings nothing against itself.
      if (gap + 1 > (column?.weight[r] ?? 0) - need + (drift[r] ?? 0)) continue
      shares.set(r, Math.min(shares.get(r) ?? never, (gap + 1) / ((weight[r] ?? 0) + (drift[r] ?? 0))))
    }
  }
  return { pods, shares, isHostile }
}

/** The fewest pods that together leave too little, the largest first; one of the member's own too many at worst. */
function fewestBeyond({ need, count, pods, sum }: Sizes, gap: number): number {
  let low = 0
  let high = sum.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sum[middle] ?? 0) > gap) high = middle
    else low = middle + 1
  }
  if (low === sum.length) return never
  const before = { pods: low === 0 ? 0 : (pods[low - 1] ?? 0), sum: low === 0 ? 0 : (sum[low - 1] ?? 0) }
  return before.pods + Math.min(count[low] ?? 0, Math.floor((gap - before.sum) / (need[low] ?? 1)) + 1)
}

/** Fewer pods than it takes: each blocks one group at most. What drifts along has no number, and then this proves nothing. */
function outnumber({ rivals, drift, hostilePods }: Scene, ways: readonly Ways[]): boolean {
  if (drift.some((amount) => amount > 0)) return false
  const left = afterHostile(ways, hostilePods, ({ pods }) => pods)
  return left.reduce((sum, { pods }) => sum + pods, 0) + (ways.length - left.length) > rivals
}

/** Each budget can be spent once: shares that add up to more than the number of budgets are not to be had. */
function outweigh({ hostilePods }: Scene, ways: readonly Ways[]): boolean {
  const cost = ({ shares }: Ways) => Math.min(never, ...shares.values())
  const left = afterHostile(ways, hostilePods, cost)
  const budgets = new Set(left.flatMap(({ shares }) => [...shares.keys()]))
  return left.length > 0 && left.reduce((sum, way) => sum + cost(way), 0) > budgets.size
}

/** The groups left to be filled once every hostile pod stands where that saves the most. */
function afterHostile(ways: readonly Ways[], pods: number, cost: (way: Ways) => number): readonly Ways[] {
  const dearest = [...ways].filter(({ isHostile }) => isHostile).sort((a, b) => (cost(a) < cost(b) ? 1 : -1))
  const saved = new Set(dearest.slice(0, pods))
  return ways.filter((way) => !saved.has(way))
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
