// A waived finding stays broken in the data and is counted apart; an expired waiver tolerates nothing.

import type { Waiver } from '../platform/model.ts'
import type { Verdict } from './verdict.ts'

export function waived(verdicts: readonly Verdict[], waivers: readonly Waiver[], asOf: string): readonly Verdict[] {
  if (waivers.length === 0) return verdicts
  const byId = new Map(waivers.map((waiver) => [waiver.of, waiver]))
  const judged = verdicts.map((verdict) => {
    const waiver = byId.get(verdict.id)
    if (!waiver) return verdict
    const { owner, reason, until } = waiver
    return { ...verdict, waiver: { owner, reason, until, expired: until < asOf } }
  })
  const known = new Set(verdicts.map(({ id }) => id))
  const dangling = waivers.filter(({ of }) => !known.has(of)).map(unmatched)
  return [...judged, ...dangling].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A waiver for a verdict that nobody gives any more hides nothing and should go: broken, so that it is seen. */
function unmatched(waiver: Waiver): Verdict {
  const says = `the waiver of ${waiver.owner} tolerates ${waiver.of}, and no verdict has this id`
  return {
    id: `waives/${waiver.of}`,
    kind: 'question',
    asks: 'waives',
    subject: waiver.of,
    verdict: 'broken',
    says: 'every waiver names a verdict of this run',
    because: [
      {
        rule: 'names',
        truth: false,
        because: { ...waiver },
        says: { line: says },
        assumes: [],
        cause: `waiver/${waiver.of}`,
        hint: 'take the waiver out, or name the verdict it means (a renamed promise keeps its history with was:)',
      },
    ],
    assumes: [],
    after: [],
    cause: `waiver/${waiver.of}`,
  }
}
