import type { Member } from '../placement/board.ts'
import type { Scene } from './scene.ts'

/** Pods that look for a node, each of which keeps the member from one node or domain; filters in `lift` are looked away from. */
export function hostileTo({ ground, movers }: Scene, { index }: Member, lift: readonly string[] = []): number {
  const foes = ground.enemies[index]
  if (!foes || foes.all.length === 0) return 0
  const others = new Set([
    ...(lift.includes('InterPodAffinity') ? [] : foes.conflicts.flatMap(({ by }) => by)),
    ...(lift.includes('NodePorts') ? [] : foes.clashing),
  ])
  let sum = 0
  // The pod itself keeps itself from nothing.
  for (const other of others) sum += (movers.get(other) ?? 0) - (other === index ? 1 : 0)
  return sum
}
