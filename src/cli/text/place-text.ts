// Places in files and documents, in few words.

import type { Position, Stated } from '../../platform/source.ts'

/** `platform.ts:31`. */
export function placeText({ file, line, via }: Position): string {
  return via ? `${file}:${line}, made by ${via.file}:${via.line}` : `${file}:${line}`
}

/** `document 7.2, lines 831, 833-835`. */
export function statedText({ section, lines }: Stated): string {
  const where = /^\d/.test(section) ? `document ${section}` : `document, ${section}`
  return lines.length === 0 ? where : `${where}, ${lines.length === 1 ? 'line' : 'lines'} ${runsOf(lines).join(', ')}`
}

/** Several places, those of one document as one: each section and line once. */
export function citations(places: readonly Stated[], { whole }: { whole?: boolean } = {}): readonly string[] {
  const byDocument = Map.groupBy(places, ({ document }) => document)
  return [...byDocument.values()].map((of) => {
    const joined = joinStated(of)
    return whole || runsOf(joined.lines).length <= mostRuns ? statedText(joined) : inBrief(joined)
  })
}

// More than these are no help to a reader's eye; `explain` lists them all.
const mostRuns = 8

/** `document 2.2 to 9.1, 41 lines from 86 to 998`. */
function inBrief({ section, lines }: Stated): string {
  const sections = section.split(', ')
  const first = sections[0] ?? ''
  const last = sections.at(-1) ?? first
  const where = /^\d/.test(first) ? `document ${first}` : `document, ${first}`
  const places = new Set(lines)
  return `${where}${first === last ? '' : ` to ${last}`}, ${places.size} lines from ${Math.min(...places)} to ${Math.max(...places)}`
}

function joinStated(places: readonly Stated[]): Stated {
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
  return Number.isNaN(difference) || difference === 0 ? (a < b ? -1 : 1) : difference
}

// Consecutive lines as a run: 831, 833-835.
function runsOf(lines: readonly number[]): readonly string[] {
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
  return parts
}
