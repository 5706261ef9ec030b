// What is worth knowing and fails no run, in a screenful at most: --format json has all of it.

import type { Advice } from '../../check/report.ts'
import { rows, wrap } from './wrap.ts'

// More rows of one advice than these are counted.
const mostRows = 6

export function adviceText(advice: readonly Advice[], width: number | undefined): readonly string[] {
  if (advice.length === 0) return []
  return ['', 'worth knowing', ...advice.flatMap((one) => oneText(one, width))]
}

function oneText({ says: { line, rows: all = [] } }: Advice, width: number | undefined): readonly string[] {
  const more = all.length - mostRows
  // One row more takes no more room than saying that there is one.
  const shown = more > 1 ? all.slice(0, mostRows) : all
  return [
    ...wrap(`  ${line}`, width, '    '),
    ...rows(shown, '    ', width),
    ...(more > 1 ? [`    and ${more} more`] : []),
  ]
}
