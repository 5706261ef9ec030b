import type { Member } from '../placement/board.ts'
import type { Ground } from './ground.ts'
import type { Looking } from './open-nodes.ts'
import { zonesOf } from './zones.ts'

/** The nodes of its pattern from which its volumes can be reached; undefined where that takes a closer look. */
export function reachedFrom(
  { patterns, board }: Ground,
  { index, pod }: Member,
  { lift = [], home }: Looking,
): Int32Array | undefined {
  const pattern = patterns.of[index] ?? 0
  const nodes = patterns.nodes[pattern]
  const tied = pod.claims.filter(({ bound }) => bound === 'node' || bound === 'zone')
  if (tied.length === 0 || lift.includes('VolumeBinding')) return nodes
  if (home === undefined || tied.some(({ bound, perPod }) => bound === 'node' || !perPod)) return undefined
  const domains = zonesOf(board)
  return domains.of[home] === -1 ? undefined : patterns.within(pattern, domains).get(domains.of[home] ?? -1)
}
