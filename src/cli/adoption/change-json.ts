import { verdictJson } from '../json.ts'
import { safeJson } from '../safe-json.ts'
import type { Against } from './against.ts'

/** What a change breaks, mends, voids and takes out of sight, for machines. */
export function changeJson({ ref, commit, change, worse }: Against): string {
  const { version, asOf, title, unread, notes } = worse
  return safeJson({
    version,
    asOf,
    title,
    against: { ref, commit },
    broken: change.broken.map(verdictJson),
    mended: change.mended,
    voided: change.voided.map(({ id, was, is, verdict }) => ({ id, was, is, verdict: verdictJson(verdict) })),
    unasked: change.unasked,
    unread,
    notes,
  })
}
