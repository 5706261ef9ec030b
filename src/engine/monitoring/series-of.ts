// Whether an expression can ever give a series. Only what holds for all data counts: matchers that exclude each other, sides
// that never find each other, values that are never reached, absence of what is always there.
// Source: https://prometheus.io/docs/prometheus/latest/querying/operators/ and /functions/.

import type { Query, QueryOf } from '../../estate/promql/query.ts'
import { callSeries } from './calls.ts'
import { changing, impossibleIn, keeping, labelsOf, noLabels, without } from './labels.ts'
import { operatorSeries } from './operators.ts'
import type { Series } from './series.ts'
import { anything, between, computed, oneOf, type Values } from './values.ts'

/** What is known of the series that an expression gives. */
export function seriesOf(query: Query): Series {
  switch (query.is) {
    case 'number':
      return { labels: noLabels, values: oneOf(query.value), of: '', always: true, scalar: true }
    case 'string':
      return { labels: noLabels, values: anything, of: '', always: true, scalar: true }
    case 'selector':
      return selectorSeries(query)
    case 'range':
    case 'shifted':
      return { ...seriesOf(query.of), of: identity(query) }
    case 'negative': {
      const of = seriesOf(query.of)
      return { ...of, values: computed('*', of.values, oneOf(-1)), of: identity(query) }
    }
    case 'call':
      return { ...callSeries(query, query.of.map(seriesOf)), of: identity(query) }
    case 'aggregate':
      return { ...aggregateSeries(query), of: identity(query) }
    case 'operator':
      return operatorSeries(query, seriesOf(query.left), seriesOf(query.right), identity(query))
  }
}

// The same but for how it is written: at one instant it has one value. Series of several metrics may have equal labels, and
// are not told apart by them.
function identity(query: Query): string {
  if (query.is === 'selector' && query.metric === undefined) return ''
  const text = JSON.stringify(query, (key, value: unknown) => (key === 'text' ? undefined : value))
  return /"is":"selector",(?!"metric")/.test(text) ? '' : text
}

// Made by Prometheus itself: 1 where a scrape succeeded and 0 where not; 1 for each alert that is pending or fires.
const known = new Map<string | undefined, Values>([
  ['up', oneOf(0, 1)],
  ['ALERTS', oneOf(1)],
])

function selectorSeries(query: QueryOf<'selector'>): Series {
  const { metric, matchers, text } = query
  const series = { labels: labelsOf(matchers), values: known.get(metric) ?? anything, of: identity(query) }
  const impossible = impossibleIn(matchers)
  if (!impossible) return series
  const said = impossible.map(({ label, op, value }) => `${label}${op}"${value}"`).join(' and ')
  return { ...series, never: { why: 'matchers', of: text, said } }
}

function aggregateSeries({ name, by, without: dropped, of }: QueryOf<'aggregate'>): Series {
  const inner = seriesOf(of.at(-1) as Query)
  const isSame = ['topk', 'bottomk', 'limitk', 'limit_ratio'].includes(name)
  const labels = dropped ? without(inner.labels, dropped) : keeping(inner.labels, by ?? [])
  const [parameter] = of
  if (isSame) return inner.never ? { ...inner } : { ...inner, always: undefined }
  return {
    ...inner,
    labels: name === 'count_values' && parameter?.is === 'string' ? changing(labels, [parameter.value]) : labels,
    values: aggregated(name, inner.values, parameter),
  }
}

function aggregated(name: string, values: Values, parameter: Query | undefined): Values {
  const { low, high, nan } = values
  if (name === 'min' || name === 'max') return values
  if (name === 'count') return between(1, Number.POSITIVE_INFINITY)
  if (name === 'group') return oneOf(1)
  if (name === 'avg') return between(low, high, nan)
  if (name === 'sum') return low >= 0 ? between(low, Number.POSITIVE_INFINITY, nan) : anything
  if (name === 'stddev' || name === 'stdvar') return between(0, Number.POSITIVE_INFINITY, true)
  const isShare = parameter?.is === 'number' && parameter.value >= 0 && parameter.value <= 1
  return name === 'quantile' && isShare ? between(low, high, nan) : anything
}
