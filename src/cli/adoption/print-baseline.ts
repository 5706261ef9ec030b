// A baseline as text: written once, then people own it. Pruning takes the lines of entries away and touches no other.

import { type BaselineEntry, rulesAgainst } from '../../check/adopt/baseline.ts'
import type { Verdict } from '../../check/verdict.ts'
import { printText } from '../../kubernetes/print-scalar.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { ReadEntry } from './read-baseline.ts'

const head = `# What stood when Seaworthy came in: each finding is tolerated until its day, as far as it gets no worse.
# Review it like code. seaworthy baseline PATH --prune takes out what is solved; nothing else is ever written here.
version: 1`

/** The entry of a verdict that stands now. */
export function entryFor(verdict: Verdict, given: Pick<BaselineEntry, 'owner' | 'until' | 'reason'>): BaselineEntry {
  const { id, says, cluster, about } = verdict
  const word = verdict.verdict === 'unknown' ? 'unknown' : 'broken'
  const of = { ...(about && cluster !== undefined && { cluster }), ...(about && { about }) }
  return { id, verdict: word, because: rulesAgainst(verdict), says, ...of, ...given }
}

/** Sorted by id, whatever the order in which they were found; under what it was judged with. */
export function printBaseline(entries: readonly BaselineEntry[], toldWith: readonly string[]): string {
  const lines = [...entries].sort((a, b) => byCodePoint(a.id, b.id)).flatMap(entryLines)
  const findings = lines.length === 0 ? ['findings: []'] : ['findings:', ...lines]
  return `${[head, ...listLines('with', toldWith, ''), ...findings].join('\n')}\n`
}

function entryLines({ id, verdict, because = [], says, cluster, about = [], ...given }: BaselineEntry) {
  const { owner, until, reason } = given
  return [
    `- id: ${printText(id)}`,
    ...(verdict === 'unknown' ? ['  verdict: unknown'] : []),
    `  says: ${printText(says)}`,
    ...(because.length > 0 ? listLines('because', because, '  ') : []),
    ...(cluster === undefined ? [] : [`  cluster: ${printText(cluster)}`]),
    ...(about.length > 0 ? listLines('about', about, '  ') : []),
    `  owner: ${printText(owner)}`,
    `  until: ${printText(until)}`,
    ...(reason === '' ? [] : [`  reason: ${printText(reason)}`]),
  ]
}

function listLines(field: string, texts: readonly string[], margin: string): readonly string[] {
  return texts.length === 0
    ? [`${margin}${field}: []`]
    : [`${margin}${field}:`, ...texts.map((one) => `${margin}- ${printText(one)}`)]
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
