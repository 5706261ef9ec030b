import type { Ref } from '../../kubernetes/types.ts'
import type { Direction } from './policy.ts'
import type { Reachability } from './reachability.ts'
import { refsIn } from './tier-side.ts'

/** The policies of every kind that have a say in what pods of a class may do in a direction; none: all is open. */
export function policiesOn(r: Reachability, at: number, direction: Direction): readonly Ref[] {
  const tiers = r.tiers?.[direction](at)
  if (!tiers) return (r.isolating[direction][at] ?? []).map(({ ref }) => ref)
  return [...new Set(tiers.flatMap(refsIn))]
}
