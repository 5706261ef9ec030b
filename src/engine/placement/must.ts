// Whether a displaced pod finds a place whatever the others do. Only for filters where more pods never help (resources,
// slots, ports, required anti-affinity), and for a spread rule, which never refuses the emptiest domain. The pod fails
// only where others block every node that is open to it; what that takes is compared with what there is.

import type { Board, Member } from './board.ts'
import { emptiestGroups } from './emptiest.ts'
import type { RefusalOptions } from './refusals.ts'
import { type Scene, sceneOf } from './rival-scene.ts'
import type { Sizes } from './rivalry.ts'

/** Whether one pod of the member certainly fits on one of the `open` nodes; false where there is no proof. */
export function canAlwaysMove(
  board: Board,
  member: Member,
  lost: number,
  open: readonly number[],
  options: RefusalOptions,
): boolean {
  const { lift = [] } = options
  if (member.near.length > 0 && !lift.includes('InterPodAffinity')) return false
  const isSpread = member.spread.length > 0 && !lift.includes('PodTopologySpread')
  const groups = isSpread ? emptiestGroups(member, lost, open) : [open]
  return groups?.every((group) => isNeverFull(board, member, lost, group, options)) === true
}

function isNeverFull(
  board: Board,
  member: Member,
  lost: number,
  open: readonly number[],
  options: RefusalOptions,
): boolean {
  if (open.length === 0) return false
  const scene = sceneOf(board, member, lost, open, options)
  const ways = scene.groups.map((group) => waysToBlock(scene, group))
  return ways.length > 0 && (outnumber(scene, ways) || outweigh(scene, ways) || outlast(scene, ways))
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
  // It need not stand on an open node: another of the same domain will do.
  const isHostile = hostile.length > 0
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
  return left.length > 0 && left.reduce((sum, { pods }) => sum + pods, 0) > rivals
}

/** Each budget can be spent once: shares that add up to more than the number of budgets are not to be had. */
function outweigh({ hostilePods }: Scene, ways: readonly Ways[]): boolean {
  const cost = ({ shares }: Ways) => Math.min(never, ...shares.values())
  const left = afterHostile(ways, hostilePods, cost)
  const budgets = new Set(left.flatMap(({ shares }) => [...shares.keys()]))
  return left.length > 0 && left.reduce((sum, way) => sum + cost(way), 0) > budgets.size
}

/** Each budget fills so many groups at most, the cheapest first; whatever they fill together, a group is left. */
function outlast({ hostilePods }: Scene, ways: readonly Ways[]): boolean {
  const taken = Math.min(hostilePods, ways.filter(({ isHostile }) => isHostile).length)
  const budgets = new Set(ways.flatMap(({ shares }) => [...shares.keys()]))
  const filled = [...budgets].map((r) => mostFilled(ways.flatMap(({ shares }) => shares.get(r) ?? [])))
  return taken + filled.reduce((sum, groups) => sum + groups, 0) < ways.length
}

// What is spent to the last bit is no proof: sums of shares are rounded.
const wholeBudget = 1 + 1e-9

function mostFilled(shares: readonly number[]): number {
  let left = wholeBudget
  let filled = 0
  for (const share of [...shares].sort((a, b) => a - b)) {
    left -= share
    if (left >= 0) filled++
  }
  return filled
}

/** The groups left to be filled once every hostile pod stands where that saves the most. */
function afterHostile(ways: readonly Ways[], pods: number, cost: (way: Ways) => number): readonly Ways[] {
  const dearest = [...ways].filter(({ isHostile }) => isHostile).sort((a, b) => (cost(a) < cost(b) ? 1 : -1))
  const saved = new Set(dearest.slice(0, pods))
  return ways.filter((way) => !saved.has(way))
}
