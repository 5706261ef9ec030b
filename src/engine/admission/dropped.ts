// What a server drops of an object before it looks at any rule, because a feature gate is closed by default.
import { gateOf, isHarmless } from './gates.ts'
import { entries, fieldOf, isSet, type Place, pathOf } from './place.ts'
import type { Path } from './refusal.ts'
import type { Structure } from './structure.ts'

/** A field that asks for something, which never happens. */
export interface Dropped {
  readonly field: string
  readonly path: Path
  readonly gate: string
  /** 29 where it is kept from 1.29 on; absent where no minor that is known keeps it by default. */
  readonly opens?: number
}

export interface Drops {
  /** What is left of the object. */
  readonly kept: unknown
  readonly dropped: readonly Dropped[]
}

export function dropsOf(manifest: unknown, { gated }: Structure, minor: number): Drops {
  const found = gated.flatMap(([of, place]) => {
    const gate = gateOf(of, place, minor)
    return gate === undefined ? [] : [{ of, place, gate }]
  })
  return {
    kept: found
      .filter(({ of, place }) => !isLater(of, place))
      .reduce((left, { place }) => without(left, pathOf(withEmptied(place))), manifest),
    dropped: found
      .filter(({ of, place }) => !isHarmless(of, place))
      .map(({ place, gate: { gate, opens } }) => ({
        field: fieldOf(place),
        path: pathOf(place),
        gate,
        ...(opens !== undefined && { opens }),
      })),
  }
}

// What a CronJob says of its Jobs is read with it, and dropped as each is made (pkg/registry/batch/cronjob/strategy.go).
function isLater(of: string, place: Place): boolean {
  return of === 'JobSpec' && pathOf(place).includes('jobTemplate')
}

// A hook that did nothing else goes with what it did (dropPodLifecycleSleepAction, pkg/api/pod/util.go of v1.30.0).
function withEmptied(place: Place): Place {
  const { within } = place
  if (place.step !== 'sleep' || within === undefined) return place
  return entries(within).filter(([, other]) => isSet(other)).length === 1 ? within : place
}

function without(value: unknown, [step, ...deeper]: Path): unknown {
  if (Array.isArray(value)) return value.map((member, index) => (index === step ? without(member, deeper) : member))
  if (typeof value !== 'object' || value === null || step === undefined) return value
  const { [step]: found, ...others } = value as { readonly [field: string]: unknown }
  return deeper.length === 0 ? others : { ...others, [step]: without(found, deeper) }
}
