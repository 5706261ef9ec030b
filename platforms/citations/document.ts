// The document that a platform follows, where it is at hand: sections and lines. Tests alone need it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'

export interface Document {
  /** Why a test that needs it is skipped; false where it is there. */
  readonly absent: string | false
  /** Its lines, the first at index 1. */
  readonly lines: readonly string[]
}

/** By the first three digits of its file. */
export function documentOf(number: string): Document {
  const folder = new URL('../../../shared/seeds/', import.meta.url)
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.startsWith(`${number}_`)) : undefined
  if (!name) return { absent: 'the document is not beside the project', lines: [''] }
  return { absent: false, lines: ['', ...readFileSync(new URL(name, folder), 'utf8').split('\n')] }
}

/** What a heading calls its section; undefined for one that begins none. */
export type SectionOf = (heading: string) => string | undefined

/** Headings by their number or, of an appendix, by their letter: `4.3`, `A`. */
export const numbered: SectionOf = (heading) => /^#{2,3} (?:Appendix )?(\d+(?:\.\d+)?|[A-Z])[.:]? /.exec(heading)?.[1]

/** Headings by their words. */
export const named: SectionOf = (heading) => /^#{1,4} [^\w]*(.*?)\s*$/.exec(heading)?.[1]

/** The section that each line stands in, `` before the first. */
export function sectionsOf(lines: readonly string[], sectionOf: SectionOf): readonly string[] {
  let section = ''
  let fenced = false
  return lines.map((line) => {
    if (line.startsWith('```')) fenced = !fenced
    section = (fenced ? undefined : sectionOf(line)) ?? section
    return section
  })
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** The numbers in a text: `15.5`, `1000`, `1.33.5`; of a month its own, as in a date of numbers. */
export function numbersIn(text: string): readonly string[] {
  const dated = months.reduce((said, month, at) => said.replaceAll(month, `${at + 1}`.padStart(2, '0')), text)
  return dated.replaceAll(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)*/g) ?? []
}
