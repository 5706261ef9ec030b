import { type MetricUnit, unitInName } from '../../knowledge/metric-units.ts'
import type { Metric } from '../../platform/model.ts'
import { perSecondOf } from '../../platform/money.ts'
import { bytesOf, percentOf, secondsOf } from '../../platform/units.ts'

/** What a metric is measured in: as it is said, else as its name says. */
export function unitOf({ unit, name }: Pick<Metric, 'unit' | 'name'>): MetricUnit | undefined {
  return unit ?? unitInName(name)
}

/** A bound as a number in a unit: `5s` is 5000 in `ms`, `80%` is 0.8 of a `ratio`, `600/m` is 10 `per-second`; undefined where it is said in another one. */
export function boundAmount(bound: string | number, unit: MetricUnit | undefined): number | undefined {
  if (typeof bound === 'number') return bound
  if (/^\d+(\.\d+)?$/.test(bound)) return Number(bound)
  const percent = percentOf(bound)
  if (percent !== undefined) return unit === 'percent' ? percent : unit === 'ratio' ? percent / 100 : undefined
  if (unit === 'bytes') return bytesOf(bound)
  const rate = perSecondOf(bound)
  if (rate) return unit === 'per-second' ? Number(rate.numerator) / Number(rate.denominator) : undefined
  const seconds = secondsOf(bound)
  if (seconds === undefined) return undefined
  return unit === 'ms' ? seconds * 1000 : unit === 's' ? seconds : undefined
}
