import assert from 'node:assert/strict'
import { test } from 'node:test'
import asWritten from './as-written.ts'
import { citationsOf } from './cited.ts'
import { absent, linesOfDocument, numbersIn, sectionsOf } from './document.ts'
import { uncited } from './uncited.ts'

const citations = citationsOf(asWritten)

test('the platform cites its document', () => assert.ok(citations.length > 100, `${citations.length} citations`))

test('every citation names a section that holds its lines', { skip: absent }, () => {
  const sections = sectionsOf(linesOfDocument())
  const wrong = citations.flatMap(({ of, stated }) => {
    const named = stated.section.split(', ')
    const outside = stated.lines.filter((line) => !named.includes(sections[line] ?? 'none'))
    const idle = named.filter((section) => !stated.lines.some((line) => sections[line] === section))
    return [
      ...outside.map((line) => `${of}: line ${line} stands in ${sections[line]}, not in ${stated.section}`),
      ...idle.map((section) => `${of}: no line of ${section}`),
    ]
  })
  assert.deepEqual(wrong, [])
})

test('every number that is stated stands on one of its lines', { skip: absent }, () => {
  const lines = linesOfDocument()
  const wrong = citations.flatMap(({ of, stated, values }) => {
    const texts = stated.lines.map((line) => lines[line] ?? '')
    const there = new Set(texts.flatMap(numbersIn))
    // Where all are gone, none is left.
    if (texts.some((text) => /\b(all|zero)\b/i.test(text))) there.add('0')
    return values
      .flatMap(numbersIn)
      .filter((number) => !there.has(number))
      .map((number) => `${of}: ${number} is not on lines ${stated.lines.join(', ')}`)
  })
  assert.deepEqual(wrong, [])
})

test('every line with a figure is cited, or listed with the reason why not', { skip: absent }, () => {
  const lines = linesOfDocument()
  const cited = new Set(citations.flatMap(({ stated }) => stated.lines))
  const open = lines.flatMap((line, at) => (numbersIn(line).length > 0 && !cited.has(at) ? [at] : []))
  const listed = new Set(uncited.flatMap(({ lines }) => lines))
  assert.deepEqual(
    {
      unlisted: open.filter((line) => !listed.has(line)),
      needless: [...listed].filter((line) => !open.includes(line)),
    },
    { unlisted: [], needless: [] },
  )
})

test('every reason is given once and says something', () => {
  assert.ok(uncited.every(({ why, lines }) => why.length > 10 && lines.length > 0))
  const all = uncited.flatMap(({ lines }) => lines)
  assert.equal(new Set(all).size, all.length)
})
