// Whether a displaced pod finds a place whatever the others do. Only for filters where more pods never help: resources,
// slots, ports, required anti-affinity. The pod fails only where others block every node that is open to it; what that
// takes is compared with what there is.

import { nodeRoom, takenOf } from '../capacity/node-room.ts'
import { type Board, inUnits, type Member } from './board.ts'
import type { Filter } from './reasons.ts'
import type { RefusalOptions } from './refusals.ts'
import { portsClash } from './rules.ts'

/** Whether one pod of the member certainly fits on one of the `open` nodes; false where there is no proof. */
export function canAlwaysMove(
  board: Board,
  member: Member,
  lost: number,
  open: readonly number[],
  { lift = [], denied }: RefusalOptions,
): boolean {
  const isMonotone =
    (member.near.length === 0 || lift.includes('InterPodAffinity')) &&
    (member.spread.length === 0 || lift.includes('PodTopologySpread'))
  if (!isMonotone) return false

  const scene = sceneOf(board, member, lost, open, { lift, denied })
  const ways = scene.groups.map((group) => waysToBlock(scene, group))
  return ways.length > 0 && (outnumber(scene, ways) || outweigh(ways))
}

interface Rival {
  readonly member: Member
  readonly count: number
  /** Where it may stand, among all nodes. */
  readonly eligible: Uint8Array
}

interface Scene {
  readonly board: Board
  readonly member: Member
  readonly lift: readonly Filter[]
  /** Open nodes that no Terminating pod blocks, joined where one pod may block several. */
  readonly groups: readonly (readonly number[])[]
  readonly rivals: readonly Rival[]
  /** Per resource: what ran on the lost node beside the pods of the estate, and may come after them. */
  readonly drift: readonly number[]
}

function sceneOf(
  board: Board,
  member: Member,
  lost: number,
  open: readonly number[],
  { lift = [], denied }: RefusalOptions,
): Scene {
  const all = board.members.filter(({ daemon }) => !daemon)
  const rivals = all
    .map(
      (other): Rival => ({ member: other, count: other.count - (other === member ? 1 : 0), eligible: other.eligible }),
    )
    .filter(({ count, eligible }) => count > 0 && open.some((node) => eligible[node] === 1))
  const keys = lift.includes('InterPodAffinity') ? [] : conflictTerms(board, member, all)
  const isBlocked = (node: number) =>
    keys.some(
      ({ of, by }) => of[node] !== -1 && of[node] === of[lost] && by.some((other) => other.eligible[lost] === 1),
    ) || isBlockedByDaemon(board, member, node, lift)
  const free = open.filter((node) => !isBlocked(node))
  const groups = joinedBy(
    free,
    keys.map(({ of, by }) => ({ of, isReal: by.length > 0 })),
  )
  return { board, member, lift, groups, rivals, drift: driftOf(board, member, lost, { lift, denied }) }
}

/** Per term that keeps the member and others apart: its domains, and whom it concerns. */
function conflictTerms(board: Board, member: Member, all: readonly Member[]): { of: Int32Array; by: Member[] }[] {
  return board.terms.flatMap(({ domains, owner }, term) => {
    const takesMember = member.keptFrom.includes(term)
    const by = all.filter(
      (other) => (owner === member.index && other.keptFrom.includes(term)) || (takesMember && other.index === owner),
    )
    return by.length > 0 ? [{ of: domains.of, by }] : []
  })
}

// A DaemonSet's pod is on every node that takes it, so what it keeps away stays away.
function isBlockedByDaemon(board: Board, member: Member, node: number, lift: readonly Filter[]): boolean {
  const daemons = board.members.filter(({ daemon, eligible }) => daemon && eligible[node] === 1)
  const isFull =
    !lift.includes('NodeResourcesFit') &&
    member.needs.some(
      (need, r) =>
        need > 0 && daemons.reduce((sum, other) => sum + (other.needs[r] ?? 0), need) > (board.room[node]?.[r] ?? 0),
    )
  const isApart = daemons.some((other) => repels(board, member, other))
  const isTaken = !lift.includes('NodePorts') && daemons.some((other) => clashes(member, other))
  return isFull || isTaken || (isApart && !lift.includes('InterPodAffinity'))
}

function repels(board: Board, a: Member, b: Member): boolean {
  const owned = (x: Member, y: Member) => x.keepsApart.some((term) => y.keptFrom.includes(term))
  return board.terms.length > 0 && (owned(a, b) || owned(b, a))
}

function clashes(a: Member, b: Member): boolean {
  return a.ports.some((port) => b.ports.some((other) => portsClash(port, other)))
}

/** Nodes that share a domain in which one pod can block them all go together. */
function joinedBy(nodes: readonly number[], terms: readonly { of: Int32Array; isReal: boolean }[]): number[][] {
  const groups: number[][] = []
  for (const node of nodes) {
    const touches = (other: number) =>
      terms.some(({ of, isReal }) => isReal && of[node] !== -1 && of[node] === of[other])
    const near = groups.filter((group) => group.some(touches))
    const rest = groups.filter((group) => !near.includes(group))
    groups.splice(0, groups.length, ...rest, [...near.flat(), node])
  }
  return groups
}

/** What it takes to block a group: so many pods, or such a share of all there is of a budget. */
interface Ways {
  readonly pods: number
  /** Per resource (`pods` too): the share of it, at most 1; absent where it cannot be done so. */
  readonly shares: ReadonlyMap<string, number>
}

const never = Number.POSITIVE_INFINITY

function waysToBlock(scene: Scene, group: readonly number[]): Ways {
  const shares = new Map<string, number>()
  const isHostile =
    group.length > 1 ||
    scene.rivals.some(({ member, eligible }) => eligible[group[0] ?? 0] === 1 && blocksAlone(scene, member))
  if (isHostile) shares.set('pods', 1 / weightOf(scene, 0))
  let pods = isHostile ? 1 : never
  for (const [r, resource] of scene.board.resources.entries()) {
    for (const node of group) {
      const gap = gapOf(scene, node, r)
      if (gap === undefined) continue
      pods = Math.min(pods, fewestBeyond(scene, node, r, gap))
      if (gap + 1 > weightOf(scene, r, node)) continue
      shares.set(resource, Math.min(shares.get(resource) ?? never, (gap + 1) / weightOf(scene, r)))
    }
  }
  return { pods, shares }
}

function blocksAlone({ board, member, lift }: Scene, other: Member): boolean {
  const isApart = !lift.includes('InterPodAffinity') && repels(board, member, other)
  return isApart || (!lift.includes('NodePorts') && clashes(member, other))
}

/** What the member leaves of a node's room; undefined for what it does not ask for. */
function gapOf({ board, member, lift }: Scene, node: number, r: number): number | undefined {
  const need = member.needs[r] ?? 0
  if (need === 0 || lift.includes('NodeResourcesFit')) return undefined
  const daemons = board.members.filter(({ daemon, eligible }) => daemon && eligible[node] === 1)
  return daemons.reduce((left, other) => left - (other.needs[r] ?? 0), (board.room[node]?.[r] ?? 0) - need)
}

/** The fewest rivals that together leave too little, the largest first. */
function fewestBeyond({ rivals }: Scene, node: number, r: number, gap: number): number {
  const sizes = rivals
    .filter(({ eligible, member }) => eligible[node] === 1 && (member.needs[r] ?? 0) > 0)
    .map(({ member, count }) => ({ need: member.needs[r] ?? 0, count }))
    .sort((a, b) => b.need - a.need)
  let left = gap
  let pods = 0
  for (const { need, count } of sizes) {
    const enough = Math.floor(left / need) + 1
    if (enough <= count) return pods + enough
    left -= need * count
    pods += count
  }
  return never
}

/** All of a resource that could be brought to bear: on one node, or anywhere. */
function weightOf({ rivals, drift }: Scene, r: number, node?: number): number {
  const pods = node === undefined ? rivals : rivals.filter(({ eligible }) => eligible[node] === 1)
  return pods.reduce((sum, { member, count }) => sum + (member.needs[r] ?? 0) * count, drift[r] ?? 0)
}

/** Fewer pods than it takes: each blocks one group at most. What drifts along has no number, and then this proves nothing. */
function outnumber({ rivals, drift }: Scene, ways: readonly Ways[]): boolean {
  if (drift.some((amount) => amount > 0)) return false
  return ways.reduce((sum, { pods }) => sum + pods, 0) > rivals.reduce((sum, { count }) => sum + count, 0)
}

/** Each budget can be spent once: shares that add up to more than the number of budgets are not to be had. */
function outweigh(ways: readonly Ways[]): boolean {
  const budgets = new Set(ways.flatMap(({ shares }) => [...shares.keys()]))
  return ways.reduce((sum, { shares }) => sum + Math.min(never, ...shares.values()), 0) > budgets.size
}

/** What was taken on the lost node, or in the cluster as a whole, may turn up on any other node. */
function driftOf(
  { nodes, estate, resources }: Board,
  { needs }: Member,
  lost: number,
  { denied, lift }: RefusalOptions,
): number[] {
  const node = nodes[lost]
  return resources.map((resource, r) => {
    if (!node || (needs[r] ?? 0) === 0 || lift?.includes('NodeResourcesFit')) return 0
    // A denied estimate counts as a full node.
    const { taken } = nodeRoom(estate, node, resource, denied)
    const whole = takenOf(node.taken, resource) ? undefined : takenOf(estate.taken, resource)
    const amount = whole ?? taken
    return inUnits(resource, amount)
  })
}
