// A line per environment or cluster: how many verdicts of each word, one under the other.

import { causesBy, type Report, type Tally } from '../../check/report.ts'
import { count } from './count.ts'
import { signs } from './verdict-text.ts'
import { rows, widthOf } from './wrap.ts'

// More places than these are counted by cluster.
const mostPlaces = 12

export function ledger(
  { summary: places, verdicts }: Pick<Report, 'summary' | 'verdicts'>,
  width: number | undefined,
): readonly string[] {
  const summary = places.length > mostPlaces ? byCluster(places, verdicts) : places
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

function byCluster(places: readonly Tally[], verdicts: Report['verdicts']): readonly Tally[] {
  const causes = causesBy(verdicts, ({ cluster, environment }) => cluster ?? environment ?? 'platform')
  const sum = (of: readonly Tally[], number: (tally: Tally) => number) => of.reduce((all, one) => all + number(one), 0)
  return [...Map.groupBy(places, ({ cluster, place }) => cluster ?? place)].map(([place, of]) => ({
    place: of.length > 1 ? `${place}, ${count(of.filter((one) => one.place !== place).length, 'namespace')}` : place,
    broken: sum(of, ({ broken }) => broken),
    waived: sum(of, ({ waived }) => waived),
    causes: causes.get(place) ?? 0,
    assumed: sum(of, ({ assumed }) => assumed),
    unknown: sum(of, ({ unknown }) => unknown),
    kept: sum(of, ({ kept }) => kept),
  }))
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
