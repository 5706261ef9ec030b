// What is wrong with a platform: all of it at once, as data, and one line of words for each.

import { byCodePoint } from './order.ts'
import type { Position } from './source.ts'

export interface Problem {
  /** The thing that is wrong, as a reader names it: `postgres orders-db`. */
  readonly of: string
  /** Path of the option inside that thing, `volume.size`; empty where the whole thing is meant. */
  readonly path: string
  readonly at?: Position
  readonly found: string
  readonly allowed: string
  readonly didYouMean?: string
}

const LONG = 80

/** `shop.ts:14  postgres orders-db: volume.size: found '100 Gi', allowed: a size such as '100Gi'`. */
export function problemLine(problem: Problem, nameOf: (file: string) => string = baseName): string {
  const { at, of, path, found, allowed, didYouMean } = problem
  const place = at?.file ? `${nameOf(at.file)}:${at.line}  ` : ''
  const thing = path === '' ? of : `${of}: ${path}`
  // Where the slip is plain, a long list of all that is allowed would only hide it.
  if (didYouMean !== undefined && allowed.length > LONG)
    return `${place}${thing}: found ${found}; did you mean '${didYouMean}'?`
  const advice = didYouMean === undefined ? '' : ` (did you mean '${didYouMean}'?)`
  return `${place}${thing}: found ${found}, allowed: ${allowed}${advice}`
}

/** Thrown once, by `platform(...)`, with everything that is wrong, sorted by file, line and path. */
export class PlatformProblems extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: Iterable<Problem>) {
    const sorted = sortedProblems(problems)
    super(sorted.map((problem) => problemLine(problem)).join('\n'))
    this.name = 'PlatformProblems'
    this.problems = sorted
  }
}

function sortedProblems(problems: Iterable<Problem>): Problem[] {
  const once = new Map<string, Problem>()
  for (const problem of problems)
    once.set(
      problemLine(problem, (file) => file),
      problem,
    )
  return [...once.values()].sort(
    (a, b) =>
      byCodePoint(a.at?.file ?? '', b.at?.file ?? '') ||
      (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
      byCodePoint(a.of, b.of) ||
      byCodePoint(a.path, b.path) ||
      byCodePoint(a.found, b.found),
  )
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}
