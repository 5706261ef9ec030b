// Whether others can block every one of some nodes. A node is blocked by room, which costs what it has free, or by a pod that
// cannot stand beside the one in question, which blocks all nodes of one domain.

import type { Member } from '../placement/board.ts'
import { broughtBy } from './brought-by.ts'
import { fromOutside } from './hostile.ts'
import { type RoomIndex, smallestShare } from './room-index.ts'
import type { Scene } from './scene.ts'
import { fewestBeyond, sizesOf } from './sizes.ts'
import { byAmount, type Open, requestsWithin, type Sums } from './sums.ts'

/** What shows that a place is left: what all others ask for together, their shares, or their number. */
export type RoomProof = 'requests' | 'shares' | 'count'

export interface Crowd {
  /** Nodes that have room for the pod, and that nothing which stays keeps it from. */
  readonly nodes: readonly number[]
  /** A set that holds them all. */
  readonly within: RoomIndex
  /** Per node of `nodes`: those that one hostile pod blocks together have the same. */
  readonly groups: readonly number[]
  /** Per member: pods of which each blocks one group; and how many they are. */
  readonly keepers: ReadonlyMap<number, number>
  readonly hostile: number
  /** Room is looked away from. */
  readonly isLifted: boolean
  readonly told?: Sums[]
}

export function neverFull(scene: Scene, member: Member, crowd: Crowd): RoomProof | undefined {
  const sizes = new Map<number, number>()
  for (const group of crowd.groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const held = largest([...sizes.values()], crowd.hostile)
  const left = crowd.nodes.length - held
  if (left <= 0) return undefined
  if (crowd.isLifted) return 'count'
  if (filledWithin(scene, member, crowd.within).more < left) {
    crowd.told?.push(requestsWithin(scene, member, crowd.within, { nodes: crowd.nodes, held }))
    return 'requests'
  }
  if (outweighs(scene, member, crowd)) return 'shares'
  return outnumbers(scene, member, crowd) ? 'count' : undefined
}

export function largest(values: readonly number[], many: number): number {
  if (many <= 0) return 0
  return [...values]
    .sort((a, b) => b - a)
    .slice(0, many)
    .reduce((sum, one) => sum + one, 0)
}

/** The most nodes of a set that have no room: full by themselves, and beyond these filled by others; resource by resource. */
export function filledWithin(
  scene: Scene,
  { needs, index }: Member,
  { filled }: RoomIndex,
): { readonly full: number; readonly more: number } {
  const { asks } = scene.weightOn(scene.ground.patterns.of[index] ?? 0)
  let [full, more] = [0, 0]
  for (let r = 0; r < needs.length; r++) {
    const need = needs[r] ?? 0
    if (need === 0) continue
    // The pod itself brings nothing against itself.
    const found = filled(r, need, (asks[r] ?? 0) - need + (scene.drift[r] ?? 0))
    full += found.full
    more += found.all - found.full
  }
  return { full, more }
}

/**
 * A pod brings one amount of every resource to one node. With any scale C per resource, a node that is full of others holds at
 * least min(gap / C) of their dominant shares max(request / C): what all nodes hold so must not exceed what all others bring.
 */
function outweighs(scene: Scene, member: Member, { nodes, groups, hostile, within, told }: Crowd): boolean {
  const { needs, index } = member
  const { scale } = within
  const { free } = scene.ground.stand
  const asked = scene.ground.asked[index] ?? []
  const gap = new Float64Array(needs.length)
  const costs = new Map<number, number>()
  for (const [at, node] of nodes.entries()) {
    for (const r of asked) gap[r] = (free[node]?.[r] ?? 0) - (needs[r] ?? 0) + 1
    const cost = Math.max(0, smallestShare(gap, asked, scale))
    costs.set(groups[at] ?? at, (costs.get(groups[at] ?? at) ?? 0) + cost)
  }
  const all = [...costs.values()]
  const costly = all.reduce((sum, one) => sum + one, 0) - largest(all, hostile)
  const brought = broughtBy(scene, member, within, asked)
  const holds = costly > brought * (1 + 1e-9) + 1e-9
  if (holds) told?.push(byAmount('shares', openOf(nodes, groups, hostile), brought, costly))
  return holds
}

/** Fewer pods than it takes, the largest first. What drifts along has no number, and then this proves nothing. */
function outnumbers(scene: Scene, { needs, index }: Member, { nodes, groups, hostile, keepers, told }: Crowd): boolean {
  const { ground, drift } = scene
  if (drift.some((amount) => amount > 0)) return false
  const { of, meet } = ground.patterns
  const own = of[index] ?? 0
  const rivals = scene.weightOn(own).pods - 1
  const sizes = sizesOf(scene, own)
  const costs = new Map<number, number>()
  for (const [at, node] of nodes.entries()) {
    let fewest = Number.POSITIVE_INFINITY
    for (let r = 0; r < needs.length; r++) {
      const need = needs[r] ?? 0
      if (need > 0) fewest = Math.min(fewest, fewestBeyond(sizes(r), (ground.stand.free[node]?.[r] ?? 0) - need))
    }
    costs.set(groups[at] ?? at, (costs.get(groups[at] ?? at) ?? 0) + fewest)
  }
  const all = [...costs.values()].sort((a, b) => a - b)
  const saved = Math.min(hostile, all.length)
  const left = all.slice(0, all.length - saved)
  // Who blocks one from elsewhere is none of the rivals.
  const busy = Math.max(0, saved - fromOutside(keepers, (other) => meet(own, of[other] ?? 0)))
  const takes = left.reduce((sum, one) => sum + one, 0) + busy
  const holds = left.length > 0 && takes > rivals
  if (holds) told?.push(byAmount('count', openOf(nodes, groups, hostile), rivals, takes))
  return holds
}

/** What is left of the groups once hostile pods hold as many as they can. */
export function openOf(nodes: readonly number[], groups: readonly number[], hostile: number): Open {
  const domains = new Set(groups).size
  const isByNode = domains === nodes.length
  return { of: isByNode ? 'nodes' : 'domains', open: domains, held: Math.min(domains, hostile) }
}
