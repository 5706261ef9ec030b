// Names come from files that others wrote: in a comment on a pull request they must not format, link, mention or hide.
// Source: https://github.github.com/gfm/ (code spans 6.3, table cells 4.10); GitHub mentions nobody within code.

import { clean } from '../text/clean.ts'

/** Text as a code span, within a table or outside. */
export function codeSpan(text: string): string {
  const shown = clean(text.toWellFormed())
  if (shown.trim() === '') return '` `'
  const fence = '`'.repeat(longestRun(shown) + 1)
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : ''
  // A table is cut at every bar before its cells are read, one within code included.
  return `${fence}${pad}${shown.replaceAll('|', '\\|')}${pad}${fence}`
}

/** A sentence as plain words: nothing in it is markup, a mention, a reference to an issue, or a link. */
export function plainWords(text: string): string {
  return clean(text.toWellFormed())
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()!|~^$]/g, (char) => `\\${char}`)
    .replace(/^(\s*)([-+=]|\d+[.)])/, '$1\\$2')
    .replace(/[@#]|:(?=\/\/)|(?<=\bGH)-|(?<=\bwww)\./gi, (char) => `${char}&#8203;`)
}

/** Lines as they are, however many backticks or tildes they hold. */
export function fenced(lines: readonly string[]): readonly string[] {
  const shown = lines.map((line) => clean(line.toWellFormed()))
  const fence = '`'.repeat(Math.max(3, ...shown.map((line) => longestRun(line) + 1)))
  return [`${fence}text`, ...shown, fence]
}

function longestRun(text: string): number {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}
