// The text of a baseline as entries, each with its place: it is written by Seaworthy, and people edit it.

import { YAMLException } from 'js-yaml'
import type { BaselineEntry } from '../../check/adopt/baseline.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../engine/pods/untrusted.ts'
import { eventsOf } from '../../kubernetes/yaml-events.ts'
import { itemsOf, place } from '../../kubernetes/yaml-place.ts'
import { offsetOf, readValue, YamlFault } from '../../kubernetes/yaml-value.ts'
import { nearest } from '../../platform/nearest.ts'
import { Refusal } from '../refusal.ts'

export interface ReadEntry extends BaselineEntry {
  /** Line of the file that it begins on, from 1. */
  readonly line: number
}

const fields = ['id', 'verdict', 'because', 'says', 'owner', 'until', 'reason']

/** Throws a Refusal with the line for what is no baseline. */
export function readBaseline(text: string, file: string): readonly ReadEntry[] {
  const { whole, lineAt } = parsed(text, file)
  const refused = (line: number, says: string) =>
    new Refusal(`${file}:${line}: ${says}`, { doing: 'read the baseline', next: 'mend it there, or write it anew' })
  if (whole.version !== 1) throw refused(lineAt(['version']), 'version is 1')
  if (!Array.isArray(whole.findings)) throw refused(lineAt(['findings']), 'findings is a list')
  const seen = new Set<string>()
  return whole.findings.map((found, i) => {
    const line = lineAt(['findings', i])
    const { entry, fault } = entryOf(fieldsOf(found))
    if (fault !== undefined)
      throw refused(fault.field === undefined ? line : lineAt(['findings', i, fault.field]), fault.says)
    if (seen.has(entry.id)) throw refused(line, `${entry.id} stands twice`)
    seen.add(entry.id)
    return { ...entry, line }
  })
}

type Path = readonly (string | number)[]

function parsed(document: string, file: string): { whole: Fields; lineAt: (path: Path) => number } {
  let source = document
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length
  try {
    const { text, events } = eventsOf(document)
    source = text
    const root = events[1]
    const value = root === undefined ? undefined : readValue(text, events, 1)
    const lineAt = (path: Path) => {
      const [list, i] = path
      const items = path.length === 2 && root !== undefined ? place(text, events, 1, [list ?? '']) : undefined
      const item = items === undefined ? undefined : events[itemsOf(events, items.node)[Number(i)] ?? -1]
      const found = item ? { offset: offsetOf(item) } : root === undefined ? undefined : place(text, events, 1, path)
      return lineOf(found?.offset ?? 0)
    }
    return { whole: fieldsOf(value), lineAt }
  } catch (error) {
    const offset =
      error instanceof YamlFault ? error.offset : error instanceof YAMLException ? error.mark?.position : undefined
    if (offset === undefined) throw error
    const says = error instanceof YAMLException ? error.reason : (error as Error).message
    throw new Refusal(`${file}:${lineOf(offset)}: ${says}`, {
      doing: 'read the baseline',
      next: 'correct the YAML there',
    })
  }
}

type Read = { entry: BaselineEntry; fault?: undefined } | { entry?: undefined; fault: { field?: string; says: string } }

function entryOf(found: Fields): Read {
  const strange = Object.keys(found).find((field) => !fields.includes(field))
  if (strange !== undefined) {
    const near = nearest(strange, fields)
    return { fault: { field: strange, says: `there is no field ${strange}${near ? `: did you mean ${near}?` : ''}` } }
  }
  const { id = '', owner = '', until = '', says = '', reason = '' } = texts(found)
  for (const [field, value] of Object.entries({ id, owner, until }))
    if (value.trim() === '')
      return {
        fault: { field: Object.hasOwn(found, field) ? field : undefined, says: `${field} is a text, and needed` },
      }
  if (!isDay(until)) return { fault: { field: 'until', says: `until is a day such as 2027-03-31, found ${until}` } }
  const verdict = found.verdict ?? 'broken'
  if (verdict !== 'broken' && verdict !== 'unknown')
    return { fault: { field: 'verdict', says: 'verdict is broken or unknown' } }
  const rules = found.because === undefined ? undefined : listOf(found.because).map(textOf)
  const because = rules?.filter((rule) => rule !== undefined)
  if (rules && (because?.length !== rules.length || !Array.isArray(found.because)))
    return { fault: { field: 'because', says: 'because is a list of rules' } }
  return { entry: { id, verdict, ...(because && { because }), says, owner, reason, until } }
}

function texts(found: Fields): { [field: string]: string | undefined } {
  return Object.fromEntries(
    fields.map((field) => [field, textOf(Object.hasOwn(found, field) ? found[field] : undefined)]),
  )
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
