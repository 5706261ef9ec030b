import type { Cluster } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { World } from '../world.ts'

/** The clusters on which the environments of a platform stand, by name; none where a folder is judged. */
export function clustersIn({ platform }: World): readonly Cluster[] {
  const named = new Map((platform ? environmentsOf(platform) : []).map(({ on }) => [on.name, on]))
  return [...named.values()].sort((a, b) => byCodePoint(a.name, b.name))
}
