// Everything wrong with a platform: the slips inside its nouns, then, in every world, what does not fit together.

import { makingOf } from './made.ts'
import type { Platform } from './model.ts'
import type { Problem } from './problem.ts'
import { reachable } from './reachable.ts'
import { environmentProblems } from './whole/environments.ts'
import { idProblems } from './whole/ids.ts'
import { promiseProblems } from './whole/promises.ts'
import { worldsOf } from './worlds.ts'

// Enough to find what one choice breaks; the worlds of a large platform are judged one by one anyway.
const WORLDS_CHECKED = 64

export function problemsOf(platform: Platform): readonly Problem[] {
  const slips = nounProblems(platform)
  // Where a list was refused as a whole, what refers to its members would be refused again for no reason.
  if (slips.some(({ of }) => /^(platform|environment|cluster) /.test(of))) return slips
  const { worlds } = worldsOf(platform)
  return [...slips, ...worlds.slice(0, WORLDS_CHECKED).flatMap((world) => wholeProblems(world.platform, slips))]
}

function wholeProblems(platform: Platform, slips: readonly Problem[]): readonly Problem[] {
  const inside = slips.length > 0 ? [] : nounProblems(platform)
  return [...inside, ...environmentProblems(platform), ...promiseProblems(platform), ...idProblems(platform)]
}

/** The slips that nouns remembered, of everything that can be reached from the value. */
function nounProblems(root: object): readonly Problem[] {
  const problems: Problem[] = []
  for (const value of reachable(root)) problems.push(...(makingOf(value)?.problems ?? []))
  return problems
}
