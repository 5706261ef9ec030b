// Both halves of a proof: it holds, and it fails on a copy in which just that fact is said differently.

import type { Platform } from '../../src/platform/model.ts'
import { problemsOf } from '../../src/platform/problems.ts'
import { asked } from './asked.ts'
import type { Claim } from './claim.ts'
import type { Facts, Shown } from './fact.ts'

/** Why the fact is not proven; undefined where it is. */
export function unproven({ on, holds, unless }: Shown, { platform, asWritten }: Facts): string | undefined {
  const before = on === 'as-written' ? asWritten : platform
  const misses = missesOf(holds, before)
  if (misses.length > 0) return `it does not hold: ${misses.join('; ')}`

  const after = unless(before)
  const problems = problemsOf(after)
  if (problems.length > 0)
    return `the copy is refused: ${problems.map(({ of, found }) => `${of}: ${found}`).join('; ')}`
  return missesOf(holds, after).length > 0 ? undefined : 'it holds as well where the fact is said differently'
}

function missesOf(claims: readonly Claim[], platform: Platform): readonly string[] {
  const judged = asked(platform, [...new Set(claims.flatMap(({ asks }) => asks))])
  return claims.map(({ misses }) => misses(judged)).filter((missed) => missed !== undefined)
}
