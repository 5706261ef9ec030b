// One world of a platform, lowered, with what it declares beside components and promises.

import { lower } from '../estate/lower.ts'
import type { PlatformWorld } from '../platform/worlds.ts'
import { plansOf } from './plans/plans.ts'
import type { RunOptions } from './run-options.ts'
import { type World, worldOf } from './world.ts'

export function platformWorld(
  { platform, planned }: Pick<PlatformWorld, 'platform' | 'planned'>,
  { asOf, denied, textOf }: RunOptions,
): World {
  const plans = plansOf(platform, planned)
  return worldOf(lower(platform, { textOf }), { platform, plans, asOf, denied })
}
