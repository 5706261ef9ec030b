// What the README tells of the findings is what the tests find. UPDATE=1 writes the part between its marks again.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { drawingOf } from '../facts/drawing.ts'
import { entries, groups } from './findings/entries.ts'
import type { Found } from './findings/entry.ts'
import { named } from './findings/named.ts'
import platform from './platform.ts'

const file = new URL('README.md', import.meta.url)
const marks = ['<!-- findings -->\n', '<!-- /findings -->'] as const

test('every known fault is found, or named with the reason why no rule can', () => {
  const ids = [...entries, ...named].map(({ id }) => id)
  const all = Array.from({ length: 87 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`)
  assert.deepEqual(ids.toSorted(), all)
})

test('the README lists them all', () => {
  const readme = readFileSync(file, 'utf8')
  const [from, to] = [readme.indexOf(marks[0]) + marks[0].length, readme.indexOf(marks[1])]
  assert.ok(from > 0 && to >= from, 'the README has no place for the findings')
  const now = `${readme.slice(0, from)}${findingsText()}${readme.slice(to)}`
  if (process.env.UPDATE === '1') writeFileSync(file, now)
  assert.equal(now, readFileSync(file, 'utf8'))
})

test('the drawing is what the platform is: node scripts/drawings.ts draws it again', async () =>
  assert.equal(readFileSync(new URL('drawing.svg', import.meta.url), 'utf8'), await drawingOf(platform)))

function findingsText(): string {
  const sections = groups.map(({ title, entries }) => [
    `\n### ${title}\n`,
    '| | what is wrong | where it is found |',
    '| --- | --- | --- |',
    ...entries
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, fault, found }) => `| ${id} | ${fault} | ${whereFound(found)} |`),
  ])
  const unfound = named.map(({ id, fault, why }) => `| ${id} | ${fault} | ${why} |`)
  const rest = ['\n### What no rule finds\n', '| | what is wrong | why |', '| --- | --- | --- |', ...unfound, '']
  return [...sections, rest].flat().join('\n')
}

function whereFound(found: readonly Found[]): string {
  const [first] = found
  if (!first) return ''
  const more = found.length > 1 ? ` and ${found.length - 1} more` : ''
  if ('advice' in first) return `worth knowing: \`${first.advice}\`${more}`
  if ('assumes' in first) return `assumed by \`${first.verdict}\`${more}`
  return `\`${first.verdict}\`${more}`
}
