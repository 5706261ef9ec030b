// Whether a copy is there when it is needed: nobody can delete it before its time, and now and then somebody brings one back
// to see that it can be.

import type { FactOf } from '../../estate/estate.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Backup as Declared } from '../../platform/component.ts'
import { keptSeconds } from '../../platform/copies-kept.ts'
import { componentIn } from '../../platform/derive.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'
import { asDeclared } from '../security/as-declared.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'

type Retains = Extract<PlatformPromise, { kind: 'retains' }>

export type SafetyParts = {
  /** A lock of the place where it lies ends some time; what is said of the copy alone holds for all its time. */
  deletes: { name: string; isSaid?: boolean; place?: string; lockedSeconds?: number; keepsSeconds?: number }
  verified: { name: string; every?: string; wanted: string; drills: readonly Rehearsed[] }
}

/** `brings`: it brings rows of this store back from copies. */
interface Rehearsed {
  readonly name: string
  readonly every: string
  readonly brings: boolean
}

type Parts = readonly AnyPart<SafetyParts>[]

/** Of each of these copies what is promised beside how many there are. */
export function safetyParts(promise: Retains, copies: readonly FactOf<'backsUp'>[], world: World): Parts {
  const { store, in: environment, immutable, verified } = promise
  if (immutable !== true && verified === undefined) return []
  const here = environment ? (componentIn(environment, store) ?? store) : store
  const declared = store.workload === undefined ? traitsOf(here).backsUp : []
  return copies.flatMap(({ name }) => {
    const copy = declared.find((one) => one.name === name)
    return [
      ...(immutable ? [deletesPart(name, copy, promise, world)] : []),
      ...(verified === undefined ? [] : [verifiedPart(name, copy, verified, promise, world)]),
    ]
  })
}

// docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html: a version cannot be deleted until its retention period ends.
function deletesPart(
  name: string,
  copy: Declared | undefined,
  { store, in: environment, stated }: Retains,
  world: World,
): AnyPart<SafetyParts> {
  const to = copy?.to?.is === 'component' ? ((environment && componentIn(environment, copy.to)) ?? copy.to) : undefined
  const lockedSeconds = secondsOf(to && traitsOf(to).objects?.locked)
  const keepsSeconds = copy && keptSeconds(copy)
  const because = {
    name,
    ...(copy?.immutable !== undefined && { isSaid: copy.immutable }),
    ...(to && lockedSeconds !== undefined && { place: to.name, lockedSeconds }),
    ...(keepsSeconds !== undefined && { keepsSeconds }),
  }
  const more = {
    cause: `copies-deleted/${store.name}/${name}`,
    hint: 'copies that nobody can delete before their time: immutable: true, or a place that locks what it holds (locked)',
    stated: [stated, copy?.stated, to && traitsOf(to).stated],
  }
  if (lockedSeconds !== undefined) {
    const isLong = keepsSeconds === undefined ? undefined : lockedSeconds >= keepsSeconds
    return part('deletes', isLong, because, more)
  }
  if (copy?.immutable !== true) return part('deletes', copy?.immutable, because, more)
  const says = `nobody can delete ${name} of ${store.name} before its time, as declared`
  const declared = asDeclared(`deletes/${environment?.name ?? ''}/${name}`, says, world)
  return part('deletes', declared.truth, because, { ...more, assumes: declared.assumes })
}

function verifiedPart(
  name: string,
  copy: Declared | undefined,
  wanted: NonNullable<Retains['verified']>,
  { store, in: environment, stated }: Retains,
  world: World,
): AnyPart<SafetyParts> {
  const drills = (world.plans?.drills ?? [])
    .filter((drill) => (drill.from ?? drill.in).name === environment?.name)
    .map((drill) => ({ name: drill.name, every: drill.every, brings: drill.restores?.name === store.name }))
  const isOften = (every: Retains['verified']) => every !== undefined && cadenceSeconds(every) <= cadenceSeconds(wanted)
  const brought = drills.filter(({ brings, every }) => brings && isOften(every))
  const every = copy?.verified
  const because = { name, wanted, drills, ...(every !== undefined && { every }) }
  const more = {
    cause: `copies-untried/${store.name}/${name}`,
    waitsFor:
      'who brings a copy back to see that it can be, and how often: "verified" of the copy, or a drill that restores',
    hint: `verified: '${wanted}', or a drill that restores ${store.name}`,
    stated: [stated, copy?.stated],
  }
  if (brought.length > 0 && every === undefined) return part('verified', true, because, more)
  if (!isOften(every)) return part('verified', every === undefined ? undefined : false, because, more)
  const says = `a copy of ${name} of ${store.name} is brought back every ${every}, as declared`
  const declared = asDeclared(`verifies/${environment?.name ?? ''}/${name}`, says, world)
  return part('verified', declared.truth, because, { ...more, assumes: declared.assumes })
}

export const safetyWords = {
  deletes: ({ name, isSaid, place, lockedSeconds, keepsSeconds }: SafetyParts['deletes'], truth: Truth): string => {
    if (place !== undefined && lockedSeconds !== undefined) {
      const lock = `${place} lets nobody delete ${name} for ${saySeconds(lockedSeconds)}`
      if (keepsSeconds === undefined) return `${lock}, and nobody says how long it is kept`
      return `${lock}${truth === false ? `, and it is kept for ${saySeconds(keepsSeconds)}` : `, as long as it is kept`}`
    }
    if (isSaid === undefined) return `nobody says whether ${name} can be deleted before its time`
    return isSaid ? `nobody can delete ${name} before its time` : `${name} can be deleted before its time`
  },
  verified: ({ name, every, wanted, drills }: SafetyParts['verified'], truth: Truth): Words => {
    const rows = drills.map((drill) => {
      const does = drill.brings ? 'brings copies back' : 'brings no copy back'
      return [drill.name, `every ${drill.every}: ${does}`] as const
    })
    if (every !== undefined)
      return {
        line: `a copy of ${name} is brought back every ${every}${truth === false ? `, and every ${wanted} is promised` : ''}`,
        rows,
      }
    if (truth === true)
      return { line: `copies of ${name} are brought back by a drill, as often as every ${wanted}`, rows }
    return { line: `nobody says that a copy of ${name} is ever brought back, and every ${wanted} is promised`, rows }
  },
}
