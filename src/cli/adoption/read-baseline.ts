// The text of a baseline as entries, each with its place: it is written by Seaworthy, and people edit it.

import type { BaselineEntry } from '../../check/adopt/baseline.ts'
import { type Fields, fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { YamlFault } from '../../kubernetes/yaml/fault.ts'
import { parseYaml } from '../../kubernetes/yaml/parse.ts'
import { itemsOf, place } from '../../kubernetes/yaml/place.ts'
import { readValue } from '../../kubernetes/yaml/value.ts'
import { nearest } from '../../platform/nearest.ts'
import { Refusal } from '../refusal.ts'

export interface ReadEntry extends BaselineEntry {
  /** Line of the file that it begins on, from 1. */
  readonly line: number
}

/** A baseline as it is written. */
export interface Baseline {
  /** What it was judged with, `--nodes nodes.yaml`; undefined where it does not say. */
  readonly toldWith?: readonly string[]
  readonly entries: readonly ReadEntry[]
}

const fields = ['id', 'verdict', 'because', 'says', 'cluster', 'about', 'owner', 'until', 'reason']

/** Throws a Refusal with the line for what is no baseline. */
export function readBaseline(text: string, file: string): Baseline {
  const { whole, lineAt } = parsed(text, file)
  const refused = (line: number, says: string) =>
    new Refusal(`${file}:${line}: ${says}`, { doing: 'read the baseline', next: 'mend it there, or write it anew' })
  if (whole.version !== 1) throw refused(lineAt(['version']), 'version is 1')
  if (!Array.isArray(whole.findings)) throw refused(lineAt(['findings']), 'findings is a list')
  const toldWith = Object.hasOwn(whole, 'with') ? textsOf(whole.with) : undefined
  if (Object.hasOwn(whole, 'with') && !toldWith) throw refused(lineAt(['with']), 'with is a list of options')
  const seen = new Set<string>()
  const entries = whole.findings.map((found, i) => {
    const line = lineAt(['findings', i])
    const { entry, fault } = entryOf(fieldsOf(found))
    if (fault !== undefined)
      throw refused(fault.field === undefined ? line : lineAt(['findings', i, fault.field]), fault.says)
    if (seen.has(entry.id)) throw refused(line, `${entry.id} stands twice`)
    seen.add(entry.id)
    return { ...entry, line }
  })
  return { ...(toldWith && { toldWith }), entries }
}

function isRef(text: string): text is Ref {
  return text.split('/').length === 3
}

/** A list of texts; undefined for anything else. */
function textsOf(found: unknown): readonly string[] | undefined {
  const all = Array.isArray(found) ? found.map(textOf) : [undefined]
  const texts = all.filter((one) => one !== undefined)
  return texts.length === all.length ? texts : undefined
}

type Path = readonly (string | number)[]

function parsed(written: string, file: string): { whole: Fields; lineAt: (path: Path) => number } {
  const document = written.replaceAll('\r\n', '\n')
  const lineOf = (offset: number) => document.slice(0, offset).split('\n').length
  try {
    const events = parseYaml(document)
    const lineAt = (path: Path) => {
      const [list, i] = path
      const items = path.length === 2 ? place(events, 0, [list ?? '']) : undefined
      const item = items && itemsOf(events, items.node)[Number(i)]
      const offset = item === undefined ? place(events, 0, path)?.offset : events.starts[item]
      return lineOf(offset ?? 0)
    }
    return { whole: fieldsOf(events.kinds.length === 0 ? undefined : readValue(events)), lineAt }
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error
    const { offset, message: says } = error
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
  const because = found.because === undefined ? undefined : textsOf(found.because)
  if (found.because !== undefined && !because)
    return { fault: { field: 'because', says: 'because is a list of rules' } }
  const about = found.about === undefined ? undefined : textsOf(found.about)?.filter(isRef)
  if (found.about !== undefined && !about)
    return { fault: { field: 'about', says: 'about is a list of objects such as Deployment/shop/cart' } }
  const cluster = textOf(found.cluster)
  const judged = { ...(because && { because }), ...(cluster !== undefined && { cluster }), ...(about && { about }) }
  return { entry: { id, verdict, ...judged, says, owner, reason, until } }
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
