// `check PATH --against REF`: the same question asked of the files of a commit, and only what differs shown.

import { type Change, compare } from '../../check/adopt/compare.ts'
import { exitCodeOf, type Report, tally } from '../../check/report.ts'
import { saidAgain } from '../again.ts'
import { type formats, written } from '../formats/written.ts'
import type { Given } from '../options.ts'
import type { pathOptions } from '../path-options.ts'
import { Refusal } from '../refusal.ts'
import { changeJson } from './change-json.ts'
import { changeText } from './change-text.ts'
import { withCheckout } from './checkout.ts'
import { commitOf } from './git.ts'
import { judgedAt } from './judged-at.ts'
import type { Repository } from './repository.ts'

interface Asked {
  readonly path: string
  readonly ref: string
  readonly repository: Repository
  readonly format: (typeof formats)[number] | undefined
  readonly width?: number
  readonly given: Given<typeof pathOptions>
}

/** A change, and the report of what it makes worse. */
export interface Against {
  readonly ref: string
  readonly commit: string
  readonly change: Change
  /** What the change breaks or leaves without its proof, what can be read no more, and notes on both sides. */
  readonly worse: Report
}

/** The answer in the form that was asked for, and the exit code: 1 where the change breaks something. */
export async function against(report: Report, asked: Asked): Promise<{ text: string; exitCode: number }> {
  const found = await changeAgainst(report, asked)
  return { text: await writtenChange(found, asked), exitCode: exitCodeOf(found.worse) }
}

async function changeAgainst(report: Report, { path, ref, repository, given }: Asked): Promise<Against> {
  const doing = `check ${path} --against ${ref}`
  const { root, isGit } = repository
  if (!isGit)
    throw new Refusal(`${path} lies in no git repository`, {
      doing,
      next: 'seaworthy diff OLD NEW compares two folders',
    })
  const commit = commitOf(ref, { root, doing })
  return await withCheckout(commit, { root, doing }, async (checkout) => {
    const before = await judgedAt(checkout, { path, root, doing, given: { ...given, at: report.asOf } })
    const left = checkout.notes.map((one) => `not compared, as ${ref} holds no files of them: ${one}`)
    const said = before ? left : [...left, `${ref} has nothing at ${path}: all is new`]
    const notes = said.map((says) => ({ is: 'note', says }) as const)
    const old = before ?? { ...report, verdicts: [], unread: [] }
    const change = compare(old, report)
    return { ref, commit, change, worse: worseOf(report, old, change, notes) }
  })
}

function worseOf(report: Report, old: Report, { broken, voided }: Change, notes: Report['notes']): Report {
  const known = new Set(old.unread.map(({ file, says }) => `${file}\0${says}`))
  const verdicts = [...broken, ...voided.map(({ verdict }) => verdict)]
  return {
    ...report,
    verdicts,
    advice: [],
    unread: report.unread.filter(({ file, says }) => !known.has(`${file}\0${says}`)),
    notes,
    summary: tally(verdicts),
  }
}

async function writtenChange(
  found: Against,
  { path: typed, format, width, repository, given }: Asked,
): Promise<string> {
  if (format === 'json') return changeJson(found)
  const path = saidAgain(typed, given)
  if (format === undefined || format === 'text') return changeText(found, { path, width })
  const { mended, unasked } = found.change
  const { inRepository } = repository
  return await written(found.worse, { format, path, inRepository, against: { ref: found.ref, mended, unasked } })
}
