// How long it takes until what a scenario prepares for is over: as somebody estimates the whole, and as its steps add up.

import type { Assumption } from '../../engine/assumption.ts'
import { type CriticalPath, criticalPath } from '../../engine/recovery/critical-path.ts'
import { noTime, type Span, spanOf } from '../../engine/recovery/span.ts'
import type { Scenario } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { rangeSeconds } from '../../platform/units.ts'
import type { World } from '../world.ts'
import { promisedTimes } from './promised-time.ts'

export interface ScenarioTime {
  /** Of its steps, where a procedure says them. */
  readonly path?: CriticalPath
  /** Of those steps that have a time, or of which one is promised; the others take none. */
  readonly timed: Span
  /** The worst end of those steps that have a time. What is only promised to take no longer may take none. */
  readonly saidSeconds: number
  /** Steps of which nobody says a time. */
  readonly unsaid: readonly string[]
  /** Steps of which only a bound is promised: they take no longer, and nobody says how long. */
  readonly bounded: readonly string[]
  /** What somebody says of the whole; else what the steps come to. */
  readonly span: Span
  readonly isEstimated: boolean
  readonly stated: readonly (Stated | undefined)[]
}

/** Undefined where nobody says what is done, and how long it takes. `except`: of what nothing is taken as promised. */
export function scenarioTime(
  { of, in: place, by, takes, stated }: Scenario,
  world: World,
  except?: string,
): ScenarioTime | undefined {
  const said = rangeSeconds(takes)
  if (!by && !said) return undefined
  const steps = by?.steps ?? []
  const options = {
    name: by?.name ?? '',
    denied: world.denied,
    promised: promisedTimes(steps, place, of, world, except),
  }
  const path = by && criticalPath(steps, options)
  const timed = by ? criticalPath(steps, { ...options, leavesOut: 'unsaid' }).span : noTime
  const sure = by ? criticalPath(steps, { ...options, leavesOut: 'bounds' }).span : noTime
  const named = (isMeant: (step: CriticalPath['steps'][number]) => boolean) =>
    path?.steps.filter(isMeant).map(({ step }) => step.name) ?? []
  return {
    ...(path && { path }),
    timed,
    saidSeconds: sure.to ?? 0,
    unsaid: named(({ by: who }) => who === 'nobody'),
    bounded: named(({ promised }) => promised?.isBound === true),
    span: said ? spanOf(said) : (path?.span ?? spanOf(undefined)),
    isEstimated: said !== undefined,
    stated: [
      stated,
      by?.stated,
      ...(path?.steps.flatMap(({ source, promised }) => [source.stated, promised?.source.stated]) ?? []),
    ],
  }
}

/**
 * Whether it is over within a time: not, where somebody says more of the whole, or of its steps. A promise that a step takes no
 * longer is a bound: where it leaves more time than there is, nobody can tell.
 */
export function isOverWithin(time: ScenarioTime, seconds: number): boolean | undefined {
  const { span, isEstimated } = time
  if (span.from > seconds) return false
  return isEstimated ? (span.to ?? 0) <= seconds : areOverWithin(time, seconds)
}

/** Its steps, whatever is said of the whole. */
export function areOverWithin({ path, saidSeconds }: ScenarioTime, seconds: number): boolean | undefined {
  const { from = 0, to } = path?.span ?? {}
  if (from > seconds || saidSeconds > seconds) return false
  return to !== undefined && to <= seconds ? true : undefined
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
