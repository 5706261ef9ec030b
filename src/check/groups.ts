// Broken verdicts with one root are one finding: the lead is shown in full, the others by id.

import { byCodePoint } from '../platform/order.ts'
import type { Verdict } from './verdict.ts'

export interface Group {
  readonly lead: Verdict
  /** Causes of the lead that an earlier lead has shown, each with the id of that lead. */
  readonly shown: ReadonlyMap<string, string>
  readonly others: readonly Verdict[]
}

interface Growing extends Group {
  readonly others: Verdict[]
}

const order = ['promise', 'figure', 'question']

// What is down now comes before what will be when something goes.
const gravest = [
  ...[
    'placed',
    'host-ports',
    'refers',
    'reaches',
    'enters',
    'looks-up',
    'admitted',
    'served',
    'runs-as',
    'quorum',
    'quota',
    'scheduled',
  ],
  ...['scales', 'finishes', 'drains', 'survives-node', 'survives-zone', 'scraped'],
]

/** A verdict leads when it shows at least one cause that no verdict before it has shown; else it joins where its cause was. */
export function groupsOf(broken: readonly Verdict[]): readonly Group[] {
  const sorted = [...broken].sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      gravity(a) - gravity(b) ||
      weight(b) - weight(a) ||
      byCodePoint(a.id, b.id),
  )
  const groups: Growing[] = []
  const shownBy = new Map<string, Growing>()
  for (const verdict of sorted) {
    const causes = causesIn(verdict)
    const fresh = causes.filter((cause) => !shownBy.has(cause))
    const home = causes[0] === undefined ? undefined : shownBy.get(causes[0])
    if (fresh.length === 0 && home) {
      home.others.push(verdict)
      continue
    }
    const group = { lead: verdict, shown: shownIn(causes, shownBy), others: [] }
    groups.push(group)
    for (const cause of fresh) shownBy.set(cause, group)
  }
  return groups
}

function shownIn(causes: readonly string[], shownBy: ReadonlyMap<string, Group>): ReadonlyMap<string, string> {
  const shown = new Map<string, string>()
  for (const cause of causes) {
    const group = shownBy.get(cause)
    if (group) shown.set(cause, group.lead.id)
  }
  return shown
}

function gravity({ asks }: Verdict): number {
  const at = gravest.indexOf(asks)
  return at < 0 ? gravest.length : at
}

// What breaks for more reasons at once says more.
function weight(verdict: Verdict): number {
  return causesIn(verdict).length
}

function causesIn({ because }: Verdict): readonly string[] {
  return because.flatMap(({ truth, cause }) => (truth === false && cause !== undefined ? [cause] : []))
}
