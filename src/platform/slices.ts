// What has to be judged together: where open choices make too many worlds, each verdict is judged in the worlds of the
// choices that it can read, and all others take their first option.

import { makingOf } from './made.ts'
import type { Platform } from './model.ts'
import { reachable } from './reachable.ts'
import { choicesIn } from './worlds.ts'

export interface Slice {
  /** What is read: its open choices, and no others, make the worlds of this slice. */
  readonly readBy: readonly object[]
  /** The promises that are judged in these worlds, as they are declared. */
  readonly promises: readonly object[]
  /** Names of the environments and clusters whose questions are answered in these worlds. */
  readonly places: ReadonlySet<string>
}

interface Group {
  readonly items: readonly object[]
  readonly names: ReadonlySet<string>
}

/** The slices of a platform: one for each set of open choices that something reads. */
export function slicesOf(platform: Platform): readonly Slice[] {
  const alerts = listOf(platform.alerts)
  const placed = [...listOf(platform.environments), ...alerts].filter((item) => makingOf(item)?.is !== 'planned')
  const groups = groupsOf(placed.filter((item) => namesIn(item).size > 0))
  // An alert on nothing in particular is read wherever somebody is watched.
  const everywhere = alerts.filter((item) => namesIn(item).size === 0)
  const ofGroups = groups.map(({ items, names }) => ({
    readBy: [...items, ...everywhere],
    promises: [],
    places: placesOf(names),
  }))
  const ofPromises = listOf(platform.promises).map((promise) => ({
    readBy: [promise, ...everywhere, ...readBy(promise, groups).flatMap(({ items }) => items)],
    promises: [promise],
    places: new Set<string>(),
  }))
  const alike = Map.groupBy([...ofGroups, ...ofPromises], ({ readBy }) =>
    JSON.stringify(choicesIn(readBy).map(({ name }) => name)),
  )
  return [...alike.values()].map(together)
}

/** The platform with these of its promises only. */
export function withPromises(platform: Platform, promises: readonly object[]): Platform {
  const making = makingOf(platform)
  return making ? (making.remake({ ...making.given, promises }) as Platform) : platform
}

function together(slices: readonly Slice[]): Slice {
  return {
    readBy: slices[0]?.readBy ?? [],
    promises: slices.flatMap(({ promises }) => promises),
    places: new Set(slices.flatMap(({ places }) => [...places])),
  }
}

/** What shares a cluster, or a component of one name, can change the answers of the other. */
function groupsOf(items: readonly object[]): readonly Group[] {
  const groups = new Set<Group>()
  for (const item of items) {
    let joined: Group = { items: [item], names: namesIn(item) }
    for (const group of groups) {
      if (!share(joined.names, group.names)) continue
      groups.delete(group)
      joined = { items: [...group.items, ...joined.items], names: new Set([...group.names, ...joined.names]) }
    }
    groups.add(joined)
  }
  return [...groups]
}

// A promise that names neither environment nor component nor cluster may be about any of them.
function readBy(promise: object, groups: readonly Group[]): readonly Group[] {
  const names = namesIn(promise)
  return names.size === 0 ? groups : groups.filter((group) => share(names, group.names))
}

function share(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((name) => others.has(name))
}

/** `cluster/east`, `component/checkout`, `environment/live`: all that can be reached from it. */
function namesIn(item: object): ReadonlySet<string> {
  const names = new Set<string>()
  for (const value of reachable(item)) {
    const is = makingOf(value)?.is
    if (is === 'cluster' || is === 'component' || is === 'environment') {
      names.add(`${is}/${(value as { readonly name: string }).name}`)
    }
  }
  return names
}

function placesOf(names: ReadonlySet<string>): ReadonlySet<string> {
  const places = [...names].filter((name) => !name.startsWith('component/'))
  return new Set(places.map((name) => name.slice(name.indexOf('/') + 1)))
}

// A list may stand open as a whole.
function listOf(held: object): readonly object[] {
  return Array.isArray(held) ? held : [held]
}
