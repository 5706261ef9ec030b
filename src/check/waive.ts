// A waived finding stays broken in the data and is counted apart; an expired waiver tolerates nothing.

import { atOf } from '../platform/at.ts'
import type { Waiver } from '../platform/model.ts'
import { byCodePoint } from '../platform/order.ts'
import type { Advice } from './report.ts'
import type { Verdict } from './verdict.ts'

/** The verdicts with the waivers of those that are broken, and a broken one for each waiver that names no verdict. */
export function waived(verdicts: readonly Verdict[], waivers: readonly Waiver[], asOf: string): readonly Verdict[] {
  if (waivers.length === 0) return verdicts
  const byId = new Map(waivers.map((waiver) => [waiver.of, waiver]))
  const judged = verdicts.map((verdict) => {
    const waiver = byId.get(verdict.id) ?? (verdict.was === undefined ? undefined : byId.get(verdict.was))
    if (!waiver || verdict.verdict !== 'broken') return verdict
    const { owner, reason, until } = waiver
    return { ...verdict, waiver: { owner, reason, until, expired: until < asOf } }
  })
  const known = new Set(verdicts.flatMap(({ id, was }) => [id, was]))
  const dangling = waivers.filter(({ of }) => !known.has(of)).map(unmatched)
  return [...judged, ...dangling].sort((a, b) => byCodePoint(a.id, b.id))
}

/** A waiver for a verdict that nobody gives any more hides nothing and should go: broken, so that it is seen. */
function unmatched(waiver: Waiver): Verdict {
  const { of, owner, reason, until } = waiver
  const cause = `waiver/${of}`
  return {
    id: `waives/${of}`,
    kind: 'question',
    asks: 'waives',
    subject: of,
    verdict: 'broken',
    says: 'every waiver names a verdict of this run',
    because: [
      {
        rule: 'names',
        truth: false,
        because: { of, owner, reason, until },
        says: { line: `the waiver of ${owner} tolerates ${of}, and no verdict has this id` },
        assumes: [],
        cause,
        hint: 'take the waiver out, or name the verdict that it means',
        at: atOf(waiver)?.at,
      },
    ],
    assumes: [],
    after: [],
    cause,
  }
}

/** Waivers of what is not broken: they tolerate nothing, and may go. */
export function needlessWaivers(verdicts: readonly Verdict[], waivers: readonly Waiver[]): readonly Advice[] {
  const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]))
  return waivers.flatMap(({ of, owner }) => {
    const verdict = byId.get(of)
    if (!verdict || verdict.verdict === 'broken') return []
    const line = `the waiver of ${owner} tolerates ${of}, which is ${verdict.verdict}: it can go`
    return [{ id: `needless-waiver/${of}`, says: { line } }]
  })
}
