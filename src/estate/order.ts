// One order for everything that is written or compared.

import { byCodePoint } from '../platform/order.ts'

/** A sorted copy, by the text that `text` gives each item. */
export function sortedBy<T>(items: Iterable<T>, text: (item: T) => string): T[] {
  const named = Array.from(items, (item) => ({ item, name: text(item) }))
  return named.sort((a, b) => byCodePoint(a.name, b.name)).map(({ item }) => item)
}

export function sortedTexts(texts: Iterable<string>): string[] {
  return [...texts].sort(byCodePoint)
}
