// What operators leave of two sides: a comparison takes values away, a pair needs equal labels on both sides.
// Source: https://prometheus.io/docs/prometheus/latest/querying/operators/#vector-matching.

import type { QueryOf } from '../../estate/promql/query.ts'
import { differing, either, joined, sayLabel } from './labels.ts'
import type { Never, Series } from './series.ts'
import { anything, common, compared, computed, oneOf, sayValues, within } from './values.ts'

type Operator = QueryOf<'operator'>

const comparisons = ['==', '!=', '<', '<=', '>', '>=']
const turned: { readonly [op: string]: string } = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' }

export function operatorSeries(query: Operator, one: Series, two: Series, of: string): Series {
  const { op } = query
  // What is filled in may have any value.
  const [left, right] = query.fills ? [one, two].map((side) => ({ ...side, values: anything })) : [one, two]
  if (!left || !right) return one
  if (op === 'or') return union(left, right, of)
  if (op === 'unless') return difference(query, left, right)
  const sides = never(query, left, right)
  if (op === 'and')
    return { ...left, always: false, partly: true, ...(sides && { never: sides }), values: both(query, left, right) }
  const isPair = !left.scalar && !right.scalar
  const labels = isPair ? joined(left.labels, right.labels, query.matching) : left.scalar ? right.labels : left.labels
  const always = !isPair && Boolean(left.always && right.always)
  const base = { labels, always, scalar: left.scalar && right.scalar, ...(sides && { never: sides }) }
  if (query.bool) return { ...base, values: oneOf(0, 1), of }
  if (comparisons.includes(op)) return comparison(query, { left, right, base })
  return { ...base, values: computed(op, left.values, right.values), of }
}

type Base = Pick<Series, 'labels' | 'never' | 'scalar'>

// The value that stays is the left one, or the one that is no number.
function comparison(query: Operator, { left, right, base }: { left: Series; right: Series; base: Base }): Series {
  const [kept, other, op] = left.scalar ? [right, left, turned[query.op] ?? query.op] : [left, right, query.op]
  const values = compared(op, kept.values, other.values)
  // What differs from a number is no length of values, but one with a hole.
  const isExact = op !== '!=' && !kept.partly && other.scalar && other.values.only?.length === 1
  // Pairs that group to the right keep the value of the left side all the same.
  const series: Series = { ...base, always: false, values: values ?? kept.values, of: kept.of }
  const exact = isExact ? series : { ...series, partly: true as const }
  if (values || base.never) return exact
  return { ...exact, never: neverReached(query, kept, { op, other }) }
}

function neverReached({ left, right }: Operator, kept: Series, { op, other }: { op: string; other: Series }): Never {
  const isTurned = turned[op] !== undefined && kept.of !== '' && left.is === 'number'
  const [of, by] = isTurned ? [right, left] : [left, right]
  const values = sayValues(kept.values) ?? 'anything'
  return {
    why: 'value',
    of: of.text,
    values,
    op,
    with: other.values.only ? (sayValues(other.values) ?? by.text) : by.text,
  }
}

function never(query: Operator, left: Series, right: Series): Never | undefined {
  const [one, two] = [left.never, right.never]
  if (query.fills) return one && two
  if (one ?? two) return one ?? two
  if (left.scalar || right.scalar) return undefined
  const label = differing(left.labels, right.labels, query.matching)
  if (label !== undefined)
    return { why: 'sides', op: query.op, left: sayLabel(left.labels, label), right: sayLabel(right.labels, label) }
  const isOne = query.op === 'and' && isSame(left, right) && !query.matching.on && !query.matching.ignoring
  if (isOne && !common(left.values, right.values))
    return { why: 'both', left: query.left.text, op: 'and', right: query.right.text }
  return undefined
}

function both({ matching }: Operator, left: Series, right: Series): Series['values'] {
  const isOne = isSame(left, right) && !matching.on && !matching.ignoring
  return (isOne && common(left.values, right.values)) || left.values
}

function union(left: Series, right: Series, of: string): Series {
  return {
    labels: left.never ? right.labels : right.never ? left.labels : either(left.labels, right.labels),
    values: left.never ? right.values : right.never ? left.values : hull(left, right),
    always: Boolean(left.always || right.always),
    of,
    ...(left.never && right.never && { never: left.never }),
  }
}

function hull({ values: a }: Series, { values: b }: Series): Series['values'] {
  if (a.only && b.only) return { ...oneOf(...a.only, ...b.only), nan: a.nan || b.nan }
  const bound = { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high), nan: a.nan || b.nan }
  return Number.isNaN(bound.low) ? anything : bound
}

function isSame(left: Series, right: Series): boolean {
  return left.of !== '' && left.of === right.of
}

// What stands on the right as well, with nothing taken away that the left side keeps, takes everything.
function difference(query: Operator, left: Series, right: Series): Series {
  const { on, ignoring } = query.matching
  const isWhole = isSame(left, right) && !on && !ignoring && !right.partly && !right.never && !left.never
  const series: Series = { ...left, always: false, partly: true }
  if (!isWhole || !within(left.values, right.values)) return series
  return { ...series, never: { why: 'both', left: query.left.text, op: 'unless', right: query.right.text } }
}
