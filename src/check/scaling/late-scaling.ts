// An autoscaler that holds a time at its target adds pods once the time is above it: where as much is promised at most, the
// promise is broken by then.

import { metricOf } from '../../estate/lower/scaled.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Metric, Platform } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { amountOf, boundsOf } from '../alerting/bound.ts'
import { type Part, part } from '../define.ts'

export interface Late {
  readonly metric: string
  readonly target: string
  readonly promised: string
  readonly below: string
}

interface Where {
  readonly component: string
  readonly environment: string
  readonly cause: string
}

export function lateParts(
  platform: Platform | undefined,
  { component, environment, cause }: Where,
): readonly Part<'late', Late>[] {
  const place = platform && environmentsOf(platform).find(({ name }) => name === environment)
  const scaled = place && componentsOf(place).find(({ name }) => name === component)
  if (!platform || !scaled) return []
  const held = traitsOf(scaled).runs.flatMap(({ scales }) => (scales?.on ?? []).map(metricOf))
  return held.flatMap(({ metric, target, stated }) =>
    boundsOf({ platform }).flatMap(({ promise }) => {
      const { in: where, metric: promised, below } = promise
      if (!metric || below === undefined || (where && where.name !== environment)) return []
      if (!isSame(metric, promised, component)) return []
      const [held, bound] = [amountOf(target, metric), amountOf(below, promised)]
      if (held === undefined || bound === undefined) return []
      const because = { metric: metric.name, target: `${target}`, promised: promised.name, below: `${below}` }
      return [
        part('late', held < bound, because, { cause, hint: 'a target below it', stated: [stated, promise.stated] }),
      ]
    }),
  )
}

// The same one, or another that times the same component in the same unit.
function isSame(held: Metric, promised: Metric, component: string): boolean {
  if (held.name === promised.name) return true
  const isTime = held.unit === 'ms' || held.unit === 's'
  const isOther = held.over !== undefined || promised.over !== undefined || (held.of && held.of.name !== component)
  return isTime && held.unit === promised.unit && promised.of?.name === component && !isOther
}

export function lateWords({ metric, target, promised, below }: Late, truth: boolean | undefined): string {
  return truth === true
    ? `${metric} is held at ${target}, before ${promised} is no longer below ${below}`
    : `${metric} is held at ${target}, and ${promised} is promised below ${below}: pods are added once that is broken`
}
