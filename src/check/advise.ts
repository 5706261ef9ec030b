// What is worth knowing and never fails a run.

import { quotaRoom } from './admission/quota-room.ts'
import { shadowed } from './alerting/shadowed.ts'
import { silenced } from './alerting/silenced.ts'
import { unrouted } from './alerting/unrouted.ts'
import { unwatched } from './alerting/unwatched.ts'
import { oneDisk } from './capacity/one-disk.ts'
import { unlistedPods } from './capacity/unlisted.ts'
import { twoNames } from './delivery/two-names.ts'
import { wavesThrough } from './delivery/waves-through.ts'
import { barePods } from './disruption/bare-pods.ts'
import { changedOtherwise } from './disruption/changed-otherwise.ts'
import { movingTags, noMoreFixes } from './images/aging.ts'
import { openStores } from './reachability/open-stores.ts'
import { worstLosses } from './recovery/worst-losses.ts'
import type { Advice } from './report.ts'
import { fewerInZones } from './survival/fewer-places.ts'
import { singlePoints } from './survival/single-points.ts'
import { zoneRoom } from './survival/zone-room.ts'
import { unusedPools } from './tiering/unused-pools.ts'
import type { World } from './world.ts'

/** One pure function per kind of advice. */
const kinds: readonly ((world: World) => Iterable<Advice>)[] = [
  barePods,
  changedOtherwise,
  fewerInZones,
  movingTags,
  noMoreFixes,
  oneDisk,
  openStores,
  quotaRoom,
  shadowed,
  silenced,
  singlePoints,
  twoNames,
  unlistedPods,
  unrouted,
  unusedPools,
  unwatched,
  wavesThrough,
  worstLosses,
  zoneRoom,
]

export function advise(world: World): readonly Advice[] {
  return kinds.flatMap((find) => [...find(world)]).sort((a, b) => (a.id < b.id ? -1 : 1))
}
