// A baseline as a file: read, and applied to a report.

import { readFileSync, statSync } from 'node:fs'
import { withBaseline } from '../../check/adopt/baseline.ts'
import type { Report } from '../../check/report.ts'
import { Refusal } from '../refusal.ts'
import { count } from '../text/count.ts'
import { readBaseline } from './read-baseline.ts'

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

/** The report with what the file tolerates; what in it is solved is noted with the next step. */
export function withBaselineFile(report: Report, file: string, again: string): Report {
  const judged = withBaseline(report, readBaseline(baselineText(file), file))
  // What could not be read may hold what seems to be solved.
  if (judged.solved.length === 0 || report.unread.length > 0) return judged.report
  const are = judged.solved.length === 1 ? 'is' : 'are'
  const says = `${count(judged.solved.length, 'finding')} of ${file} ${are} solved`
  const note = { is: 'note', says, next: `seaworthy baseline ${again} --prune` } as const
  return { ...judged.report, notes: [...judged.report.notes, note] }
}
