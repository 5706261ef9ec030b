// Doubt is expanded, not carried: every open choice decided in every way, each as a platform without doubt. What is
// planned is absent from all of them.

import { type Decide, deciding } from './deciding.ts'
import { isMade, makingOf } from './made.ts'
import type { Environment, Platform } from './model.ts'
import { byCodePoint } from './order.ts'
import { allReachable, reachable } from './reachable.ts'

/** A platform with each open choice decided; its name says how: `logs=loki, mesh=istio`, empty where nothing was open. */
export interface PlatformWorld {
  readonly name: string
  readonly choices: ReadonlyMap<string, number>
  /** The name, choice by choice: `['logs=loki', 'mesh=istio']`. */
  readonly picks: readonly string[]
  readonly platform: Platform
  /** Environments that are planned, decided too: absent from the platform. */
  readonly planned: readonly Environment[]
  /** What was open in what the world is of: the same in all of its worlds. */
  readonly open?: readonly Choice[]
}

export interface Worlds {
  readonly worlds: readonly PlatformWorld[]
  /** Said where there are more than 1,024: then only the first ones are here, and nothing is known about the others. */
  readonly tooMany?: string
}

const MOST = 1024

/** What stands open: its name, and what it may be. */
export interface Choice {
  readonly name: string
  readonly labels: readonly string[]
}

/**
 * The worlds of a platform. With `readBy` (promises, alerts), only choices that those can reach are varied; all others
 * take their first option, which nobody reads.
 */
export function worldsOf(platform: Platform, readBy?: readonly object[]): Worlds {
  if (readBy) return expanded(platform, choicesIn(readBy))
  const found = known.get(platform) ?? expanded(platform, choicesIn([platform]))
  known.set(platform, found)
  return found
}

// Asked when a platform is made, and again when it is judged.
const known = new WeakMap<Platform, Worlds>()

function expanded(platform: Platform, choices: readonly Choice[]): Worlds {
  const count = choices.reduce((product, { labels }) => product * labels.length, 1)
  const decide = deciding()
  const worlds: PlatformWorld[] = []
  for (let index = 0; index < Math.min(count, MOST); index++) worlds.push(worldAt(platform, choices, index, decide))
  if (count <= MOST) return { worlds }
  const names = choices.map(({ name, labels }) => `${name} (${labels.length})`).join(', ')
  return { worlds, tooMany: `open choices make ${count} worlds, more than ${MOST} are not judged: ${names}` }
}

/** Does anything here stand open, or is planned? */
export function isDecided(value: object): boolean {
  for (const held of reachable(value)) if (isMade(held, 'undecided', 'planned')) return false
  return true
}

/** The open choices that can be reached from these, by name. */
export function choicesIn(roots: readonly object[]): readonly Choice[] {
  const choices = new Map<string, Choice>()
  for (const root of roots) {
    for (const value of isMade(root, 'platform') ? allReachable(root) : reachable(root)) {
      const making = makingOf(value)
      if (making?.is !== 'undecided') continue
      const { name, options } = value as { name: string; options: readonly unknown[] }
      const choice = { name, labels: labelsOf(options) }
      const before = choices.get(name)
      if (options.length > 0 && (!before || byLabels(choice, before) < 0)) choices.set(name, choice)
    }
  }
  return [...choices.values()].sort((a, b) => byCodePoint(a.name, b.name))
}

// One choice may be said at several places, and be called differently there: the words that come first stand for it.
function byLabels(one: Choice, other: Choice): number {
  return byCodePoint(one.labels.join(' '), other.labels.join(' '))
}

// Two of one name are told apart by what they are, by an option that only one of them has so, or by their numbers.
function labelsOf(options: readonly unknown[]): readonly string[] {
  const labels = options.map(labelOf)
  const byNoun = options.map((option, at) => {
    const { noun } = heldIn(option)
    return typeof noun === 'string' ? `${noun} ${labels[at]}` : (labels[at] ?? '')
  })
  const all = options.map((option) => Object.entries(heldIn(heldIn(option).options)))
  const byOption = all.map((own, at) => {
    const found = own.find(([key, value]) =>
      all.every(
        (others, other) => other === at || !others.some(([name, said]) => name === key && sayAlike(said, value)),
      ),
    )
    return found ? `${labels[at]} ${found[0]} ${labelOf(found[1], at)}` : (labels[at] ?? '')
  })
  const ways = [labels, byNoun, byOption, labels.map((label, at) => `${label} (choice ${at + 1})`)]
  return ways.find((way) => new Set(way).size === way.length) ?? labels
}

function sayAlike(one: unknown, other: unknown): boolean {
  return one === other || labelOf(one, 0) === labelOf(other, 0)
}

function heldIn(value: unknown): { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null ? (value as { readonly [field: string]: unknown }) : {}
}

function labelOf(option: unknown, index: number): string {
  if (typeof option === 'string' || typeof option === 'number') return String(option)
  const { is, name, kind } = heldIn(option)
  const word = is === 'strategy' ? kind : name
  return typeof word === 'string' && word !== '' ? word : `choice ${index + 1}`
}

// The index in mixed radix: the last choice varies fastest.
function worldAt(platform: Platform, choices: readonly Choice[], index: number, decide: Decide): PlatformWorld {
  const picks = new Map<string, number>()
  let rest = index
  for (const { name, labels } of choices.toReversed()) {
    picks.set(name, rest % labels.length)
    rest = Math.floor(rest / labels.length)
  }
  const named = choices.map((choice) => `${choice.name}=${choice.labels[picks.get(choice.name) ?? 0]}`)
  return {
    name: named.join(', '),
    choices: picks,
    picks: named,
    ...(choices.length > 0 && { open: choices }),
    platform: decide(platform, picks) as Platform,
    planned: plannedIn(platform.environments, picks, decide),
  }
}

// A list may stand open as a whole.
function plannedIn(environments: object, picks: ReadonlyMap<string, number>, decide: Decide): readonly Environment[] {
  if (isMade(environments, 'undecided')) {
    const { name, options } = environments as { name: string; options: readonly object[] }
    return plannedIn(options[picks.get(name) ?? 0] ?? [], picks, decide)
  }
  const all: readonly unknown[] = Array.isArray(environments) ? environments : []
  return all.flatMap((one) =>
    isMade(one, 'planned') ? (decide((one as { value: unknown }).value, picks) as Environment) : [],
  )
}
