// Everything wrong with a platform: the slips inside its nouns, then what does not fit together.

import { makingOf } from './made.ts'
import type { Platform } from './model.ts'
import type { Problem } from './problem.ts'
import { reachable } from './reachable.ts'

export function problemsOf(platform: Platform): readonly Problem[] {
  return nounProblems(platform)
}

/** The slips that nouns remembered, of everything that can be reached from the value. */
export function nounProblems(root: object): readonly Problem[] {
  const problems: Problem[] = []
  for (const value of reachable(root)) problems.push(...(makingOf(value)?.problems ?? []))
  return problems
}
