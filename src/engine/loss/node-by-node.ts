// What sums over a set leave open, for few nodes: what can fill each of them by itself, by whom it can be reached at all.

import type { Member } from '../placement/board.ts'
import { columnOf } from './columns.ts'
import { fromOutside } from './hostile.ts'
import { type Crowd, largest, openOf, type RoomProof } from './never-full.ts'
import { largestShare } from './room-index.ts'
import type { Scene } from './scene.ts'
import { fewestBeyond } from './sizes.ts'
import { byAmount, byRequests, type Open } from './sums.ts'

/** Per node of a crowd, per resource: what others must bring there, at least, until no more pod fits; infinite where they cannot. */
type Gaps = readonly Float64Array[]

export function nodeByNode(scene: Scene, member: Member, crowd: Crowd): RoomProof | undefined {
  const gaps = crowd.nodes.map((node) => gapsOn(scene, member, node))
  const asked = (scene.ground.asked[member.index] ?? []).filter((r) => gaps.some((gap) => gap[r] !== never))
  const comers = comersTo(scene, crowd.nodes)
  const totals = totalsOf(scene, member, comers)
  const closer: Closer = { ...crowd, gaps, asked, comers }
  if (outlasts(scene, closer, totals)) return 'requests'
  for (const scale of [crowd.within.scale, totals.map((total) => Math.max(1, total))])
    if (outweighs(scene, member, closer, scale)) return 'shares'
  return outnumbers(scene, closer) ? 'count' : undefined
}

const never = Number.POSITIVE_INFINITY

interface Closer extends Crowd {
  readonly gaps: Gaps
  /** Resources by which one of the nodes can be filled. */
  readonly asked: readonly number[]
  readonly comers: Comers
}

function gapsOn(scene: Scene, { needs }: Member, node: number): Float64Array {
  const { ground, drift } = scene
  const { brings } = columnOf(scene, node)
  const free = ground.stand.free[node]
  return needs.map((need, r) => {
    const gap = (free?.[r] ?? 0) - need + 1
    // The pod itself brings nothing against itself.
    return need > 0 && gap <= (brings[r] ?? 0) - need + (drift[r] ?? 0) ? gap : never
  })
}

/** Who looks for a node and may come to one of these, with how many pods. */
type Comers = ReadonlyMap<number, number>

function comersTo({ ground, movers }: Scene, nodes: readonly number[]): Comers {
  const { of, has } = ground.patterns
  const comes = has.map((pattern) => nodes.some((node) => pattern[node] === 1))
  return new Map([...movers].filter(([index]) => comes[of[index] ?? 0] === true))
}

/** Per resource: what they bring in all, the pod itself left out. */
function totalsOf({ ground, drift }: Scene, { needs }: Member, comers: Comers): Float64Array {
  const totals = needs.map((need, r) => (drift[r] ?? 0) - need)
  for (const [index, count] of comers) {
    const asks = ground.board.members[index]?.needs
    for (let r = 0; r < totals.length; r++) totals[r] = (totals[r] ?? 0) + (asks?.[r] ?? 0) * count
  }
  return totals
}

/** All of a resource fills so many groups at most, the cheapest first; whatever they fill together, a group is left. */
function outlasts(scene: Scene, { gaps, groups, hostile, asked, told }: Closer, totals: Float64Array): boolean {
  const blocked = (costs: readonly Float64Array[]) =>
    asked.reduce(
      (sum, r) =>
        sum +
        mostFilled(
          costs.flatMap((cost) => cost[r] ?? []),
          totals[r] ?? 0,
        ),
      0,
    )
  const byGroup = [...Map.groupBy(gaps.keys(), (at) => groups[at] ?? at).values()]
  const cheapest = byGroup.map((ats) => leastOf(ats.flatMap((at) => gaps[at] ?? [])))
  const sizes = byGroup.map(({ length }) => length)
  const tell = (of: Open['of'], costs: readonly Float64Array[], held: number) => {
    told?.push(byRequests({ of, open: costs.length, held }, rowsOf(scene, asked, costs, totals)))
    return true
  }
  const [domains, nodes] = [Math.min(hostile, byGroup.length), largest(sizes, hostile)]
  const of = byGroup.length === gaps.length ? 'nodes' : 'domains'
  if (blocked(cheapest) + domains < byGroup.length) return tell(of, cheapest, domains)
  return blocked(gaps) + nodes < gaps.length && tell('nodes', gaps, nodes)
}

function rowsOf({ ground }: Scene, asked: readonly number[], costs: readonly Float64Array[], totals: Float64Array) {
  return asked.map((r) => {
    const own = costs.flatMap((cost) => cost[r] ?? [])
    const brought = totals[r] ?? 0
    return { resource: ground.board.resources[r] ?? '', brought, fills: mostFilled(own, brought), costs: own }
  })
}

function leastOf(rows: readonly Float64Array[]): Float64Array {
  return (rows[0] ?? new Float64Array()).map((_, r) => Math.min(...rows.map((row) => row[r] ?? 0)))
}

function mostFilled(costs: readonly number[], total: number): number {
  let left = total
  let filled = 0
  for (const cost of costs.toSorted((a, b) => a - b)) {
    left -= cost
    if (left < 0) break
    filled++
  }
  return filled
}

/** As in `never-full.ts`, with such resources only as can fill a node. */
function outweighs({ ground, drift }: Scene, { needs }: Member, closer: Closer, scale: Float64Array): boolean {
  const { gaps, asked, comers, nodes, groups, hostile, told } = closer
  const costs = costsOf(closer, (at) => Math.min(never, ...asked.map((r) => (gaps[at]?.[r] ?? 0) / (scale[r] ?? 1))))
  let brought = -largestShare(needs, asked, scale)
  for (const r of asked) brought += (drift[r] ?? 0) / (scale[r] ?? 1)
  for (const [index, count] of comers) {
    const other = ground.board.members[index]
    if (other) brought += largestShare(other.needs, asked, scale) * count
  }
  const takes = sumOf(costs)
  const holds = takes > brought * (1 + 1e-9) + 1e-9
  if (holds) told?.push(byAmount('shares', openOf(nodes, groups, hostile), brought, takes))
  return holds
}

/** What drifts along has no number, and then this proves nothing. */
function outnumbers(scene: Scene, closer: Closer): boolean {
  if (scene.drift.some((amount) => amount > 0)) return false
  const { nodes, gaps, asked, comers, keepers, hostile, groups, told } = closer
  const fewest = (at: number) =>
    Math.min(never, ...asked.map((r) => fewestOn(scene, nodes[at] ?? 0, r, gaps[at]?.[r] ?? never)))
  const left = costsOf(closer, fewest)
  const saved = Math.min(hostile, new Set(groups).size)
  const busy = Math.max(0, saved - fromOutside(keepers, (other) => comers.has(other)))
  const rivals = [...comers.values()].reduce((sum, count) => sum + count, 0) - 1
  const takes = sumOf(left) + busy
  const holds = left.length > 0 && takes > rivals
  if (holds) told?.push(byAmount('count', openOf(nodes, groups, hostile), rivals, takes))
  return holds
}

function fewestOn(scene: Scene, node: number, r: number, gap: number): number {
  return gap === never ? never : fewestBeyond(columnOf(scene, node).sizes(r), gap - 1)
}

/** What it takes to fill each group, those left out that hostile pods block to the greatest effect. */
function costsOf({ gaps, groups, hostile }: Closer, costOf: (at: number) => number): readonly number[] {
  const costs = new Map<number, number>()
  for (const at of gaps.keys()) costs.set(groups[at] ?? at, (costs.get(groups[at] ?? at) ?? 0) + costOf(at))
  return [...costs.values()].sort((a, b) => b - a).slice(hostile)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0)
}
