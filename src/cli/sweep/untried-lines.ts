import { untriedWords } from '../../check/untried-words.ts'
import type { Outcome } from '../../engine/loss/outcome.ts'

/** What keeps pods that perhaps have no place from being tried in every order: one line, where there are any. */
export function untriedLines(rows: readonly Outcome[]): readonly string[] {
  const reasons = new Set(rows.flatMap(({ untried }) => (untried ? [untriedWords[untried]] : [])))
  if (reasons.size === 0) return []
  return [`where it says perhaps, not every order was tried: ${[...reasons].sort().join('; ')}`]
}
