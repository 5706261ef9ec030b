// Rows that only a later part can show.

import type { FactKind, NotYet } from '../../facts/fact.ts'

/** Number of the row, its title, and how it can be shown, the main way first. */
export type Waiting = readonly [number: number, title: string, ...kinds: [FactKind, ...FactKind[]]]

export function waiting(waitsFor: NotYet['waitsFor'], why: string, rows: readonly Waiting[]): readonly NotYet[] {
  return rows.map(([number, title, ...kinds]) => {
    return { id: `ATK-${String(number).padStart(2, '0')}`, title, kinds, waitsFor, why }
  })
}
