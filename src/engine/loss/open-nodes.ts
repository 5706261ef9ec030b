// The nodes that take a displaced pod when nothing else moves: what stands there stays, and what is Terminating holds its place.

import type { Member } from '../placement/board.ts'
import type { Domains } from '../placement/node-table.ts'
import type { Ground } from './ground.ts'
import { reachedFrom } from './reached-from.ts'
import { isTerminating, type Scene, standsStill } from './scene.ts'
import { spreadNow, takesOneMore } from './spread-now.ts'
import type { Sums } from './sums.ts'
import { zonesOf } from './zones.ts'

export interface Looking {
  /** Filters that are looked away from. */
  readonly lift?: readonly string[]
  /** The lost node on which the pod stood, where its volumes hold it to a node or a zone. */
  readonly home?: number
  /** What the proof adds up is told here, one entry per set of nodes that it needs. */
  readonly told?: Sums[]
}

export function openNodes(scene: Scene, member: Member, { lift = [], home }: Looking = {}): readonly number[] {
  const { ground, isLost } = scene
  const { patterns } = ground
  // What refuses most stands first.
  const tests = [
    ...(lift.includes('VolumeBinding') ? [] : hasVolumes(scene, member, home)),
    ...(lift.includes('PodTopologySpread') ? [] : isSpread(scene, member)),
    ...(lift.includes('NodeResourcesFit') ? [] : [hasRoom(ground, member)]),
    ...(lift.includes('InterPodAffinity') ? [] : [...isApart(scene, member), ...isNear(scene, member)]),
    ...(lift.includes('NodePorts') ? [] : hasPorts(scene, member)),
  ]
  const open: number[] = []
  const reached = reachedFrom(ground, member, { lift, home }) ?? patterns.nodes[patterns.of[member.index] ?? 0] ?? []
  for (const node of reached) if (isLost[node] === 0 && tests.every((takes) => takes(node))) open.push(node)
  return open
}

type Takes = (node: number) => boolean

function hasRoom({ stand: { free }, asked: all }: Ground, { needs, index }: Member): Takes {
  const asked = all[index] ?? []
  return (node) => asked.every((r) => (needs[r] ?? 0) <= (free[node]?.[r] ?? 0))
}

/** Domains that hold a pod with which it keeps apart; where nothing was seen, one that may have been on the lost node too. */
function isApart(scene: Scene, member: Member): readonly Takes[] {
  const { ground } = scene
  return (ground.enemies[member.index]?.conflicts ?? []).map(({ domains, by }): Takes => {
    const held = heldBy(scene, domains, by)
    return (node) => !held.has(domains.of[node] ?? -1)
  })
}

/** Domains in which pods of these members stand or end; −1 is none. */
function heldBy(scene: Scene, domains: Domains, members: readonly number[]): ReadonlySet<number> {
  const held = new Set<number>()
  for (const other of members) for (const node of standsStill(scene, other)) held.add(domains.of[node] ?? -1)
  held.delete(-1)
  return held
}

/** Affinity that pods which stay have satisfied already. */
function isNear(scene: Scene, { near, pod, index }: Member): readonly Takes[] {
  if (near.length === 0) return []
  const { ground, isLost } = scene
  const [first, ...rest] = near
  const liked = (first?.taken ?? []).filter((other) => rest.every(({ taken }) => taken.includes(other)))
  // Where nothing was seen only DaemonSets' pods are sure to be there.
  const sure = liked.filter((other) => ground.isObserved || ground.board.members[other]?.daemon)
  const nodes = sure.flatMap((other) => {
    const owner = ground.board.members[other]
    return standsStill(scene, other).filter((node) => isLost[node] === 0 || !(owner && isTerminating(owner)))
  })
  const tests = near.map(({ domains }): Takes => {
    const held = new Set(nodes.map((node) => domains.of[node] ?? -1))
    held.delete(-1)
    return (node) => held.has(domains.of[node] ?? -1)
  })
  // The first of pods that like nobody but their own kind goes anywhere.
  const isFirst = liked.every((other) => other === index) && near.every(({ term }) => term.takes(pod))
  const isOnlyOne = scene.movers.get(index) === 1 && standsStill(scene, index).length === 0
  if (isFirst && isOnlyOne && ground.isObserved)
    return near.map(
      ({ domains }): Takes =>
        (node) =>
          (domains.of[node] ?? -1) !== -1,
    )
  return tests
}

function hasPorts(scene: Scene, { index }: Member): readonly Takes[] {
  const { clashing = [] } = scene.ground.enemies[index] ?? {}
  if (clashing.length === 0) return []
  const held = new Set(clashing.flatMap((other) => standsStill(scene, other)))
  return [(node) => !held.has(node)]
}

function isSpread(scene: Scene, member: Member): readonly Takes[] {
  return member.spread.map((spread): Takes => {
    const now = spreadNow(scene, member, spread)
    const { of, names } = spread.domains
    const takes = Uint8Array.from(names, (_, domain) => (takesOneMore(now, spread, domain) ? 1 : 0))
    return (node) => takes[of[node] ?? -1] === 1
  })
}

/** Volumes that stay where the pod was; of those that several pods share, also where they were bound. */
function hasVolumes({ ground }: Scene, { pod }: Member, home: number | undefined): readonly Takes[] {
  const { board, stand } = ground
  const { of } = zonesOf(board)
  return pod.claims.flatMap(({ claim, bound, perPod }): Takes[] => {
    if (bound !== 'node' && bound !== 'zone') return []
    const at = perPod ? home : (stand.claims.get(`${pod.namespace}/${claim}`) ?? home)
    if (at === undefined) return []
    return [bound === 'node' ? (node) => node === at : (node) => of[node] !== -1 && of[node] === of[at]]
  })
}
