// Whether the zones that are left hold all pods when one is gone, autoscalers at their least. Nobody promised that they do:
// it is worth knowing, and what waits is a matter of luck.

import { growsBy } from '../../engine/capacity/grows.ts'
import { type Ground, groundOf } from '../../engine/loss/ground.ts'
import type { Member } from '../../engine/placement/board.ts'
import { amountOf } from '../../engine/placement/stand-refusals.ts'
import { sayQuantity } from '../../kubernetes/quantity.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import type { View, World } from '../world.ts'

export function* zoneRoom({ views }: World): Generator<Advice> {
  for (const view of views) {
    const rows = rowsOf(view)
    if (rows.length === 0) continue
    const line =
      rows.length === 1
        ? 'without one zone, the others have no room for all pods: some wait until it is back'
        : `without any one of ${rows.length} zones, the others have no room for all pods: some wait until it is back`
    yield { id: `zone-room/${view.estate.cluster}`, says: { line, rows } }
  }
}

function rowsOf({ estate, pods, denied }: View): readonly (readonly [string, string])[] {
  const zones = [...new Set(estate.nodes.map(({ zone = '' }) => zone))].sort(byCodePoint)
  // What makes nodes on demand makes room.
  if (zones.length < 2 || zones.includes('') || growsBy(estate).length > 0) return []
  const ground = groundOf(estate, pods, { denied, isAnywhere: true })
  const lasting = ground.board.members.filter(({ daemon, pod }) => !daemon && pod.steady)
  const short = (without: string | undefined) => shortOf(ground, lasting, without)
  // Where there is no room even now, the zone is not what is wanting.
  if (short(undefined)) return []
  return zones.flatMap((zone) => {
    const said = short(zone)
    return said === undefined ? [] : [[zone, said] as const]
  })
}

/** The first resource that all pods together ask more of than the nodes outside a zone have. */
function shortOf(
  { board, stand }: Ground,
  members: readonly Member[],
  without: string | undefined,
): string | undefined {
  const kept = [...board.nodes.keys()].filter((node) => board.nodes[node]?.zone !== without)
  for (const [r, resource] of (['pods', 'cpu', 'memory'] as const).entries()) {
    const asked = members.reduce((sum, { needs, count, pod }) => sum + (needs[r] ?? 0) * (pod.scales?.min ?? count), 0)
    const room = kept.reduce((sum, node) => sum + Math.max(0, stand.free[node]?.[r] ?? 0), 0)
    if (asked <= room) continue
    const say = (amount: number) =>
      resource === 'pods' ? `${amount} pods` : sayQuantity(resource, amountOf(resource, amount))
    return `the others have room for ${say(room)}${resource === 'memory' ? ' of memory' : ''}, and the pods ask for ${say(asked)}`
  }
  return undefined
}
