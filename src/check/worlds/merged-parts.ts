// What one verdict rests on in several worlds: what is so in some of them only says in which, and what is wrong in others
// than the first is not lost.

import type { Reason } from '../verdict.ts'
import { type WorldSpace, whereOf } from './where.ts'

interface Answered {
  /** Number of the world. */
  readonly at: number
  readonly because: readonly Reason[]
}

/** The parts of the first answer, and those with other roots that do not hold in the others. */
export function mergedParts(answers: readonly Answered[], space: WorldSpace): readonly Reason[] {
  const [first] = answers
  if (!first || answers.every(({ because }) => because === first.because)) return first?.because ?? []
  const worldsOf = new Map<string, Set<number>>()
  for (const { at, because } of answers)
    for (const reason of because) {
      const key = keyOf(reason)
      worldsOf.set(key, (worldsOf.get(key) ?? new Set()).add(at))
    }
  const known = new Set(first.because.flatMap((reason) => [rootOf(reason), keyOf(reason)]))
  const rooted = new Map<string, Set<number>>()
  const others = answers.flatMap(({ at, because }) =>
    because.flatMap((reason) => {
      if (reason.truth === true) return []
      const root = rootOf(reason)
      rooted.set(root, (rooted.get(root) ?? new Set()).add(at))
      if (known.has(root) || known.has(keyOf(reason))) return []
      known.add(root)
      // What mends it was tried in the first world.
      const { fix: _, ...rest } = reason
      return [rest]
    }),
  )
  return [...first.because, ...others].map((reason) => {
    const worlds = worldsOf.get(keyOf(reason)) ?? new Set()
    if (worlds.size === answers.length) return reason
    const where = whereOf(space, worlds)
    // In the others it is so in other words.
    const isOne = rooted.get(rootOf(reason))?.size === answers.length
    return {
      ...reason,
      says: { ...reason.says, line: `${isOne ? 'for example ' : ''}where ${where}: ${reason.says.line}` },
    }
  })
}

const keys = new WeakMap<Reason, string>()

function keyOf(reason: Reason): string {
  const { rule, truth, says } = reason
  const key = keys.get(reason) ?? JSON.stringify([rule, truth ?? null, says])
  keys.set(reason, key)
  return key
}

// What is open has the root that would decide it.
function rootOf({ rule, truth, cause, waitsFor, hint, says }: Reason): string {
  const root = truth === undefined ? (waitsFor ?? hint) : cause
  return JSON.stringify([rule, truth ?? null, root ?? says.line])
}
