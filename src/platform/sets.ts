// Lists whose order says nothing, in one order: by name, whatever the order in which they were written.

import { byCodePoint } from './order.ts'
import type { Fields } from './schema.ts'

export function withSortedSets<O extends object>(fields: Fields, options: O): O {
  const entries = Object.entries(options).map(([option, held]) => {
    const field = Object.hasOwn(fields, option) ? fields[option] : undefined
    const isSet = field?.kind === 'list' && field.isSet && Array.isArray(held)
    return [option, isSet ? held.toSorted((a, b) => byCodePoint(nameOf(a), nameOf(b))) : held]
  })
  return Object.fromEntries(entries)
}

function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  return 'name' in item && typeof item.name === 'string' ? item.name : ''
}
