// One order for everything that is written or compared.

import { byCodePoint } from '../platform/order.ts'

/** A sorted copy, by the text that `text` gives each item. */
export function sortedBy<T>(items: Iterable<T>, text: (item: T) => string): T[] {
  return [...items].sort((a, b) => byCodePoint(text(a), text(b)))
}

export function sortedTexts(texts: Iterable<string>): string[] {
  return [...texts].sort(byCodePoint)
}
