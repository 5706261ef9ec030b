// Every metric is said in one unit, that of its name, and compared with bounds in that unit; where an alert has an expression
// of its own, it fires at the bound that the alert says.

import { sourceOf } from '../../estate/source.ts'
import { unitOf } from '../../estate/watching/bound-amount.ts'
import { type MetricUnit, unitInName } from '../../knowledge/metric-units.ts'
import type { Alert, Metric } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'
import { amountOf, type boundOf, directionOf } from './bound.ts'
import { comparisonsIn } from './comparisons-in.ts'

type Rules = {
  unit: { unit: MetricUnit; named: MetricUnit }
  once: { units: readonly MetricUnit[] }
  bound: { by: string; bound: string; unit: MetricUnit; amount: number | undefined }
  counter: { alert: string; how: string; unit: MetricUnit | undefined }
  expression: { alert: string; bound: string; amount: number; compares: readonly string[] }
}

/** A metric by its name, wherever it is gone by. */
interface Use {
  readonly name: string
  readonly metrics: readonly Metric[]
  readonly alerts: readonly Alert[]
  readonly promises: readonly StaysPromise[]
}

type StaysPromise = Parameters<typeof boundOf>[0]

export const measured = defineQuestion<Rules>({
  id: 'measured',
  asks: 'Is every metric said and compared in one unit, that of its name?',

  *judge(world) {
    for (const use of usesIn(world)) {
      const parts = [...unitParts(use), ...onceParts(use), ...use.promises.flatMap(promiseParts), ...alertParts(use)]
      const [first] = use.metrics
      if (parts.length === 0 || !first) continue
      yield {
        id: [world.platform?.name ?? 'platform', use.name],
        says: `${use.name} is said and compared in its own unit`,
        source: sourceOf(first, first.stated),
        parts,
      }
    }
  },

  says: {
    unit: ({ unit, named }, truth) =>
      truth === true ? `it is said in ${unit}, as its name says` : `it is said in ${unit}, and its name says ${named}`,
    once: ({ units }, truth) =>
      truth === true ? `it is said in ${units[0]} wherever it is gone by` : `it is said in ${units.join(' and in ')}`,
    bound: ({ by, bound, unit, amount }) =>
      amount === undefined
        ? `${by} compares it with ${bound}, and it is measured in ${unit}`
        : `${by} compares it with ${bound}: ${amount} in ${unit}`,
    counter: ({ alert, how, unit }, truth) => {
      if (truth) return `${alert} looks at ${how}, and it counts`
      return truth === false
        ? `${alert} looks at ${how}, and what is measured in ${unit} goes up and down: each fall is taken for a counter that begins again`
        : `${alert} looks at ${how}, and nobody says that it only counts${unit === undefined ? '' : `: it is measured in ${unit}`}`
    },
    expression: ({ alert, bound, amount, compares }, truth) =>
      truth === true
        ? `the expression of ${alert} fires there: ${compares.join(', ')}`
        : `${alert} is to fire ${bound} (${amount}), and its expression fires at ${compares.join(', ')}`,
  },
})

function usesIn({ platform }: World): readonly Use[] {
  const alerts = platform?.alerts ?? []
  const promises = (platform?.promises ?? []).flatMap((one) =>
    one.is !== 'planned' && one.kind === 'stays' ? [one] : [],
  )
  const relied = (platform?.promises ?? []).flatMap((one) =>
    one.is !== 'planned' && one.kind === 'collects' ? one.metrics : [],
  )
  const all = [...promises.map(({ metric }) => metric), ...alerts.flatMap(({ when }) => when.metric ?? []), ...relied]
  return [...Map.groupBy(distinct(all), ({ name }) => name)]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([name, metrics]) => ({
      name,
      metrics,
      alerts: alerts.filter(({ when }) => when.metric?.name === name).sort((a, b) => byCodePoint(a.name, b.name)),
      promises: promises.filter(({ metric }) => metric.name === name),
    }))
}

/** One that is gone by in two places is one, also where a file says it in both. */
function distinct(metrics: readonly Metric[]): readonly Metric[] {
  const named = metrics.map((one) => [JSON.stringify([one.name, one.unit, one.stated]), one] as const)
  return [...new Map(named.toReversed()).values()].reverse()
}

function unitsOf({ metrics }: Use): readonly MetricUnit[] {
  return [...new Set(metrics.flatMap(({ unit }) => unit ?? []))].sort()
}

function unitParts(use: Use) {
  const named = unitInName(use.name)
  if (named === undefined) return []
  const stated = use.metrics.map((one) => one.stated)
  return unitsOf(use).map((unit) =>
    part('unit', unit === named, { unit, named }, { cause: `unit/${use.name}`, hint: `unit: '${named}'`, stated }),
  )
}

function onceParts(use: Use) {
  const units = unitsOf(use)
  const said = use.metrics.filter(({ unit }) => unit)
  if (said.length < 2) return []
  const stated = said.map((one) => one.stated)
  return [part('once', units.length === 1, { units }, { cause: `unit/${use.name}`, hint: 'one unit', stated })]
}

function boundPart(by: string, bound: string | number, metric: Metric, stated: Metric['stated']) {
  const unit = unitOf(metric)
  if (unit === undefined) return []
  // Of a counter, how fast it grows.
  if (unit === 'count' && typeof bound === 'string' && bound.includes('/')) return []
  const amount = amountOf(bound, metric)
  const because = { by, bound: `${bound}`, unit, amount }
  return [
    part('bound', amount !== undefined, because, {
      cause: `bound/${metric.name}/${by}`,
      hint: 'a bound in the unit of the metric, or a metric of its own for the share that is meant',
      stated: [stated, metric.stated],
    }),
  ]
}

function promiseParts(promise: StaysPromise) {
  return [promise.above, promise.below].flatMap((bound) =>
    bound === undefined ? [] : boundPart('what is promised', bound, promise.metric, promise.stated),
  )
}

function alertParts({ alerts }: Use) {
  return alerts.flatMap((alert) => {
    const { when, name, stated } = alert
    const bound = when.above ?? when.below
    const counted = counterParts(alert)
    if (bound === undefined || !when.metric) return counted
    return [...counted, ...boundPart(name, bound, when.metric, stated), ...expressionParts(alert, bound, when.metric)]
  })
}

// rate() and increase() are of counters alone (prometheus.io/docs/prometheus/latest/querying/functions, "increase").
function counterParts({ name, when, expression, stated }: Alert) {
  const { metric } = when
  const how = metric && increasing({ when, expression })
  if (!metric || how === undefined) return []
  const unit = unitOf(metric)
  const isGauge = unit === 'percent' || unit === 'ratio' || unit === 'per-second'
  const truth = unit === 'count' || metric.name.endsWith('_total') ? true : isGauge ? false : undefined
  return [
    part(
      'counter',
      truth,
      { alert: name, how, unit },
      {
        cause: `no-counter/${metric.name}`,
        waitsFor: `whether ${metric.name} only counts: unit: 'count', or a name that ends in _total`,
        hint: 'a counter of what is meant',
        stated: [stated, metric.stated],
      },
    ),
  ]
}

function increasing({ when, expression }: Pick<Alert, 'when' | 'expression'>): string | undefined {
  const { metric, occurs, rises, over } = when
  if (expression === undefined)
    return occurs ? 'whether it rises at all' : rises === undefined ? undefined : `how much it rises in ${over}`
  const of = `(?:${metric?.name}\\b|\\{__name__="${metric?.name}")`
  return new RegExp(`\\b(?:increase|i?rate)\\(\\s*${of}`).test(expression) ? 'how fast it rises' : undefined
}

// A share may be written as 0.8 or, of an expression times 100, as 80.
function expressionParts(alert: Alert, bound: string | number, metric: Metric) {
  const amount = amountOf(bound, metric)
  if (alert.expression === undefined || amount === undefined) return []
  const direction = directionOf(alert)
  const compares = comparisonsIn(alert.expression).filter((one) => one.direction === direction)
  if (compares.length === 0) return []
  const meant = unitOf(metric) === 'percent' ? [amount, amount / 100] : [amount]
  const at = compares.filter(({ value }) => meant.some((one) => Math.abs(one - value) <= Math.abs(one) * 1e-9))
  const shown = (at.length > 0 ? at : compares).map(({ op, value }) => `${op} ${value}`)
  const because = { alert: alert.name, bound: `${direction} ${bound}`, amount, compares: shown }
  return [
    part('expression', at.length > 0, because, {
      cause: `expression/${alert.name}`,
      hint: 'one bound, in both',
      stated: [alert.stated],
    }),
  ]
}
