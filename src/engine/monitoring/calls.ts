// What functions make of series: their labels stay, but for few; their values are sometimes bounded.
// Source: https://prometheus.io/docs/prometheus/latest/querying/functions/.

import type { Query, QueryOf } from '../../estate/promql/query.ts'
import { anyLabels, changing, noLabels, without } from './labels.ts'
import type { Series } from './series.ts'
import { anything, between, common, oneOf, type Values } from './values.ts'

const most = Number.POSITIVE_INFINITY

const bounded = new Map<string, Values>([
  ['absent', oneOf(1)],
  ['absent_over_time', oneOf(1)],
  ['present_over_time', oneOf(1)],
  ['changes', between(0, most)],
  ['resets', between(0, most)],
  ['count_over_time', between(1, most)],
  ['stddev_over_time', between(0, most, true)],
  ['stdvar_over_time', between(0, most, true)],
  ['abs', between(0, most, true)],
  ['sqrt', between(0, most, true)],
  ['exp', between(0, most, true)],
  ['hour', between(0, 23, true)],
  ['minute', between(0, 59, true)],
  ['day_of_week', between(0, 6, true)],
  ['day_of_month', between(1, 31, true)],
  ['day_of_year', between(1, 366, true)],
  ['days_in_month', between(28, 31, true)],
  ['month', between(1, 12, true)],
])

// Their values are among those that they are given.
const choosing = ['first_over_time', 'last_over_time', 'max_over_time', 'min_over_time', 'sort', 'sort_desc']

export function callSeries({ name, of }: QueryOf<'call'>, series: readonly Series[]): Omit<Series, 'of'> {
  const inner = series.find(({ scalar }) => !scalar)
  if (name === 'vector') return { labels: noLabels, values: series[0]?.values ?? anything, always: true }
  if (name === 'absent' || name === 'absent_over_time') return absence(of[0], inner)
  // scalar() is not a number where there is nothing, and is there all the same; so is the time.
  const isScalar = name === 'scalar' || (of.length === 0 && !bounded.has(name) && name !== 'year')
  if (isScalar || !inner)
    return { labels: noLabels, values: valuesOf(name, of, undefined), always: true, scalar: isScalar }
  return { ...inner, labels: labelsAfter(name, of, inner), values: valuesOf(name, of, inner.values) }
}

function absence(of: Query | undefined, inner: Series | undefined): Omit<Series, 'of'> {
  const series = { labels: anyLabels, values: oneOf(1) }
  return inner?.always
    ? { ...series, never: { why: 'present', of: of?.text ?? '' } }
    : { ...series, always: inner?.never !== undefined }
}

function labelsAfter(name: string, of: readonly Query[], { labels }: Series): Series['labels'] {
  const [, second] = of
  if (name === 'label_replace' || name === 'label_join' || name === 'histogram_quantiles')
    return second?.is === 'string' ? changing(labels, [second.value]) : anyLabels
  if (name === 'info') return anyLabels
  return name === 'histogram_quantile' || name === 'histogram_fraction' ? without(labels, ['le']) : labels
}

function valuesOf(name: string, of: readonly Query[], inner: Values | undefined): Values {
  const known = bounded.get(name)
  if (known) return known
  if (!inner) return anything
  const numbers = of.flatMap((one) => (one.is === 'number' ? [one.value] : []))
  if (choosing.includes(name)) return inner
  if (name === 'avg_over_time') return between(inner.low, inner.high, inner.nan)
  if (name === 'quantile_over_time' && isShare(numbers[0])) return between(inner.low, inner.high, inner.nan)
  if (name === 'sum_over_time' && inner.low >= 0) return between(inner.low, most, inner.nan)
  const [first, second] = numbers
  if (name === 'clamp_min' && first !== undefined) return clamped(inner, first, most)
  if (name === 'clamp_max' && first !== undefined) return clamped(inner, -most, first)
  if (name === 'clamp' && first !== undefined && second !== undefined) return clamped(inner, first, second)
  return anything
}

function isShare(value: number | undefined): boolean {
  return value !== undefined && value >= 0 && value <= 1
}

function clamped({ low, high, nan }: Values, least: number, atMost: number): Values {
  if (!(least <= atMost)) return anything
  const bound = between(Math.max(low, least), Math.min(high, atMost), nan)
  // What lies wholly outside comes to the nearer end.
  return common(between(least, atMost, nan), bound) && bound.low <= bound.high ? bound : between(least, atMost, nan)
}
