import { saySpan, sayTime } from '../../check/span-words.ts'
import type { MadeAnew } from './made-anew.ts'
import type { SweptRow } from './sweep-task.ts'

/** When pods of silent nodes and zones are made anew: one line, where it is known at all. */
export function anewLine(rows: readonly SweptRow[]): readonly string[] {
  const said = rows.flatMap(({ failure, anew }) => (anew ? [{ failure, says: sayAnew(anew) }] : []))
  const byTime = Map.groupBy(said, ({ failure, says }) => `${failure.slice(0, failure.indexOf('/'))} ${says}`)
  const parts = [...byTime.values()].map((alike) => `${whose(alike.map(({ failure }) => failure))} ${alike[0]?.says}`)
  if (parts.length === 0) return []
  return [`made anew by the usual toleration: ${parts.join('; ')} (why: sweep --lose NODE)`]
}

function whose(failures: readonly string[]): string {
  const names = failures.map((failure) => failure.slice(failure.indexOf('/') + 1))
  if (failures[0]?.startsWith('node/')) return 'pods of a silent node'
  return `of zone ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`
}

function sayAnew({ is, from = 0, to }: MadeAnew): string {
  if (is === 'never') return 'never'
  const span = to === undefined ? `after ${sayTime(from)} at least` : `after ${saySpan({ from, to })}`
  return is === 'possible' ? `perhaps, ${span}` : span
}
