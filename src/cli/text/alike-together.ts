// Many that differ in a name alone, said as one.

import { byCodePoint } from '../../platform/order.ts'
import { count } from './count.ts'

interface Said {
  readonly says: string
  readonly next?: string
  /** Its name, and what is said of all that are alike. */
  readonly name?: string
  readonly alike?: string
}

// Fewer than these are said one by one, with their places.
const leastGrouped = 3
const mostNames = 6

/** In the order of the first of each kind. */
export function alikeTogether<T extends Said>(all: readonly T[]): readonly T[] {
  const groups = Map.groupBy(all, (one) => one.alike ?? one)
  return [...groups.values()].flatMap((of) => (of.length < leastGrouped ? of : together(of)))
}

function together<T extends Said>(of: readonly T[]): readonly T[] {
  const [first] = of
  if (first === undefined) return []
  const names = [...new Set(of.flatMap(({ name }) => name ?? []))].sort(byCodePoint)
  const shown = names.slice(0, mostNames).join(', ')
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  const says = `${names.length} ${first.alike}: ${shown}${more}`
  const isOneStep = of.every(({ next }) => next === first.next)
  const next = isOneStep ? first.next : `${first.next}; ${count(names.length - 1, 'other')} likewise`
  return [{ ...first, says, ...(next !== undefined && { next }) }]
}
