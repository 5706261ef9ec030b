// Ranges of addresses outside, which each side of a change cuts in its own way: compared where they overlap, said where they join.

import { type Block, blockOf, overlaps } from '../../engine/reachability/address.ts'
import { sayRange } from '../../engine/reachability/outside-ranges.ts'

/** `10.0.0.0-10.0.0.255` as its first and last address. */
function blockFrom(range: string): Block | undefined {
  const [first, last] = range.split('-').map((address) => blockOf(`${address}/${address.includes(':') ? 128 : 32}`))
  return first && last && { family: first.family, first: first.first, last: last.last }
}

/** What two ranges have in common. */
export function commonRange(a: string, b: string): string | undefined {
  const [one, other] = [blockFrom(a), blockFrom(b)]
  if (!one || !other || !overlaps(one, other)) return undefined
  const first = later(one.first, other.first)
  const last = one.last + other.last - later(one.last, other.last)
  return sayRange({ family: one.family, first, last })
}

/** Ranges that follow each other as one. */
export function joinedRanges(ranges: readonly string[]): readonly string[] {
  const sorted = ranges.flatMap((range) => blockFrom(range) ?? []).sort(byFirst)
  const joined: Block[] = []
  for (const block of sorted) {
    const last = joined.at(-1)
    if (last && last.family === block.family && block.first <= last.last + 1n)
      joined[joined.length - 1] = { ...last, last: later(block.last, last.last) }
    else joined.push(block)
  }
  return joined.map(sayRange)
}

function byFirst(a: Block, b: Block): number {
  if (a.family !== b.family) return a.family - b.family
  return a.first === b.first ? 0 : a.first < b.first ? -1 : 1
}

// Math.max takes no bigint.
function later(a: bigint, b: bigint): bigint {
  if (a > b) return a
  return b
}
