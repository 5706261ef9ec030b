// The tests of what a platform cites: its sections, its lines and the numbers on them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Platform } from '../../src/platform/model.ts'
import { citationsOf } from './cited.ts'
import { type Document, numbersIn, type SectionOf, sectionsOf } from './document.ts'

/** Lines, single or from one to another, that hold a figure and that nothing cites. */
export interface Uncited {
  readonly lines: readonly (number | readonly [from: number, to: number])[]
  readonly why: string
}

export interface Citing {
  readonly platform: Platform
  readonly document: Document
  readonly sectionOf: SectionOf
  readonly uncited: readonly Uncited[]
  /** How many citations there are at least. */
  readonly least: number
}

export function testCitations({ platform, document, sectionOf, uncited, least }: Citing): void {
  const citations = citationsOf(platform)
  const { lines, absent } = document
  const sections = sectionsOf(lines, sectionOf)
  const skip = absent

  test('the platform cites its document', () => assert.ok(citations.length > least, `${citations.length} citations`))

  test('every citation names a section that holds its lines', { skip }, () => {
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

  test('every number that is stated stands on one of its lines', { skip }, () => {
    const wrong = citations.flatMap(({ of, stated, values }) => {
      const texts = stated.lines.map((line) => lines[line] ?? '')
      const there = new Set(texts.flatMap(numbersIn))
      // Where all are gone, none is left.
      if (texts.some((text) => /\b(all|zero)\b/i.test(text))) there.add('0')
      if (texts.some((text) => /\bonce\b/i.test(text))) there.add('1')
      if (texts.some((text) => /\bsingle\b/i.test(text))) there.add('1')
      return values
        .flatMap(numbersIn)
        .filter((number) => !there.has(number))
        .map((number) => `${of}: ${number} is not on lines ${stated.lines.join(', ')}`)
    })
    assert.deepEqual(wrong, [])
  })

  test('every line with a figure is cited, or listed with the reason why not', { skip }, () => {
    const cited = new Set(citations.flatMap(({ stated }) => stated.lines))
    const open = lines.flatMap((line, at) => (numbersIn(line).length > 0 && !cited.has(at) ? [at] : []))
    const listed = new Set(uncited.flatMap(each))
    const ofRanges = new Set(
      uncited.flatMap(({ lines }) => lines.filter((line) => typeof line !== 'number')).flatMap(range),
    )
    assert.deepEqual(
      {
        unlisted: open.filter((line) => !listed.has(line)),
        needless: [...listed].filter((line) => !open.includes(line) && !ofRanges.has(line)),
      },
      { unlisted: [], needless: [] },
    )
  })

  test('every reason is given once and says something', () => {
    assert.ok(uncited.every(({ why, lines }) => why.length > 10 && lines.length > 0))
    const all = uncited.flatMap(each)
    assert.equal(new Set(all).size, all.length)
  })
}

function each({ lines }: Uncited): readonly number[] {
  return lines.flatMap(range)
}

function range(line: number | readonly [from: number, to: number]): readonly number[] {
  if (typeof line === 'number') return [line]
  return Array.from({ length: line[1] - line[0] + 1 }, (_, at) => line[0] + at)
}
