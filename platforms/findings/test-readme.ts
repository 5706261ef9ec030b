// The tests of what a README tells of the findings: it is what the tests find. UPDATE=1 writes the part between its marks
// again.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Platform } from '../../src/platform/model.ts'
import { drawingOf } from '../facts/drawing.ts'
import type { Found, Group, Listed, Named } from './entry.ts'

const marks = ['<!-- findings -->\n', '<!-- /findings -->'] as const

export interface Told {
  readonly groups: readonly Group[]
  readonly named: readonly Named[]
  /** How many faults are known: `C01` and on, `C001` where there are more than 99. */
  readonly known: number
  /** What is drawn; without it no drawing is asked for. */
  readonly platform?: Platform
  /** Where the README lies, with `drawing.svg` beside it. */
  readonly folder: URL
}

export function testReadme(told: Told): void {
  const file = new URL('README.md', told.folder)

  test('every known fault is found, or named with the reason why no rule can', () => {
    const ids = [...told.groups.flatMap(({ entries }) => entries), ...told.named].map(({ id }) => id)
    const digits = Math.max(2, String(told.known).length)
    const all = Array.from({ length: told.known }, (_, at) => `C${String(at + 1).padStart(digits, '0')}`)
    assert.deepEqual(ids.toSorted(), all)
  })

  test('the README lists them all', () => {
    const readme = readFileSync(file, 'utf8')
    const [from, to] = [readme.indexOf(marks[0]) + marks[0].length, readme.indexOf(marks[1])]
    assert.ok(from > 0 && to >= from, 'the README has no place for the findings')
    const now = `${readme.slice(0, from)}${findingsText(told)}${readme.slice(to)}`
    if (process.env.UPDATE === '1') writeFileSync(file, now)
    assert.equal(now, readFileSync(file, 'utf8'))
  })

  const { platform } = told
  if (platform)
    test('the drawing is what the platform is: node scripts/drawings.ts draws it again', async () =>
      assert.equal(readFileSync(new URL('drawing.svg', told.folder), 'utf8'), await drawingOf(platform)))
}

function findingsText({ groups, named }: Told): string {
  const all = [...groups.flatMap(({ entries }) => entries), ...named]
  const table = tableOf(all.some(({ certainty }) => certainty))
  const sections = groups.map(({ title, entries }) =>
    table(
      title,
      'where it is found',
      entries.map((entry) => [entry, whereFound(entry.found)]),
    ),
  )
  const unfound: readonly Row[] = named.map((entry) => [entry, entry.why])
  const rest = unfound.length === 0 ? [] : table('What no rule finds', 'why', unfound)
  return [...sections, rest, ''].flat().join('\n')
}

type Row = readonly [entry: Listed, text: string]

// How sure a fault is, is told where the list says it.
function tableOf(graded: boolean): (title: string, last: string, rows: readonly Row[]) => readonly string[] {
  const sure = ({ certainty }: Listed): string => (graded ? ` ${certainty ?? ''} |` : '')
  return (title, last, rows) => [
    `\n### ${title}\n`,
    `| | what is wrong |${graded ? ' how sure |' : ''} ${last} |`,
    `| --- | --- |${graded ? ' --- |' : ''} --- |`,
    ...rows
      .toSorted(([a], [b]) => (a.id < b.id ? -1 : 1))
      .map(([entry, text]) => `| ${entry.id} | ${entry.fault} |${sure(entry)} ${text} |`),
  ]
}

function whereFound(found: readonly Found[]): string {
  const [first] = found
  if (!first) return ''
  const more = found.length > 1 ? ` and ${found.length - 1} more` : ''
  if ('advice' in first) return `worth knowing: \`${first.advice}\`${more}`
  if ('open' in first) return `left open: \`${first.open}\`${more}`
  if ('unsaid' in first) return `unsaid: \`${first.verdict}\`${more}`
  if ('assumes' in first) return `assumed by \`${first.verdict}\`${more}`
  return `\`${first.verdict}\`${more}`
}
