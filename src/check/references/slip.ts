// Whether a name was meant to be one that is there.

import { nearest } from '../../platform/nearest.ts'

/** The known name that a slip of the keyboard explains; names that count or tell siblings apart are no slips: `db-1` and `db-2`, `pg-rw` and `pg-ro`. */
export function slipOf(name: string, known: Iterable<string>): string | undefined {
  return nearest(
    name,
    [...known].filter((other) => other !== name && !areSiblings(name, other)),
  )
}

// The longest word that tells siblings apart: `eu`, `ro`, `dev`.
const longestMark = 3

function areSiblings(a: string, b: string): boolean {
  if (withoutNumbers(a) === withoutNumbers(b)) return true
  const [left, right] = [a.split(/[-._]/), b.split(/[-._]/)]
  // `orders-a` is another one of `orders`.
  if (left.length !== right.length)
    return left.every((word, at) => word === right[at]) || right.every((word, at) => word === left[at])
  const differing = left.flatMap((word, at) => (word === right[at] ? [] : [[word, right[at] ?? ''] as const]))
  return left.length > 1 && differing.every(([one, other]) => one.length <= longestMark && other.length <= longestMark)
}

function withoutNumbers(text: string): string {
  return text.replaceAll(/\d+/g, '#')
}
