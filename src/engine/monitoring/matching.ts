// What a label may be, by the matchers that it must meet all at once. A label that is not there is the empty text.

import { alternativesIn, anchored } from '../../estate/promql/anchored.ts'
import type { Matcher } from '../../estate/promql/query.ts'

type Test = Pick<Matcher, 'op' | 'value'>

/** Whether a matcher takes a text; undefined where its pattern cannot be told. */
export function takes({ op, value }: Test, text: string): boolean | undefined {
  if (op === '=') return text === value
  if (op === '!=') return text !== value
  const matches = anchored(value)?.matches(text)
  return matches === undefined ? undefined : op === '=~' ? matches : !matches
}

/** Whether no text meets all of them, as far as one of them names the few that could. */
export function excludeAll(tests: readonly Test[]): boolean {
  const isOpposite = tests.some(
    ({ op, value }) => op === '=~' && tests.some((other) => other.op === '!~' && other.value === value),
  )
  if (isOpposite) return true
  return tests.some((test) => candidatesOf(test)?.every((text) => tests.some((other) => takes(other, text) === false)))
}

function candidatesOf({ op, value }: Test): readonly string[] | undefined {
  if (op === '=') return [value]
  return op === '=~' ? alternativesIn(value) : undefined
}
