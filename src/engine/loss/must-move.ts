// Whether a displaced pod finds a place whatever the others do. It fails only where others block every node that is open to it:
// what that takes is compared with what there is. Only for filters where more pods never help, and for those that pods which
// stay have satisfied already; a spread rule never refuses the emptiest domain.

import type { Member } from '../placement/board.ts'
import type { Domains } from '../placement/node-table.ts'
import { usesWhen } from '../placement/unmodelled-uses.ts'
import { atAGlance } from './at-a-glance.ts'
import { hostileTo, keepersOf } from './hostile.ts'
import { joinedBy } from './joined-by.ts'
import { type Crowd, neverFull, type RoomProof } from './never-full.ts'
import { nodeByNode } from './node-by-node.ts'
import { type Looking, openNodes } from './open-nodes.ts'
import { roomIndex } from './room-index.ts'
import type { Scene } from './scene.ts'
import { heldIn, spreadNow } from './spread-now.ts'

// Of larger sets a sum says nearly as much as their nodes one by one.
const mostNodesOneByOne = 128
const mostLostOneByOne = 2

export function mustMove(scene: Scene, member: Member, looking: Looking = {}): RoomProof | undefined {
  if (usesWhen(member, scene.state).length > 0) return undefined
  const glance = atAGlance(scene, member, looking)
  if (glance.proof) return glance.proof
  // A glance that came to nothing may have told of some sets.
  looking.told?.splice(0)
  const { patterns } = scene.ground
  const size = patterns.nodes[patterns.of[member.index] ?? 0]?.length ?? 0
  const isRough = !scene.ground.isObserved || scene.lost.length > mostLostOneByOne || (looking.lift ?? []).length > 0
  const isSum = glance.isWhole && isRough && size > mostNodesOneByOne
  return isSum ? undefined : byOpenNodes(scene, member, looking)
}

function byOpenNodes(scene: Scene, member: Member, looking: Looking): RoomProof | undefined {
  const { lift = [] } = looking
  const isSpread = member.spread.length > 0 && !lift.includes('PodTopologySpread')
  const isSettled = () =>
    scene.ground.isObserved && member.spread.every((spread) => spreadNow(scene, member, spread).coming === 0)
  return isSpread && !isSettled()
    ? byEmptiest(scene, member, looking)
    : unlessFull(scene, member, looking, openNodes(scene, member, looking))
}

/** The emptiest domain takes the pod, whichever that is: none of those that may be it is ever full. */
function byEmptiest(scene: Scene, member: Member, looking: Looking): RoomProof | undefined {
  const [spread, ...more] = member.spread
  if (!spread || more.length > 0) return undefined
  const now = spreadNow(scene, member, spread)
  // Too few domains count as one that is empty and takes nobody; where nothing counts, nothing is the emptiest.
  if (now.domains < spread.rule.minDomains || now.domains === 0) return undefined
  const open = openNodes(scene, member, { ...looking, lift: [...(looking.lift ?? []), 'PodTopologySpread'] })
  const byDomain = Map.groupBy(open, (node) => spread.domains.of[node] ?? -1)
  let proof: RoomProof | undefined
  for (const domain of now.before.holds.keys()) {
    const held = heldIn(now, domain)
    if (held === -1 || (scene.ground.isObserved && held > now.least + now.coming)) continue
    const nodes = byDomain.get(domain)
    proof = nodes && unlessFull(scene, member, looking, nodes)
    if (!proof) return undefined
  }
  return proof
}

function unlessFull(
  scene: Scene,
  member: Member,
  { lift = [], told }: Looking,
  nodes: readonly number[],
): RoomProof | undefined {
  if (nodes.length === 0) return undefined
  const { enemies, stand, patterns } = scene.ground
  const ofPattern = patterns.nodes[patterns.of[member.index] ?? 0] ?? new Int32Array()
  const foes = enemies[member.index]
  const isComing = ({ by }: { by: readonly number[] }) =>
    by.some((other) => (scene.movers.get(other) ?? 0) > (other === member.index ? 1 : 0))
  const conflicts = lift.includes('InterPodAffinity') ? [] : (foes?.conflicts ?? [])
  const domains: readonly Domains[] = [...new Set(conflicts.filter(isComing).map((one) => one.domains))]
  const crowd: Crowd = {
    nodes,
    within: roomIndex(stand, nodes.length > mostNodesOneByOne ? ofPattern : Int32Array.from(nodes)),
    groups: joinedBy(nodes, domains),
    keepers: keepersOf(scene, member, lift),
    hostile: hostileTo(scene, member, lift),
    isLifted: lift.includes('NodeResourcesFit'),
    ...(told && { told }),
  }
  return neverFull(scene, member, crowd) ?? (isSmall(crowd) ? nodeByNode(scene, member, crowd) : undefined)
}

// Of larger sets a sum says nearly as much.
const mostNodesByThemselves = 32

function isSmall({ nodes, isLifted }: Crowd): boolean {
  return !isLifted && nodes.length <= mostNodesByThemselves
}
