// One world of a platform, lowered, with what it declares beside components and promises.

import { settled } from '../engine/capacity/settled.ts'
import type { Estate } from '../estate/estate.ts'
import { lower } from '../estate/lower.ts'
import { isMonitored } from '../estate/monitoring/is-monitored.ts'
import { withMonitoring } from '../estate/monitoring/with-monitoring.ts'
import type { PlatformWorld } from '../platform/worlds.ts'
import { plansOf } from './plans/plans.ts'
import type { RunOptions } from './run-options.ts'
import { type World, worldOf } from './world.ts'

/** An estate as it is judged: with what its monitoring is told, and with the nodes that its autoscaler settles on. */
export function standingOf(estate: Estate): Estate {
  return settled(isMonitored(estate) ? withMonitoring(estate) : estate)
}

export function platformWorld(
  { platform, planned, open }: Pick<PlatformWorld, 'platform' | 'planned' | 'open'>,
  { asOf, denied, briefly, textOf, estates }: RunOptions,
): World {
  const plans = plansOf(platform, planned, open)
  const standing = (estates ?? lower(platform, { textOf })).map(standingOf)
  return worldOf(standing, { platform, plans, asOf, denied, briefly })
}
