// The same platform, declared in another order: every list whose order says nothing, and the keys of every record.

import { amend } from '../../src/platform/amend.ts'
import { makingOf } from '../../src/platform/made.ts'
import type { Platform } from '../../src/platform/model.ts'
import { randomOf } from '../changes/random.ts'

type Random = () => number

// The steps of a procedure and of a journey and the waves of a delivery follow each other, a pair is one in place of another,
// an arrow or a name, of rules the first may hold, choices are told by their number, a manifest is what somebody wrote, and
// a citation is made by the function that knows its document.
const ordered = new Set([
  'steps',
  'waves',
  'path',
  'instead',
  'arrows',
  'says',
  'rules',
  'options',
  'manifest',
  'stated',
  'cites',
])

/** Each seed gives another order, always the same one. */
export function shuffled(platform: Platform, seed: number): Platform {
  const random = randomOf(seed)
  return amend(platform, (_, options) => again(options, random) as typeof options)
}

function again(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || makingOf(value)) return value
  if (Array.isArray(value)) return permuted(value, random).map((item) => again(item, random))
  const entries = Object.entries(value).map(([key, item]) => [key, ordered.has(key) ? item : again(item, random)])
  return Object.fromEntries(permuted(entries, random))
}

function permuted<T>(items: readonly T[], random: Random): T[] {
  const left = [...items]
  return items.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as T)
}
