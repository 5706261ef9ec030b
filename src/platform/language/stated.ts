import { combine } from '../combine.ts'
import { make, type NounSpec } from '../make.ts'
import type { Measure } from '../model.ts'
import { type Price, type Wage, workHoursOf } from '../money.ts'
import { duration, either, need, percent, price, quantity, stated, wage, work } from '../schema.ts'
import type { Stated } from '../source.ts'

/** A line, or the first and the last of some that follow each other. */
export type Lines = number | readonly [from: number, to: number]

/**
 * Cites a document that people read: `const says = statedIn('Shop - Deployment Architecture')`, then
 * `stated: says('7.2', 831, [833, 835])`.
 */
export function statedIn(document: string): (section: string, ...lines: readonly Lines[]) => Stated {
  return (section, ...lines) => {
    const numbers = new Set(lines.flatMap(linesOf))
    return Object.freeze({ document, section, lines: Object.freeze([...numbers].sort((a, b) => a - b)) })
  }
}

// Nobody cites more lines in one breath; a longer range is a slip, and shows as one where the citation is used.
const LONGEST_RANGE = 10_000

function linesOf(lines: Lines): readonly number[] {
  if (typeof lines === 'number') return [lines]
  const [from, to] = lines
  const length = to - from + 1
  return length >= 1 && length <= LONGEST_RANGE ? Array.from({ length }, (_, index) => from + index) : [Number.NaN]
}

type StatedValue = Extract<Measure, { is: 'stated' }>

interface ValueOptions {
  readonly value: string | number | Exclude<Price, string>
  readonly stated: Stated
  readonly at?: Wage
}

export const valueSpec: NounSpec<ValueOptions, StatedValue> = {
  is: 'stated',
  word: 'value',
  fields: {
    value: need(either(quantity, percent, duration, price, work), ''),
    at: wage,
    stated: need(stated, 'a value without a source is no operand'),
  },
  rules(_, { value, at }, say) {
    if (at !== undefined && workHoursOf(value) === undefined)
      say({ path: 'at', found: `a wage for ${value}`, allowed: "hours of work by the month, '20h/month'" })
  },
  build: (_, options) => ({ is: 'stated', ...options }),
}

/** A value that a document states, as an operand; hours of work have a price where `at` says one: `minus(value('48Gi', says('3.2', 41)), total.memoryRequests(live))`. */
export function value(value: StatedValue['value'], stated: Stated, options: { readonly at?: Wage } = {}): StatedValue {
  return make(valueSpec, '', combine(options, { value, stated }))
}
