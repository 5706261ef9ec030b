// A line per environment or cluster: how many verdicts of each word, one under the other.

import type { Tally } from '../../check/report.ts'
import { count } from './count.ts'
import { signs } from './verdict-text.ts'
import { rows, widthOf } from './wrap.ts'

export function ledger(summary: readonly Tally[], width: number | undefined): readonly string[] {
  const columns = [
    cells(summary, ({ broken, causes }) => [signs.broken, broken, `broken${causesWords(broken, causes)}`]),
    cells(summary, ({ waived }) => ['', waived, 'waived']),
    cells(summary, ({ assumed }) => [signs.assumed, assumed, 'assumed']),
    cells(summary, ({ unknown }) => [signs.unknown, unknown, 'unknown']),
    cells(summary, ({ kept }) => [signs.kept, kept, 'kept']),
  ].filter((column) => column.some((cell) => cell !== ''))
  const padded = columns.map((column) => {
    const widest = Math.max(...column.map(widthOf))
    return column.map((cell) => cell + ' '.repeat(widest - widthOf(cell)))
  })
  const table = summary.map(({ place }, at) => {
    const line = padded.map((column) => column[at] ?? '').join('   ')
    return [place, line.trimEnd()] as const
  })
  return rows(table, '', width)
}

type Cell = readonly [sign: string, number: number, words: string]

// Numbers stand right under each other; a zero is no news.
function cells(summary: readonly Tally[], cellOf: (tally: Tally) => Cell): readonly string[] {
  const all = summary.map(cellOf)
  const digits = Math.max(0, ...all.map(([, number]) => `${number}`.length))
  return all.map(([sign, number, words]) =>
    number === 0 ? '' : `${sign} ${`${number}`.padStart(digits)} ${words}`.trimStart(),
  )
}

// Several verdicts may have one root, and one verdict several.
function causesWords(broken: number, causes: number): string {
  return broken === causes ? '' : ` (${count(causes, 'cause')})`
}
