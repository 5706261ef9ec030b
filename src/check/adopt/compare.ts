// Two reports of one thing, before a change and after it: what the change breaks, mends, leaves without its proof, and
// what it only takes out of sight.

import { isTolerated, type Report } from '../report.ts'
import type { Verdict, Word } from '../verdict.ts'
import { rulesAgainst } from './baseline.ts'
import { goneFrom } from './gone.ts'
import { isMended } from './mended.ts'

/** A verdict that is not what it was. */
export interface Moved {
  readonly id: string
  readonly was: Word | 'absent'
  readonly is: Word | 'absent'
}

export interface Change {
  /** What fails now and did not before, or fails for a rule that held before. */
  readonly broken: readonly Verdict[]
  /** What failed before and holds now; `absent`: it is gone from the files. */
  readonly mended: readonly Moved[]
  /** What was kept, or rested on assumptions, and is less certain now. */
  readonly voided: readonly (Moved & { readonly verdict: Verdict })[]
  /** What was told before and nobody can tell now, though it is still among the files: neither mended nor kept. */
  readonly unasked: readonly Moved[]
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
  const { mended = [], unasked = [] } = Object.groupBy(leftOf(before, now, goneFrom(after)), ({ fate }) => fate)
  return {
    broken,
    mended: mended.map(({ move }) => move),
    voided: after.verdicts.flatMap((verdict) => {
      const was = beforeOf(verdict)
      if (!was || isBroken.has(verdict.id) || rank[verdict.verdict] <= rank[was.verdict]) return []
      return [{ ...moved(verdict.id, was, verdict), verdict }]
    }),
    unasked: unasked.map(({ move }) => move),
  }
}

interface Left {
  readonly fate: 'mended' | 'unasked'
  readonly move: Moved
}

/** What became of the verdicts that failed before, and of those that are not there any more. */
function leftOf(
  { verdicts }: Report,
  now: ReadonlyMap<string, Verdict>,
  isGone: (verdict: Verdict) => boolean,
): readonly Left[] {
  return verdicts.flatMap((verdict): readonly Left[] => {
    const left = now.get(verdict.id)
    const move = moved(verdict.id, verdict, left)
    if (!left) {
      if (isGone(verdict)) return fails(verdict) ? [{ fate: 'mended', move }] : []
      return verdict.verdict === 'unknown' && !fails(verdict) ? [] : [{ fate: 'unasked', move }]
    }
    if (!fails(verdict) || fails(left)) return []
    return [{ fate: isTolerated(left) || isMended(left, rulesAgainst(verdict)) ? 'mended' : 'unasked', move }]
  })
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
