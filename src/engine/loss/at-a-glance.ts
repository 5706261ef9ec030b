// Most pods have no rule but room, or one by which each other pod blocks a node: for these, sums over sets of nodes that are
// sorted once say enough, and no node is looked at.

import type { Member } from '../placement/board.ts'
import { broughtBy } from './brought-by.ts'
import type { Ground } from './ground.ts'
import { hostileTo } from './hostile.ts'
import { filledWithin, type RoomProof } from './never-full.ts'
import type { Looking } from './open-nodes.ts'
import { reachedFrom } from './reached-from.ts'
import { largestShare, type RoomIndex, roomIndex, smallestShare } from './room-index.ts'
import type { Scene } from './scene.ts'
import { heldIn, mayLoseDomain, nodesTaking, type SpreadNow, spreadNow, takesOneMore } from './spread-now.ts'
import { byAmount, requestsWithin, type Sums } from './sums.ts'
import { withRoom } from './with-room.ts'

export interface Glance {
  readonly proof?: RoomProof
  /** No rule of the pod was left out: looking at nodes one by one adds little. */
  readonly isWhole: boolean
}

const partly: Glance = { isWhole: false }
const whole: Glance = { isWhole: true }

export function atAGlance(scene: Scene, member: Member, looking: Looking): Glance {
  const { ground } = scene
  const { lift = [] } = looking
  const foes = ground.enemies[member.index]
  if (member.near.length > 0 || !foes?.isByNode) return partly
  if (foes.all.some((other) => ground.board.members[other]?.daemon)) return partly
  const nodes = reachedFrom(ground, member, looking)
  if (nodes === undefined) return partly
  const byOneMore = scene.oneMore ? 1 + scene.oneMore.hostile(member.index) : 0
  const blocked = heldBySeats(ground, foes.all) + hostileTo(scene, member, lift) + byOneMore
  const [spread, ...more] = lift.includes('PodTopologySpread') ? [] : member.spread
  if (spread === undefined) return proved(unlessFilled(scene, member, nodes, { blocked, looking }))
  if (more.length > 0 || nodes !== ground.patterns.nodes[ground.patterns.of[member.index] ?? 0]) return partly
  // Which domains count must not hang on which node it is.
  if (scene.oneMore && mayLoseDomain(scene, member, spread)) return partly
  const now = spreadNow(scene, member, spread)
  return ground.isObserved && now.coming === 0
    ? inOpenDomains(scene, member, { now, nodes, blocked, looking })
    : inEmptiest(scene, member, { now, nodes, blocked, looking })
}

function proved(proof: RoomProof | undefined): Glance {
  return proof ? { proof, isWhole: true } : whole
}

interface Spreading {
  readonly now: SpreadNow
  readonly nodes: Int32Array
  readonly blocked: number
  readonly looking: Looking
}

// One domain that takes the pod is enough; of many, those that take none count as blocked.
const mostDomains = 16

function inOpenDomains(scene: Scene, member: Member, { now, nodes, blocked, looking }: Spreading): Glance {
  const { patterns } = scene.ground
  const [spread] = member.spread
  if (!spread) return partly
  const pattern = patterns.of[member.index] ?? 0
  const sizes = patterns.sizes(pattern, spread.domains)
  const taking = nodesTaking(now, spread, sizes)
  const proof = unlessFilled(scene, member, nodes, { blocked: blocked + nodes.length - taking, looking })
  if (proof || taking === nodes.length) return proved(proof)
  const within = patterns.within(pattern, spread.domains)
  for (let domain = 0, left = mostDomains; domain < sizes.length && left > 0; domain++) {
    if (sizes[domain] === 0 || !takesOneMore(now, spread, domain)) continue
    left--
    const list = within.get(domain)
    const found = list && unlessFilled(scene, member, list, { blocked, looking })
    if (found) return proved(found)
  }
  return whole
}

/** None of the domains that may be the emptiest is ever full. */
function inEmptiest(scene: Scene, member: Member, { now, blocked, looking }: Spreading): Glance {
  const { patterns, isObserved } = scene.ground
  const [spread] = member.spread
  if (!spread || now.domains < spread.rule.minDomains || now.domains === 0) return whole
  const within = patterns.within(patterns.of[member.index] ?? 0, spread.domains)
  let proof: RoomProof | undefined
  for (let domain = 0; domain < now.before.holds.length; domain++) {
    const held = heldIn(now, domain)
    if (held === -1 || (isObserved && held > now.least + now.coming)) continue
    const list = within.get(domain)
    proof = list && unlessFilled(scene, member, list, { blocked, looking })
    if (!proof) return whole
  }
  return proved(proof)
}

function heldBySeats({ seats }: Ground, members: readonly number[]): number {
  let sum = 0
  for (const member of members) sum += seats[member]?.length ?? 0
  return sum
}

/** Others fill fewer nodes of the set than there are beside those that are lost or blocked. */
function unlessFilled(
  scene: Scene,
  member: Member,
  nodes: Int32Array,
  { blocked, looking }: Pick<Spreading, 'blocked' | 'looking'>,
): RoomProof | undefined {
  const { lift = [], told } = looking
  const left = nodes.length - lostIn(scene, nodes).nodes.length - blocked
  if (left <= 0) return undefined
  if (lift.includes('NodeResourcesFit')) return 'count'
  const proof = bySums(scene, member, nodes, { blocked, told })
  if (proof || !scene.ground.isObserved) return proof
  // What is full of one resource costs little of the others.
  const roomy = withRoom(scene.ground, member, nodes)
  return roomy.length < nodes.length ? bySums(scene, member, roomy, { blocked, told }) : undefined
}

interface Bounding {
  readonly blocked: number
  readonly told: Sums[] | undefined
}

function bySums(scene: Scene, member: Member, nodes: Int32Array, { blocked, told }: Bounding): RoomProof | undefined {
  const index = roomIndex(scene.ground.stand, nodes)
  const lost = lostIn(scene, nodes)
  const left = nodes.length - lost.nodes.length - blocked
  const { full, more } = filledWithin(scene, member, index)
  if (full + more < left) {
    told?.push(requestsWithin(scene, member, index, { nodes, held: blocked }))
    return 'requests'
  }
  return outweighs(scene, member, index, { lost, blocked, told }) ? 'shares' : undefined
}

interface LostIn {
  readonly nodes: readonly number[]
  /** What they had free, by the resources asked. */
  readonly shares: Map<readonly number[], number>
}

const lostSets = new WeakMap<Scene, Map<Int32Array, LostIn>>()

function lostIn(scene: Scene, nodes: Int32Array): LostIn {
  const known = lostSets.get(scene) ?? new Map<Int32Array, LostIn>()
  lostSets.set(scene, known)
  const found = known.get(nodes) ?? { nodes: scene.lost.filter((node) => holds(nodes, node)), shares: new Map() }
  known.set(nodes, found)
  return found
}

function holds(nodes: Int32Array, node: number): boolean {
  let low = 0
  let high = nodes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((nodes[middle] ?? 0) < node) low = middle + 1
    else high = middle
  }
  return nodes[low] === node
}

/** As in `never-full.ts`, each node's cost bounded by what it has free less the pod. */
function outweighs(
  scene: Scene,
  member: Member,
  index: RoomIndex,
  { lost, blocked, told }: Bounding & { readonly lost: LostIn },
): boolean {
  const asked = scene.ground.asked[member.index] ?? []
  const { scale, nodes } = index
  const { sum, most } = index.shares(asked)
  const gone = lost.shares.get(asked) ?? sharesOn(scene.ground, lost.nodes, asked, scale)
  lost.shares.set(asked, gone)
  const open = nodes.length - lost.nodes.length
  const takes = sum - gone - largestShare(member.needs, asked, scale) * open - blocked * most
  const brought = broughtBy(scene, member, index, asked)
  const holds = takes > brought * (1 + 1e-9) + 1e-9
  if (holds) told?.push(byAmount('shares', { open, held: blocked }, brought, takes))
  return holds
}

function sharesOn({ stand }: Ground, nodes: readonly number[], asked: readonly number[], scale: Float64Array): number {
  return nodes.reduce((total, node) => total + Math.max(0, smallestShare(stand.free[node], asked, scale)), 0)
}
