// Other values of the same form, the ones first that matter more: less of what there should be, more of what there should
// not be, another word.

import type { Field } from './fields.ts'

type Value = string | number | boolean | undefined

const amount = /^(\d+(?:\.\d+)?)([a-zA-Z%]+)$/

/** What a field may be changed to, in turn; undefined takes the option away. `words` are those that stand in the same place elsewhere. */
export function mutantsOf({ value }: Field, words: readonly string[]): readonly Value[] {
  if (typeof value === 'boolean') return [!value, undefined]
  if (typeof value === 'number')
    return [...new Set([0, value * 4, value - 1, value + 1])].filter((one) => one !== value)
  const measured = amount.exec(value)
  if (measured) {
    const [, number = '', unit = ''] = measured
    return [...[10, 0.1, 0.5, 2].map((factor) => times(number, factor, unit)), undefined].filter((one) => one !== value)
  }
  return [...words.filter((word) => word !== value), `${value}-other`, undefined]
}

function times(number: string, factor: number, unit: string): string {
  const exact = Number((Number(number) * factor).toFixed(3))
  return `${unit === '%' ? Math.min(100, exact) : exact}${unit}`
}
