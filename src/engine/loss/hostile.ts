import type { Member } from '../placement/board.ts'
import type { Scene } from './scene.ts'

/** Pods that look for a node, each of which keeps the member from one node or domain; filters in `lift` are looked away from. */
export function hostileTo(scene: Scene, member: Member, lift: readonly string[] = []): number {
  return podsOf(scene, member, lift, () => true)
}

/** Those of them that come to no node which the member may stand on: they keep it from a domain from elsewhere. */
export function hostileFromOutside(scene: Scene, member: Member, lift: readonly string[] = []): number {
  const { of, meet } = scene.ground.patterns
  return podsOf(scene, member, lift, (other) => !meet(of[member.index] ?? 0, of[other] ?? 0))
}

function podsOf(
  { ground, movers }: Scene,
  { index }: Member,
  lift: readonly string[],
  counts: (other: number) => boolean,
): number {
  const foes = ground.enemies[index]
  if (!foes || foes.all.length === 0) return 0
  const others = new Set([
    ...(lift.includes('InterPodAffinity') ? [] : foes.conflicts.flatMap(({ by }) => by)),
    ...(lift.includes('NodePorts') ? [] : foes.clashing),
  ])
  let sum = 0
  // The pod itself keeps itself from nothing.
  for (const other of others) if (counts(other)) sum += (movers.get(other) ?? 0) - (other === index ? 1 : 0)
  return sum
}
