// What makes an alert fire.

import type { Component } from '../component.ts'
import type { Condition, Metric } from '../model.ts'
import { count, duration, either, flag, noun, oneOf, percent, quantity, rate, record } from '../schema.ts'
import type { Duration } from '../units.ts'
import type { Say } from '../validate.ts'

export type Threshold = string | number

/** `when: above(latency, '500ms')`; of a counter, how fast it grows: `above(failedLogins, '10/h')`. */
export function above(metric: Metric, threshold: Threshold): Condition {
  return { metric, above: threshold }
}

/** `when: below(free, '10%')`. */
export function below(metric: Metric, threshold: Threshold): Condition {
  return { metric, below: threshold }
}

/** `when: absent(latency)`: the metric is no longer there, as when what exposes it is down. */
export function absent(metric: Metric): Condition {
  return { metric, absent: true }
}

/** `when: rises(restarts, { by: 5, over: '10m' })`: a counter grows by so many or more in so long. */
export function rises(metric: Metric, rise: { readonly by: number; readonly over: Duration }): Condition {
  return { metric, rises: rise?.by, over: rise?.over }
}

/** `when: occurs(failedPayments)`: a counter grows at all. */
export function occurs(metric: Metric): Condition {
  return { metric, occurs: true }
}

/** `when: trend(signups)`: the metric does not go as it usually does; who finds that out is left open. */
export function trend(metric: Metric): Condition {
  return { metric, trend: true }
}

/** `when: down(ledgerDb, 'any')`: one of its pods does not answer its collector; `'all'`: none of them does. */
export function down(component: Component, members: 'any' | 'all'): Condition {
  return { down: component, members }
}

/** Fires at all times, as a sign of life: whoever no longer hears it knows that nothing else would be heard either. */
export function always(): Condition {
  return { always: true }
}

const threshold = either({ kind: 'count', least: 0, most: Number.MAX_SAFE_INTEGER }, percent, duration, quantity, rate)

export const condition = record(
  "above(metric, '5%'), below(metric, '5%'), absent(metric), rises(…), occurs(metric), trend(metric), down(…) or always()",
  {
    metric: noun('metric'),
    above: threshold,
    below: threshold,
    absent: flag,
    rises: count(1),
    over: duration,
    occurs: flag,
    trend: flag,
    down: noun('component'),
    members: oneOf('any', 'all'),
    always: flag,
  },
)

export function checkCondition(when: Condition, say: Say): void {
  const ways = [when.above, when.below, when.absent, when.rises, when.occurs, when.trend, when.down, when.always]
  const said = ways.filter((way) => way !== undefined && way !== false)
  if (said.length !== 1) {
    say({
      path: 'when',
      found: said.length === 0 ? 'none of them' : `${said.length} of them`,
      allowed: 'exactly one of above, below, absent, rises, occurs, trend, down and always',
    })
  }
  const missing = missingIn(when)
  if (missing) say({ path: `when.${missing}`, found: 'nothing', allowed: 'what the condition is about' })
}

// What a way of firing cannot do without.
function missingIn({ metric, rises, over, down, members, always }: Condition): string | undefined {
  if (down) return members === undefined ? 'members' : undefined
  if (always) return undefined
  if (rises !== undefined && over === undefined) return 'over'
  return metric ? undefined : 'metric'
}
