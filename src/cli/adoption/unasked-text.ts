// What nobody asks about any more, those that differ in the middle alone as one: `5 reaches/…/redis:6379`.

import type { Moved } from '../../check/adopt/compare.ts'
import { byCodePoint } from '../../platform/order.ts'
import { count } from '../text/count.ts'
import { signs } from '../text/verdict-text.ts'

const mostLines = 12
// What failed matters most, then what was shown to hold.
const order = ['broken', 'kept', 'assumed', 'unknown', 'absent']

/** A line per group: `✗ 3 reaches/…/redis:6379   were broken`. */
export function unaskedText(unasked: readonly Moved[]): readonly string[] {
  const sorted = unasked.toSorted((a, b) => order.indexOf(a.was) - order.indexOf(b.was) || byCodePoint(a.id, b.id))
  const groups = Map.groupBy(sorted, ({ id, was, is }) => [was, is, shortened(id)].join(' '))
  const lines = [...groups.values()].map(lineOf)
  const more = lines.length - mostLines
  return more > 1 ? [...lines.slice(0, mostLines), `and ${count(more, 'more group')}`] : lines
}

function lineOf(of: readonly Moved[]): string {
  const [{ id, was, is } = { id: '', was: 'absent', is: 'absent' } as const] = of
  const isOne = of.length === 1
  const sign = was === 'absent' ? '' : `${signs[was]} `
  const now = is === 'absent' ? '' : `, ${isOne ? 'is' : 'are'} ${is}`
  return `${sign}${isOne ? id : `${of.length} ${shortened(id)}`}   ${isOne ? 'was' : 'were'} ${was}${now}`
}

// What is asked, and of what at last.
function shortened(id: string): string {
  const words = id.split('/')
  return words.length > 2 ? `${words[0]}/…/${words.at(-1)}` : id
}
