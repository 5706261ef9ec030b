// What has to be done about a failure, whoever does it: without it nothing comes back.

import type { Scenario, Step } from '../../platform/model.ts'
import type { World } from '../world.ts'
import { standbysOf } from './elsewhere.ts'
import { storesIn } from './stores-in.ts'

type Does = NonNullable<Step['does']>

export interface Need {
  readonly says: string
  /** Any of these does it. */
  readonly does: readonly Does[]
  /** Nobody can tell whether it can be done without. */
  readonly isOpen?: true
}

const restored: Need = { says: 'rows brought back', does: ['restore'] }
const taken: Need = { says: 'rows taken over or brought back', does: ['promote', 'restore'] }
const led: Need = { says: 'callers led elsewhere', does: ['redirect'] }
const built: readonly Need[] = [
  { says: 'machines provided', does: ['provision'] },
  { says: 'what ran there deployed', does: ['deploy'] },
]
const before: Need = { says: 'the release before, or another', does: ['rollback', 'deploy'] }
const cut: readonly Need[] = [
  { says: 'what was broken into cut off', does: ['isolate'] },
  { says: 'what was in other hands replaced', does: ['restore', 'deploy', 'provision'] },
  { says: 'credentials replaced, which may be known', does: ['rotate'], isOpen: true },
]

/** In the order in which it is done. */
export function needsOf({ of, in: place }: Scenario, world: World): readonly Need[] {
  if (of.kind === 'corruption') return [restored]
  if (of.kind === 'release') return [before]
  if (of.kind === 'breach') return cut
  if (of.kind !== 'loss') return []
  const keepsRows = storesIn(place).length > 0
  if (of.of === 'store') return keepsRows ? [taken] : []
  if (of.of !== 'region' && of.of !== 'cluster') return []
  const standbys = standbysOf(place, world)
  if (standbys.length === 0) return [...built, ...(keepsRows ? [restored] : [])]
  const isNamed = (world.plans?.failovers ?? []).some(({ from }) => from.name === place.name)
  return [...(isNamed ? [led] : []), ...(keepsRows ? [taken] : [])]
}
