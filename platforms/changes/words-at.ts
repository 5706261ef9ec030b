import type { Field } from './fields.ts'

/** The words that stand under the same option elsewhere, sorted: what else may be meant there. */
export function wordsAt(fields: readonly Field[], { path }: Field): readonly string[] {
  const key = optionOf(path)
  const words = fields.filter((other) => optionOf(other.path) === key && typeof other.value === 'string')
  return [...new Set(words.map(({ value }) => String(value)))].sort()
}

function optionOf(path: readonly (string | number)[]): string {
  return path.filter((key) => typeof key === 'string').at(-1) ?? ''
}
