// Places in files and documents, in few words.

import type { Position, Stated } from '../../platform/source.ts'

/** `as-written.ts:31`. */
export function placeText({ file, line }: Position): string {
  return `${file}:${line}`
}

/** Several places as one: their sections and lines, each once. */
export function joinStated(places: readonly Stated[]): Stated {
  const sections = places.flatMap(({ section }) => section.split(', '))
  return {
    document: places[0]?.document ?? '',
    section: [...new Set(sections)].sort(bySection).join(', '),
    lines: places.flatMap(({ lines }) => lines),
  }
}

// 2.1 before 10.2; appendices last.
function bySection(a: string, b: string): number {
  const [x, y] = [a, b].map((section) => section.split('.').map(Number))
  const difference = (x?.[0] ?? 0) - (y?.[0] ?? 0) || (x?.[1] ?? 0) - (y?.[1] ?? 0)
  return Number.isNaN(difference) ? (a < b ? -1 : 1) : difference
}

/** `document 7.2, lines 831, 833-835`. */
export function statedText({ section, lines }: Stated): string {
  const where = /^\d/.test(section) ? `document ${section}` : `document, ${section}`
  return lines.length === 0 ? where : `${where}, ${lines.length === 1 ? 'line' : 'lines'} ${runs(lines)}`
}

// Consecutive lines as a run: 831, 833-835.
function runs(lines: readonly number[]): string {
  const sorted = [...new Set(lines)].sort((a, b) => a - b)
  const parts: string[] = []
  let first = sorted[0] ?? 0
  let last = first
  for (const line of [...sorted.slice(1), Number.NaN]) {
    if (line === last + 1) {
      last = line
      continue
    }
    parts.push(first === last ? `${first}` : `${first}-${last}`)
    first = line
    last = line
  }
  return parts.join(', ')
}
