// What was read, and what was not, in front of the verdicts; what else there is to know, behind them.

import type { Note } from '../../check/report.ts'
import { alikeTogether } from './alike-together.ts'
import { wrap } from './wrap.ts'

const margin = ' '.repeat('unknown  '.length)

/** `read`, `took` and `unknown`, each once, its notes one under the other. */
export function readText(notes: readonly Note[], width: number | undefined): readonly string[] {
  const said = alikeTogether(notes)
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
  const said = alikeTogether(notes).filter(({ is }) => is === 'note')
  const lines = said.flatMap(({ says, next }) =>
    wrap(`note: ${says}${next === undefined ? '' : `; next: ${next}`}`, width, '  '),
  )
  return lines.length === 0 ? [] : ['', ...lines]
}
