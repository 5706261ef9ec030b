// Lists whose order says nothing, in one order: by what they hold, whatever the order in which they were written.

import { makingOf } from './made.ts'
import { byCodePoint } from './order.ts'
import type { Fields, Kind } from './schema.ts'

export function withSortedSets<O extends object>(fields: Fields, options: O): O {
  const entries = Object.entries(options).map(([option, held]) => {
    const field = Object.hasOwn(fields, option) ? fields[option] : undefined
    return [option, field && holdsSets(field) ? sortedIn(field, held) : held]
  })
  return Object.fromEntries(entries)
}

const known = new WeakMap<Kind, boolean>()

function holdsSets(kind: Kind): boolean {
  const before = known.get(kind)
  if (before !== undefined) return before
  const found = (kind.kind === 'list' && kind.isSet === true) || within(kind).some(holdsSets)
  known.set(kind, found)
  return found
}

function within(kind: Kind): readonly Kind[] {
  switch (kind.kind) {
    case 'list':
    case 'map':
      return [kind.of]
    case 'record':
      return Object.values(kind.fields)
    case 'either':
      return kind.of
    default:
      return []
  }
}

function sortedIn(kind: Kind, held: unknown): unknown {
  if (typeof held !== 'object' || held === null || makingOf(held)) return held
  if (kind.kind === 'either') {
    const form = kind.of.find((one) => (one.kind === 'list') === Array.isArray(held) && holdsSets(one))
    return form ? sortedIn(form, held) : held
  }
  if (kind.kind === 'record') return withSortedSets(kind.fields, held)
  if (kind.kind === 'map')
    return Object.fromEntries(Object.entries(held).map(([key, item]) => [key, sortedIn(kind.of, item)]))
  if (kind.kind !== 'list' || !Array.isArray(held)) return held
  const items = holdsSets(kind.of) ? held.map((item) => sortedIn(kind.of, item)) : held
  return kind.isSet && items.length > 1 ? sorted(items) : items
}

function sorted(items: readonly unknown[]): readonly unknown[] {
  return items
    .map((item) => ({ item, said: saidOf(item) }))
    .sort((a, b) => byCodePoint(a.said, b.said))
    .map(({ item }) => item)
}

/** The name of what has one of its own; of anything else what it is about, then what is said in it. */
function saidOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  if (Array.isArray(item)) return item.map(saidOf).join(' ')
  const { is, name, line, component, to, metric } = item as { readonly [option: string]: unknown }
  // A promise's name is a part of its id alone.
  if (typeof is === 'string' && is !== 'promise' && typeof name === 'string') return name
  const said = Object.entries(item).map(([option, held]) => `${option} ${saidOf(held)}`)
  const about = name ?? line ?? component ?? metric ?? (typeof to === 'object' ? to : '')
  return [saidOf(about), ...said.sort(byCodePoint)].join(' ')
}
