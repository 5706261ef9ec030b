// What was read, and what was not, in front of the verdicts; what else there is to know, behind them.

import type { Note } from '../../check/report.ts'
import { byCodePoint } from '../../platform/order.ts'
import { count } from './count.ts'
import { wrap } from './wrap.ts'

// Fewer than these are said one by one, with their places.
const leastGrouped = 3
const mostNames = 6
const margin = ' '.repeat('unknown  '.length)

/** `read`, `took` and `unknown`, each once, its notes one under the other. */
export function readText(notes: readonly Note[], width: number | undefined): readonly string[] {
  const said = grouped(notes)
  const rows = (['read', 'took', 'unknown'] as const).flatMap((is) =>
    said
      .filter((note) => note.is === is)
      .flatMap(({ says, next }, at) => [
        ...wrap(`${(at === 0 ? is : '').padEnd(margin.length)}${says}`, width, margin),
        ...(next === undefined ? [] : wrap(`${margin}next: ${next}`, width, `${margin}  `)),
      ]),
  )
  return rows.length === 0 ? [] : ['', ...rows, '']
}

export function notesText(notes: readonly Note[], width: number | undefined): readonly string[] {
  const said = grouped(notes).filter(({ is }) => is === 'note')
  const lines = said.flatMap(({ says, next }) =>
    wrap(`note: ${says}${next === undefined ? '' : `; next: ${next}`}`, width, '  '),
  )
  return lines.length === 0 ? [] : ['', ...lines]
}

function grouped(notes: readonly Note[]): readonly Note[] {
  const groups = Map.groupBy(notes, (note) => (note.alike === undefined ? note : `${note.is} ${note.alike}`))
  return [...groups.values()].flatMap((of) => (of.length < leastGrouped ? of : [together(of)]))
}

function together(notes: readonly Note[]): Note {
  const [{ is, alike = '', next } = { is: 'note' } as Note] = notes
  const names = [...new Set(notes.flatMap(({ name }) => name ?? []))].sort(byCodePoint)
  const shown = names.slice(0, mostNames).join(', ')
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
  const says = `${names.length} ${alike}: ${shown}${more}`
  return { is, says, ...(next !== undefined && { next: `${next}; ${count(names.length - 1, 'other')} likewise` }) }
}
