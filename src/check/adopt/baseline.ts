// The findings that stood when a team began, each with owner and expiry. What stands there is tolerated as far as it is no
// worse than it was: a promise that was unknown and is broken now is new, and so is a finding that breaks for a new reason.

import type { Ref } from '../../kubernetes/types.ts'
import { type Report, tally } from '../report.ts'
import type { Verdict } from '../verdict.ts'
import { goneFrom } from './gone.ts'
import { isMended } from './mended.ts'

export interface BaselineEntry {
  readonly id: string
  /** What it was when it was written. */
  readonly verdict: 'broken' | 'unknown'
  /** Rules that did not hold when it was written; absent where any reason is tolerated. */
  readonly because?: readonly string[]
  readonly says: string
  /** Where it was found, and the objects that it was about: once they are gone it is solved. */
  readonly cluster?: string
  readonly about?: readonly Ref[]
  readonly owner: string
  readonly reason: string
  /** Last day on which it holds, `2027-03-31`. */
  readonly until: string
}

/** What fails a run and nobody tolerates: what a baseline is written of. */
export function standing(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter((verdict) => fails(verdict) && verdict.waiver === undefined)
}

/** Rules of a verdict that do not hold, each once, sorted. */
export function rulesAgainst({ because, verdict }: Verdict): readonly string[] {
  const against = because.filter(({ truth }) => truth === (verdict === 'broken' ? false : undefined))
  return [...new Set(against.map(({ rule }) => rule))].sort()
}

/** What a baseline makes of a report. */
interface Tolerated {
  readonly report: Report
  /** Entries of what holds now, or of what is gone from the files. */
  readonly solved: readonly BaselineEntry[]
  /** Entries of what nobody can tell any more: nothing asks about it, or what it rests on is not known. */
  readonly unjudged: readonly BaselineEntry[]
}

/** The report with what the entries tolerate. */
export function withBaseline(report: Report, entries: readonly BaselineEntry[]): Tolerated {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const verdicts = report.verdicts.map((verdict) => {
    const entry = byId.get(verdict.id) ?? (verdict.was === undefined ? undefined : byId.get(verdict.was))
    const isMeant = entry !== undefined && fails(verdict) && isNoWorse(verdict, entry)
    if (!isMeant || (verdict.waiver && !verdict.waiver.expired)) return verdict
    const { owner, reason, until } = entry
    return { ...verdict, waiver: { owner, reason, until, expired: until < report.asOf } }
  })
  const now = new Map(verdicts.flatMap((one) => (one.was === undefined ? [] : [[one.was, one] as const])))
  for (const one of verdicts) now.set(one.id, one)
  const isGone = goneFrom(report)
  const isSolved = (entry: BaselineEntry) => {
    const verdict = now.get(entry.id)
    return verdict ? isMended(verdict, entry.because) : isGone(entry)
  }
  const open = entries.filter(({ id }) => {
    const verdict = now.get(id)
    return !verdict || !fails(verdict)
  })
  const { solved = [], unjudged = [] } = Object.groupBy(open, (entry) => (isSolved(entry) ? 'solved' : 'unjudged'))
  return { report: { ...report, verdicts, summary: tally(verdicts) }, solved, unjudged }
}

function fails({ verdict, kind }: Verdict): boolean {
  return verdict === 'broken' || (verdict === 'unknown' && kind !== 'question')
}

function isNoWorse(verdict: Verdict, { verdict: was, because }: BaselineEntry): boolean {
  if (verdict.verdict === 'broken' && was === 'unknown') return false
  const isBetter = verdict.verdict !== was
  return isBetter || because === undefined || rulesAgainst(verdict).every((rule) => because.includes(rule))
}
