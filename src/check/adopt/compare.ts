// Two reports of one thing, before a change and after it: what the change breaks, mends, and leaves without its proof.

import { isTolerated, type Report } from '../report.ts'
import type { Verdict, Word } from '../verdict.ts'

interface Moved {
  readonly id: string
  readonly was: Word | 'absent'
  readonly is: Word | 'absent'
}

export interface Change {
  /** What fails now and did not before, or fails for a rule that held before. */
  readonly broken: readonly Verdict[]
  /** What failed before and does not any more; `absent`: nothing asks about it any more. */
  readonly mended: readonly Moved[]
  /** What was kept, or rested on assumptions, and is less certain now. */
  readonly voided: readonly (Moved & { readonly verdict: Verdict })[]
}

/** By id, also by the one that it had before; verdicts of one id with one answer are left out. */
export function compare(before: Report, after: Report): Change {
  const old = new Map(before.verdicts.map((verdict) => [verdict.id, verdict]))
  const named = after.verdicts.map((verdict) => [verdict.id, verdict] as const)
  const renamed = after.verdicts.flatMap((verdict) =>
    verdict.was === undefined ? [] : [[verdict.was, verdict] as const],
  )
  const now = new Map([...renamed, ...named])
  const beforeOf = (verdict: Verdict) => idsOf(verdict).flatMap((id) => old.get(id) ?? [])[0]
  const broken = after.verdicts.filter((verdict) => fails(verdict) && isNew(verdict, beforeOf(verdict)))
  const isBroken = new Set(broken.map(({ id }) => id))
  return {
    broken,
    mended: before.verdicts.flatMap((verdict) => {
      const left = now.get(verdict.id)
      return fails(verdict) && !(left && fails(left)) ? [moved(verdict.id, verdict, left)] : []
    }),
    voided: after.verdicts.flatMap((verdict) => {
      const was = beforeOf(verdict)
      if (!was || isBroken.has(verdict.id) || rank[verdict.verdict] <= rank[was.verdict]) return []
      return [{ ...moved(verdict.id, was, verdict), verdict }]
    }),
  }
}

/** The id of a verdict, and the one that it had before it was renamed. */
function idsOf({ id, was }: Verdict): readonly string[] {
  return was === undefined ? [id] : [id, was]
}

const rank: { readonly [W in Word]: number } = { kept: 0, assumed: 1, unknown: 2, broken: 3 }

function moved(id: string, was: Verdict | undefined, is: Verdict | undefined): Moved {
  return { id, was: was?.verdict ?? 'absent', is: is?.verdict ?? 'absent' }
}

function fails(verdict: Verdict): boolean {
  const isOpen = verdict.verdict === 'broken' || (verdict.verdict === 'unknown' && verdict.kind !== 'question')
  return isOpen && !isTolerated(verdict)
}

function isNew(verdict: Verdict, was: Verdict | undefined): boolean {
  if (!was || !fails(was) || rank[verdict.verdict] > rank[was.verdict]) return true
  const held = new Set(rulesFalse(was))
  return rulesFalse(verdict).some((rule) => !held.has(rule))
}

function rulesFalse({ because }: Verdict): readonly string[] {
  return because.flatMap(({ rule, truth }) => (truth === false ? [rule] : []))
}
