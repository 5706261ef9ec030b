import type { Member } from '../placement/board.ts'
import type { Scene } from './scene.ts'

/** Pods that look for a node, each of which keeps the member from one node or domain; filters in `lift` are looked away from. */
export function hostileTo(scene: Scene, member: Member, lift: readonly string[] = []): number {
  return sumOf(keepersOf(scene, member, lift).values())
}

const nobody: ReadonlyMap<number, number> = new Map()

/** The same by member. */
export function keepersOf(
  { ground, movers }: Scene,
  { index }: Member,
  lift: readonly string[] = [],
): ReadonlyMap<number, number> {
  const foes = ground.enemies[index]
  if (!foes || foes.all.length === 0) return nobody
  const others = new Set([
    ...(lift.includes('InterPodAffinity') ? [] : foes.conflicts.flatMap(({ by }) => by)),
    ...(lift.includes('NodePorts') ? [] : foes.clashing),
  ])
  // The pod itself keeps itself from nothing.
  return new Map([...others].map((other) => [other, (movers.get(other) ?? 0) - (other === index ? 1 : 0)]))
}

/** How many keepers take no room where the others may: they keep the member from a domain from elsewhere in it. */
export function fromOutside(keepers: ReadonlyMap<number, number>, isInside: (member: number) => boolean): number {
  return sumOf([...keepers].flatMap(([member, pods]) => (isInside(member) ? [] : pods)))
}

function sumOf(pods: Iterable<number>): number {
  let sum = 0
  for (const many of pods) sum += many
  return sum
}
