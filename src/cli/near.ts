// Files are named as seen from what was judged: the same on every machine, and short enough to read.

import { relative, sep } from 'node:path'
import type { Report } from '../check/report.ts'

/** The same report with every file named as seen from `folder`; one that does not lie in it keeps its whole path. */
export function seenFrom(folder: string, report: Report): Report {
  return named(report, (file) => nameFrom(folder, file)) as Report
}

function nameFrom(folder: string, file: string): string {
  const near = relative(folder, file)
  return near === '' || near.startsWith('..') ? file : near.split(sep).join('/')
}

// A place is whatever has a file and a line: verdicts, their reasons, assumptions and unread files all say it so.
function named(value: unknown, nameOf: (file: string) => string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => named(item, nameOf))
  const entries = Object.entries(value).map(([key, held]) => [
    key,
    key === 'file' && typeof held === 'string' ? nameOf(held) : named(held, nameOf),
  ])
  return Object.fromEntries(entries)
}
