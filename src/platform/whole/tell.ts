import { atOf } from '../at.ts'
import { makingOf } from '../made.ts'
import { nearest } from '../nearest.ts'
import type { Problem } from '../problem.ts'
import { quoted } from '../words.ts'

/** A problem of a noun's value, at the place where it was declared. */
export function problem(of: object, path: string, found: string, allowed: string, near?: string): Problem {
  const at = atOf(of)?.at
  const title = makingOf(of)?.title ?? 'a value'
  return { of: title, path, ...(at && { at }), found, allowed, ...(near !== undefined && { didYouMean: near }) }
}

/** Had the noun nothing to say against what it was given? */
export function isSound(value: object): boolean {
  return makingOf(value)?.problems.length === 0
}

/** A name that nothing has, with those that there are. */
export function unknownName(of: object, path: string, name: string, what: string, known: Iterable<string>): Problem {
  const sorted = [...new Set(known)].sort()
  const allowed = sorted.length === 0 ? `${what}; there is none` : `${what}: ${sorted.slice(0, 20).join(', ')}`
  return problem(of, path, quoted(name), allowed, nearest(name, sorted))
}

/** What an option holds in the order in which it was written there: the value has its sets sorted. */
export function written<T>(held: readonly T[], of: object, ...path: readonly string[]): readonly T[] {
  const given = path.reduce<unknown>((all, key) => (all as { [key: string]: unknown })?.[key], makingOf(of)?.given)
  if (!Array.isArray(given)) return held
  const wanted = new Set(held)
  const found = given.filter((one) => wanted.has(one))
  return found.length === held.length ? found : held
}

/** The second of each pair of different values that have the same name. */
export function* repeated<T extends object>(values: Iterable<T>, nameOf: (value: T) => string): Generator<T> {
  const first = new Map<string, T>()
  for (const value of values) {
    const name = nameOf(value)
    const before = first.get(name)
    if (before === undefined) first.set(name, value)
    else yield value
  }
}
