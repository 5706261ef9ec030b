// The condition of an alert as PromQL.

import type { Alert, Condition, Metric } from '../../platform/model.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import type { Member } from '../lower/members.ts'
import { sortedTexts } from '../order.ts'
import { boundAmount, unitOf } from './bound-amount.ts'

/** Whether a condition can be said in PromQL: one that nobody says, and a trend that somebody sees, cannot. */
export function isSayable({ metric, down, always, trend }: Condition): boolean {
  return !trend && (metric !== undefined || down !== undefined || always === true)
}

export function expressionOf({ when, expression, in: where }: Alert, members: readonly Member[]): string {
  if (expression !== undefined) return expression
  if (when.always) return 'vector(1)'
  if (when.down) return downExpression(when.down.name, when.members === 'all', where?.name, members)
  const { metric } = when
  const series = `${exposedAs(metric?.name ?? '')}${where ? `{namespace="${where.namespace}"}` : ''}`
  if (when.absent) return `absent(${series})`
  if (when.occurs) return `increase(${series}[5m]) > 0`
  if (when.rises !== undefined) return `increase(${series}[${when.over}]) >= ${when.rises}`
  const isAbove = when.above !== undefined
  const rate = metric && unitOf(metric) === 'count' ? rateIn((isAbove ? when.above : when.below) ?? 0) : undefined
  if (rate) return `increase(${series}[1${rate.per}]) ${isAbove ? '>' : '<'} ${rate.count}`
  return `${series} ${isAbove ? '>' : '<'} ${amountOf((isAbove ? when.above : when.below) ?? 0, metric)}`
}

// Prometheus' names of metrics have no other signs (prometheus.io/docs/concepts/data_model).
function exposedAs(name: string): string {
  return name.replaceAll(/[^a-zA-Z0-9_:]/g, '_')
}

// A PodMonitor's job is called namespace/name (prometheus-operator@v0.85, pkg/prometheus/promcfg.go).
function downExpression(name: string, all: boolean, where: string | undefined, members: readonly Member[]): string {
  const placed = members
    .filter(({ component, environment }) => component.name === name && (where ?? environment.name) === environment.name)
    .flatMap(({ workloads }) => workloads.filter(({ workload }) => workload.controller !== 'CronJob'))
  const each = placed.map(({ workload, environment }) => {
    const up = `up{job="${environment.namespace}/${workload.name}"} == 1`
    return all ? `absent(${up})` : `count(${up}) < ${workload.replicas} or absent(${up})`
  })
  return sortedTexts(each).join(' or ')
}

// What is said in no unit of the metric stands as it is said.
function amountOf(bound: string | number, metric: Metric | undefined): number | string {
  const amount = metric && boundAmount(bound, unitOf(metric))
  return amount ?? percentOf(bound) ?? secondsOf(bound) ?? bound
}

// Of a counter, how often it counts: `10/h`.
function rateIn(bound: string | number): { readonly count: string; readonly per: string } | undefined {
  const [, count, per] = (typeof bound === 'string' && /^(\d+(?:\.\d+)?)\/([smh])/.exec(bound)) || []
  return count === undefined || per === undefined ? undefined : { count, per }
}
