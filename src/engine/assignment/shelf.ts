// A partition of the nodes into cells, kept up to date while pods come to them and go. Classes to which the same makes
// a difference use the same one: what changes is looked at once for all of them.

import type { Asked } from './asked.ts'
import { countAt } from './counters.ts'
import { type LiveCells, liveCells } from './live-cells.ts'
import { pairNumbers } from './pair-numbers.ts'
import type { List, Traits } from './traits.ts'

export interface Shelf extends Omit<LiveCells, 'move'> {
  /** Looks again at the nodes to which pods have come, or from which they have gone. */
  refresh(changed: readonly number[]): void
}

export interface Shelves {
  /** One that other classes of these traits have as well; they bar nodes on their own. */
  shared(asked: Asked, traits: Traits): Shelf
}

/** `changed` are all nodes that have changed so far, in order; it only grows. */
export function shelvesOf(changed: readonly number[]): Shelves {
  const known: { readonly lists: readonly (List | undefined)[]; readonly asked: Asked; readonly shelf: Shelf }[] = []
  return {
    shared(asked, { fixed }) {
      const lists = [asked.mayTake, asked.images, ...fixed]
      const found = known.find((one) => one.asked.room === asked.room && areSameLists(one.lists, lists))
      if (found) return found.shelf
      const shelf = shelfOf(asked, { fixed, moving: [], barring: [], countsClosed: false }, changed)
      known.push({ lists, asked, shelf })
      return shelf
    },
  }
}

export function shelfOf(asked: Asked, traits: Traits, changed: readonly number[]): Shelf {
  const count = asked.nodes.length
  const { fixed, moving, barring } = traits
  const pairs = pairNumbers()
  const alike = asked.nodes.map((_, node) => fixed.reduce((id, list) => pairs.of(id, list[node] ?? 0), 0))
  const { move, ...cells } = liveCells(count)
  const look = (node: number) => {
    const isBarred = barring.length > 0 && barring.some((counter) => countAt(counter, node) > 0)
    const room = asked.mayTake[node] === 1 && !isBarred ? asked.room(node) : -1
    const isOpen = room >= 0
    if (!isOpen && !traits.countsClosed) return move(node, undefined)
    const base = isOpen ? room + (asked.images?.[node] ?? 0) : -1
    let id = pairs.of(alike[node] ?? 0, base)
    for (const trait of moving) id = pairs.of(id, trait(node))
    move(node, { id, isOpen, base })
  }
  const lookAtAll = () => {
    for (let node = 0; node < count; node++) look(node)
  }
  lookAtAll()
  let seen = changed.length
  return {
    ...cells,
    refresh(list) {
      if (list.length - seen > count) lookAtAll()
      else for (let at = seen; at < list.length; at++) look(list[at] ?? 0)
      seen = list.length
    },
  }
}

function areSameLists(some: readonly (List | undefined)[], others: readonly (List | undefined)[]): boolean {
  return some.length === others.length && some.every((one, at) => isSameList(one, others[at]))
}

function isSameList(one: List | undefined, other: List | undefined): boolean {
  if (one === other) return true
  if (one?.length !== other?.length || one === undefined || other === undefined) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
