import type { Metric, ScalingTarget } from '../../platform/model.ts'
import { perSecondOf } from '../../platform/money.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'

/**
 * What a metric is held at, as a Kubernetes quantity in the metric's own unit: a rate by the second, a time in seconds
 * unless the metric counts milliseconds, a share as a ratio unless it counts percent. Rounded up to thousandths.
 */
export function targetAmount(target: ScalingTarget = 0, metric?: Metric): string {
  if (typeof target === 'number') return quantity(target)
  const rate = perSecondOf(target)
  if (rate) return quantity(Number(rate.numerator) / Number(rate.denominator))
  const share = percentOf(target)
  if (share !== undefined) return quantity(metric?.unit === 'percent' ? share : share / 100)
  const seconds = secondsOf(target)
  if (seconds !== undefined) return quantity(metric?.unit === 'ms' ? seconds * 1000 : seconds)
  return target
}

function quantity(value: number): string {
  return Number.isInteger(value) ? String(value) : `${Math.ceil(value * 1000)}m`
}
