import type { Words } from '../../src/check/verdict.ts'

/** A reason as text: its line, and its rows as `label: text`. */
export function wordsOf({ line, rows = [] }: Words): string {
  return [line, ...rows.map(([label, text]) => `${label}: ${text}`)].join('\n')
}
