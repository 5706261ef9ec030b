// A baseline as text: written once, then people own it. Pruning takes the lines of entries away and touches no other.

import { type BaselineEntry, rulesAgainst } from '../../check/adopt/baseline.ts'
import type { Verdict } from '../../check/verdict.ts'
import { printText } from '../../kubernetes/print-scalar.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { ReadEntry } from './read-baseline.ts'

const head = `# What stood when Seaworthy came in: each finding is tolerated until its day, as far as it gets no worse.
# Review it like code. seaworthy baseline PATH --prune takes out what is solved; nothing else is ever written here.
version: 1
findings:`

/** The entry of a verdict that stands now. */
export function entryFor(verdict: Verdict, given: Pick<BaselineEntry, 'owner' | 'until' | 'reason'>): BaselineEntry {
  const { id, says } = verdict
  const word = verdict.verdict === 'unknown' ? 'unknown' : 'broken'
  return { id, verdict: word, because: rulesAgainst(verdict), says, ...given }
}

/** Sorted by id, whatever the order in which they were found. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
  if (entries.length === 0) return `${head} []\n`
  const lines = [...entries].sort((a, b) => byCodePoint(a.id, b.id)).flatMap(entryLines)
  return `${[head, ...lines].join('\n')}\n`
}

function entryLines({ id, verdict, because = [], says, owner, until, reason }: BaselineEntry): readonly string[] {
  return [
    `- id: ${printText(id)}`,
    ...(verdict === 'unknown' ? ['  verdict: unknown'] : []),
    `  says: ${printText(says)}`,
    ...(because.length > 0 ? ['  because:', ...because.map((rule) => `  - ${printText(rule)}`)] : []),
    `  owner: ${printText(owner)}`,
    `  until: ${printText(until)}`,
    ...(reason === '' ? [] : [`  reason: ${printText(reason)}`]),
  ]
}

/** The text without the entries of these ids; comments above an entry that stays, and all else, stay as they are. */
export function pruned(text: string, entries: readonly ReadEntry[], solved: ReadonlySet<string>): string {
  const lines = text.split('\n')
  const gone = new Set<number>()
  for (const [i, { id, line }] of entries.entries()) {
    if (!solved.has(id)) continue
    const next = entries[i + 1]?.line ?? endOf(lines, line)
    let end = next - 1
    while (end > line && /^\s*(#|$)/.test(lines[end - 1] ?? '')) end -= 1
    for (let at = line; at <= end; at++) gone.add(at)
  }
  const kept = lines.filter((_, i) => !gone.has(i + 1))
  const isEmpty = entries.every(({ id }) => solved.has(id))
  return kept.map((line) => (isEmpty && /^findings:\s*$/.test(line) ? 'findings: []' : line)).join('\n')
}

// The list ends where a line begins with anything but a blank, a dash or a comment.
function endOf(lines: readonly string[], from: number): number {
  const next = lines.findIndex((line, i) => i >= from && /^[^\s#-]/.test(line))
  return next < 0 ? lines.length + 1 : next + 1
}
