// What an autoscaler is told, where all that it needs is said.

import type { Scaling, ScalingMetric, ScalingStep } from '../../platform/model.ts'
import { sortedTexts } from '../order.ts'
import type { Placed } from './placed.ts'

export interface Scaled {
  readonly min: number | undefined
  readonly max: number
  readonly scaling: Scaling
}

/** By this kind of autoscaler; undefined for another, and where `unsaidOf` names something. */
export function scaledBy({ workload }: Placed, by: 'hpa' | 'keda'): Scaled | undefined {
  const { scales } = workload
  if (!scales || (scales.by ?? 'hpa') !== by) return undefined
  const max = mostOf(scales)
  return max === undefined || unsaidOf(scales).length > 0 ? undefined : { min: leastOf(scales), max, scaling: scales }
}

export const mostPods = 'the most pods'

/** What nobody says and no autoscaler goes without: `most pods`, `the target of cpu`. */
export function unsaidOf(scaling: Scaling): readonly string[] {
  const metrics = (scaling.on ?? []).map(metricOf)
  return [
    ...(mostOf(scaling) === undefined ? [mostPods] : []),
    ...(metrics.length === 0 ? ['by what it scales'] : []),
    ...sortedTexts(metrics.flatMap((metric) => (hasTarget(metric) ? [] : [`the target of ${metricName(metric)}`]))),
  ]
}

export function metricsOf({ scaling }: Scaled): readonly ScalingMetric[] {
  return (scaling.on ?? []).map(metricOf)
}

/** Steps said of the whole, then those of single metrics. */
export function stepsOf({ scaling }: Scaled, way: 'up' | 'down'): readonly ScalingStep[] {
  return [scaling, ...(scaling.on ?? []).map(metricOf)].flatMap((one) => one[way] ?? [])
}

export function metricOf(said: NonNullable<Scaling['on']>[number]): ScalingMetric {
  if (said === 'cpu' || said === 'memory') return { metric: { is: 'metric', name: said } }
  return 'is' in said ? { metric: said } : said
}

export function metricName({ cpu, memory, metric }: ScalingMetric): string {
  return cpu !== undefined ? 'cpu' : memory !== undefined ? 'memory' : (metric?.name ?? '')
}

function hasTarget({ cpu, memory, target }: ScalingMetric): boolean {
  return (cpu ?? memory ?? target) !== undefined
}

// Where the whole has no bounds of its own, the widest of its metrics count: the metric that wants most pods decides.
function leastOf({ from, on = [] }: Scaling): number | undefined {
  if (from !== undefined) return from
  const said = on.flatMap((one) => metricOf(one).from ?? [])
  return said.length > 0 ? Math.min(...said) : undefined
}

function mostOf({ to, on = [] }: Scaling): number | undefined {
  if (to !== undefined) return to
  const said = on.flatMap((one) => metricOf(one).to ?? [])
  return said.length > 0 ? Math.max(...said) : undefined
}
