// Where a promise that may name no environment holds: in the one that it names, else in all.

import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { World } from '../world.ts'

export function placesIn({ in: where }: { readonly in?: Environment }, { platform }: World): readonly Environment[] {
  if (where) return [where]
  return (platform ? environmentsOf(platform) : []).toSorted((a, b) => byCodePoint(a.name, b.name))
}

/** What stands in the id and in sentences: the environment, else the platform. */
export function placeName({ in: where }: { readonly in?: Environment }, { platform }: World): string {
  return where?.name ?? platform?.name ?? 'platform'
}
