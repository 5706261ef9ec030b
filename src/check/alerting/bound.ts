// Bounds on metrics, in one unit, so that a promise and an alert can be compared.

import { boundAmount, unitOf } from '../../estate/watching/bound-amount.ts'
import type { Alert, Environment, Metric, PlatformPromise } from '../../platform/model.ts'
import type { World } from '../world.ts'

export type StaysPromise = Extract<PlatformPromise, { kind: 'stays' }>

/** `below 100ms`, `above 99%`. */
export function boundOf({ above, below }: StaysPromise): string {
  return [below === undefined ? '' : `below ${below}`, above === undefined ? '' : `above ${above}`]
    .filter(Boolean)
    .join(' and ')
}

/** The direction in which an alert fires. */
export function directionOf({ when }: Alert): 'above' | 'below' | undefined {
  if (when.above !== undefined) return 'above'
  return when.below === undefined ? undefined : 'below'
}

/** A bound as a number in the metric's own unit; undefined where it cannot be read so. */
export function amountOf(value: string | number | undefined, metric: Metric): number | undefined {
  return value === undefined ? undefined : boundAmount(value, unitOf(metric))
}

/** Every promised bound, with the alerts that look at its metric there. */
export function boundsOf({
  platform,
}: Pick<World, 'platform'>): readonly { promise: StaysPromise; alerts: readonly Alert[] }[] {
  return (platform?.promises ?? []).flatMap((promise) => {
    if (promise.is === 'planned' || promise.kind !== 'stays') return []
    const isMeant = ({ when, in: where }: Alert) =>
      when.metric?.name === promise.metric.name && isHere(where, promise.in)
    return [{ promise, alerts: platform?.alerts.filter(isMeant) ?? [] }]
  })
}

/** An alert that names no environment watches all of them. */
export function isHere(alert: Environment | undefined, promise: Environment | undefined): boolean {
  return alert === undefined || promise === undefined || alert.name === promise.name
}
