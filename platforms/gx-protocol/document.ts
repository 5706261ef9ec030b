// The document that the platform follows, where it is at hand: sections and lines. Tests alone need it.

import { existsSync, readFileSync } from 'node:fs'

const file = new URL('../../../shared/seeds/003_1c44f56428c84e08.txt', import.meta.url)

/** Why a test that needs the document is skipped; false where it is there. */
export const absent: string | false = existsSync(file) ? false : 'the document is not beside the project'

/** Lines of the document, the first at index 1. */
export function linesOfDocument(): readonly string[] {
  return ['', ...readFileSync(file, 'utf8').split('\n')]
}

/** The section that each line stands in: `4.3`, `A` for an appendix, `` before the first. */
export function sectionsOf(lines: readonly string[]): readonly string[] {
  let section = ''
  let fenced = false
  return lines.map((line) => {
    if (line.startsWith('```')) fenced = !fenced
    const heading = fenced ? null : /^#{2,3} (?:Appendix )?(\d+(?:\.\d+)?|[A-Z])[.:]? /.exec(line)
    section = heading?.[1] ?? section
    return section
  })
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** The numbers in a text: `15.5`, `1000`, `1.33.5`; of a month its own, as in a date of numbers. */
export function numbersIn(text: string): readonly string[] {
  const dated = months.reduce((said, month, at) => said.replaceAll(month, `${at + 1}`.padStart(2, '0')), text)
  return dated.replaceAll(/(\d),(?=\d{3})/g, '$1').match(/\d+(?:\.\d+)*/g) ?? []
}
