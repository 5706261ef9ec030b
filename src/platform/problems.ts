// Everything wrong with a platform: the slips inside its nouns, then what does not fit together.

import { makingOf } from './made.ts'
import type { Platform } from './model.ts'
import type { Problem } from './problem.ts'

export function problemsOf(platform: Platform): readonly Problem[] {
  return nounProblems(platform)
}

/** The slips that nouns remembered, of everything that can be reached from the value. */
export function nounProblems(root: object): readonly Problem[] {
  const problems: Problem[] = []
  for (const value of reachable(root)) problems.push(...(makingOf(value)?.problems ?? []))
  return problems
}

/** Every object that can be reached from a value, itself first. */
export function* reachable(root: object): Generator<object> {
  const seen = new Set<object>([root])
  for (const value of seen) {
    yield value
    const held = makingOf(value)?.given ?? value
    for (const child of Object.values(held)) {
      if (typeof child === 'object' && child !== null) seen.add(child)
    }
  }
}
