// Broken verdicts with one root are one finding: the lead is shown in full, the others by id.

import type { Verdict } from '../../check/verdict.ts'

export interface Group {
  readonly lead: Verdict
  readonly others: readonly Verdict[]
}

const order = ['promise', 'figure', 'question']

/** A verdict leads when it shows at least one cause that no verdict before it has shown; else it joins where its cause was. */
export function groupsOf(broken: readonly Verdict[]): readonly Group[] {
  const sorted = [...broken].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || weight(b) - weight(a) || (a.id < b.id ? -1 : 1),
  )
  const groups: { lead: Verdict; others: Verdict[] }[] = []
  const shownBy = new Map<string, { lead: Verdict; others: Verdict[] }>()
  for (const verdict of sorted) {
    const causes = causesIn(verdict)
    const fresh = causes.filter((cause) => !shownBy.has(cause))
    const home = causes[0] === undefined ? undefined : shownBy.get(causes[0])
    if (fresh.length === 0 && home) {
      home.others.push(verdict)
      continue
    }
    const group = { lead: verdict, others: [] }
    groups.push(group)
    for (const cause of fresh) shownBy.set(cause, group)
  }
  return groups
}

// What breaks for more reasons at once says more.
function weight(verdict: Verdict): number {
  return causesIn(verdict).length
}

function causesIn({ because }: Verdict): readonly string[] {
  return because.flatMap(({ truth, cause }) => (truth === false && cause !== undefined ? [cause] : []))
}
