// The same platform, declared in another order: every list whose order says nothing, and the keys of every record.

import { amend } from '../../src/platform/amend.ts'
import { makingOf } from '../../src/platform/made.ts'
import type { Platform } from '../../src/platform/model.ts'
import { randomOf } from '../changes/random.ts'

type Random = () => number

// What follows each other: steps of a procedure and of a journey, waves of a delivery, stages of a pipeline, strategies of
// one deployment (`by`), phases of a roadmap, who is told or takes on after whom, zones over which machines are spread, tiers through which logs pass.
const following = ['steps', 'path', 'waves', 'stages', 'by', 'roadmap', 'escalates', 'told', 'zones', 'keeps', 'weeks']

// Pairs (one in place of another, an arrow, a member and its database), what the first decides (a name, a rule, what a shard
// key begins with), words of a command, choices that are told by their number, and what somebody wrote.
const placed = ['instead', 'arrows', 'names', 'members', 'says', 'rules', 'key', 'command', 'options', 'manifest']

// A citation is made by the function that knows its document.
const ordered = new Set([...following, ...placed, 'stated', 'cites'])

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
