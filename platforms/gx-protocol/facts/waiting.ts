// Facts that only a later part can show.

import type { Fact, FactKind, NotYet } from '../../facts/fact.ts'

/** Number of the row, its title, and how it can be shown, the main way first. */
export type Waiting = readonly [number: number, title: string, ...kinds: [FactKind, ...FactKind[]]]

export function waiting(waitsFor: NotYet['waitsFor'], why: string, rows: readonly Waiting[]): readonly NotYet[] {
  return rows.map(([number, title, ...kinds]) => ({ id: `GX-${number}`, title, kinds, waitsFor, why }) as const)
}

/** Those of which none is shown. */
export function notShown(waits: readonly NotYet[], shown: readonly Fact[]): readonly NotYet[] {
  const ids = new Set(shown.map(({ id }) => id))
  return waits.filter(({ id }) => !ids.has(id))
}
