// Values with their open choices made. What two worlds decide alike is one object in both: a value is made again once for
// each way in which the choices within it are made, and not once for each world.

import { isMade, makingOf } from './made.ts'

/** How choices are made: the index of the option, by name. */
export type Picks = ReadonlyMap<string, number>

/** The same value with every choice made; the very same object where nothing in it was open or planned. */
export type Decide = (value: unknown, picks: Picks) => unknown

export function deciding(): Decide {
  const open = opening()
  const made = new Map<object, Map<string, unknown>>()

  const decided: Decide = (value, picks) => {
    if (typeof value !== 'object' || value === null) return value
    const { choices, planned } = open(value)
    if (choices.length === 0 && !planned) return value
    const ways = made.get(value) ?? new Map<string, unknown>()
    made.set(value, ways)
    const way = choices.map((name) => picks.get(name) ?? 0).join(' ')
    if (!ways.has(way)) ways.set(way, decide(value, picks))
    return ways.get(way)
  }

  const decide = (value: object, picks: Picks): unknown => {
    const making = makingOf(value)
    if (making?.is === 'undecided') {
      const { name, options } = value as { readonly name: string; readonly options: readonly unknown[] }
      return decided(options[picks.get(name) ?? 0], picks)
    }
    if (Array.isArray(value)) return decideList(value, picks)
    const given = making?.given ?? value
    const entries = Object.entries(given).map(([key, held]) => [key, decided(held, picks)] as const)
    if (entries.every(([key, held]) => held === Reflect.get(given, key))) return value
    const again = Object.fromEntries(entries)
    return making ? making.remake(again) : Object.freeze(again)
  }

  const decideList = (list: readonly unknown[], picks: Picks): unknown => {
    const there = list.map((item) => decided(item, picks)).filter((item) => !isMade(item, 'planned'))
    return there.length === list.length && there.every((item, index) => item === list[index])
      ? list
      : Object.freeze(there)
  }

  return decided
}

interface Open {
  /** Names of the choices within a value, sorted. */
  readonly choices: readonly string[]
  /** Something in it is planned: it is made again without that. */
  readonly planned: boolean
}

const NOTHING: Open = { choices: [], planned: false }

function opening(): (value: unknown) => Open {
  const known = new Map<object, Open>()

  const open = (value: unknown): Open => {
    if (typeof value !== 'object' || value === null) return NOTHING
    const found = known.get(value) ?? look(value)
    known.set(value, found)
    return found
  }

  const look = (value: object): Open => {
    const making = makingOf(value)
    const choices = new Set<string>()
    let planned = making?.is === 'planned'
    if (making?.is === 'undecided') choices.add((value as { readonly name: string }).name)
    for (const held of Object.values(making?.is === 'undecided' ? value : (making?.given ?? value))) {
      const within = open(held)
      for (const name of within.choices) choices.add(name)
      planned ||= within.planned
    }
    return choices.size === 0 && !planned ? NOTHING : { choices: [...choices].sort(), planned }
  }

  return open
}
