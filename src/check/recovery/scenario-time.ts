// How long it takes until what a scenario prepares for is over: as somebody estimates the whole, and as its steps add up.

import type { Assumption } from '../../engine/assumption.ts'
import { type CriticalPath, criticalPath } from '../../engine/recovery/critical-path.ts'
import { type Span, spanOf } from '../../engine/recovery/span.ts'
import type { Scenario } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { rangeSeconds } from '../../platform/units.ts'
import type { World } from '../world.ts'
import { promisedTimes } from './promised-time.ts'

export interface ScenarioTime {
  /** Of its steps, where a procedure says them. */
  readonly path?: CriticalPath
  /** The worst end of those steps that have a time, or of which one is promised. */
  readonly worstSeconds: number
  /** Steps of which nobody says a time. */
  readonly unsaid: readonly string[]
  /** What somebody says of the whole; else what the steps come to. */
  readonly span: Span
  readonly isEstimated: boolean
  readonly stated: readonly (Stated | undefined)[]
}

/** Undefined where nobody says what is done, and how long it takes. */
export function scenarioTime({ of, in: place, by, takes, stated }: Scenario, world: World): ScenarioTime | undefined {
  const said = rangeSeconds(takes)
  if (!by && !said) return undefined
  const promised = promisedTimes(by?.steps ?? [], place, of, world)
  const options = { name: by?.name ?? '', denied: world.denied, promised }
  const path = by && criticalPath(by.steps, options)
  const least = by && criticalPath(by.steps, { ...options, leavesOut: true })
  return {
    ...(path && { path }),
    worstSeconds: least?.span.to ?? 0,
    unsaid: path?.steps.filter(({ by: who }) => who === 'nobody').map(({ step }) => step.name) ?? [],
    span: said ? spanOf(said) : (path?.span ?? spanOf(undefined)),
    isEstimated: said !== undefined,
    stated: [
      stated,
      by?.stated,
      ...(path?.steps.flatMap(({ source, promised }) => [source.stated, promised?.source.stated]) ?? []),
    ],
  }
}

/** Whether it is over within a time: not, where the steps that have a time take longer already. */
export function isOverWithin({ span, worstSeconds, isEstimated }: ScenarioTime, seconds: number): boolean | undefined {
  if (span.from > seconds || (span.to !== undefined && span.to > seconds)) return false
  if (!isEstimated && worstSeconds > seconds) return false
  return span.to === undefined ? undefined : true
}

/** What somebody says of the whole, which no step shows. */
export function estimateOf({ in: place, name, stated }: Scenario): Assumption {
  return {
    id: `takes/scenario/${place.name}/${name}`,
    says: `what is prepared for ${name} takes no longer than estimated`,
    kind: 'estimate',
    source: { stated },
  }
}
