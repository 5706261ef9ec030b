// A baseline as a file: read, and applied to a report.

import { readFileSync, statSync } from 'node:fs'
import { type BaselineEntry, withBaseline } from '../../check/adopt/baseline.ts'
import type { Note, Report } from '../../check/report.ts'
import type { Given } from '../options.ts'
import type { pathOptions } from '../path-options.ts'
import { Refusal } from '../refusal.ts'
import { count } from '../text/count.ts'
import { readBaseline } from './read-baseline.ts'
import { differences, saidWith } from './said-with.ts'

/** The command that a report answers. */
interface Asked {
  /** The path, and what was said beside it. */
  readonly again: string
  readonly given: Given<typeof pathOptions>
}

const mostBytes = 16 * 2 ** 20

export function baselineText(file: string): string {
  const doing = 'read the baseline'
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile())
    throw new Refusal(`${file} is not there`, { doing, next: 'name a file that seaworthy baseline wrote' })
  if (found.size > mostBytes)
    throw new Refusal(`${file} is larger than ${mostBytes / 2 ** 20} MiB`, { doing, next: 'prune it' })
  return readFileSync(file, 'utf8')
}

/** The report with what the file tolerates; what in it is solved, or judged no more, is noted with the next step. */
export function withBaselineFile(report: Report, file: string, { again, given }: Asked): Report {
  const { toldWith, entries } = readBaseline(baselineText(file), file)
  const { report: judged, solved, unjudged } = withBaseline(report, entries)
  const notes = [
    ...differences(toldWith, saidWith(given)).map((says): Note => ({ is: 'note', says: `${file} ${says}` })),
    // What could not be read may hold what seems to be solved.
    ...(report.unread.length > 0 ? [] : [...solvedNotes(solved, file, again), ...unjudgedNotes(unjudged, file)]),
  ]
  return { ...judged, notes: [...judged.notes, ...notes] }
}

function solvedNotes(solved: readonly BaselineEntry[], file: string, again: string): readonly Note[] {
  if (solved.length === 0) return []
  const are = solved.length === 1 ? 'is' : 'are'
  const says = `${count(solved.length, 'finding')} of ${file} ${are} solved`
  return [{ is: 'note', says, next: `seaworthy baseline ${again} --prune` }]
}

const mostNamed = 5

function unjudgedNotes(unjudged: readonly BaselineEntry[], file: string): readonly Note[] {
  if (unjudged.length === 0) return []
  const named = unjudged.slice(0, mostNamed).map(({ id }) => id)
  const more = unjudged.length > named.length ? ` and ${unjudged.length - named.length} more` : ''
  const says = `${count(unjudged.length, 'finding')} of ${file} can no longer be judged, which mends nothing: ${named.join(', ')}${more}`
  return [{ is: 'note', says, next: 'take out by hand what is meant to be so; --prune keeps it' }]
}
