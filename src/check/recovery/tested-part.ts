// How often a recovery is said to be rehearsed: by which drill, and what that takes where people are served.

import { shareLeft } from '../../engine/recovery/share-left.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Cadence } from '../../platform/model.ts'
import { percentOf, rangeSeconds } from '../../platform/units.ts'
import { type Part, part } from '../define.ts'
import { sayShare } from '../share-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { isOf, recoveredName } from './promised-time.ts'
import type { Recovers } from './store-recovery.ts'

export interface Tested {
  readonly of: string
  readonly tested: Cadence
  readonly drills: readonly { readonly name: string; readonly every: Cadence; readonly isOften: boolean }[]
  /** What is left of the time, where each rehearsal takes as long as is promised, and what is promised there. */
  readonly leaves?: { readonly share: number; readonly promised: number; readonly place: string }
}

/** Nothing where nobody says that it is rehearsed. */
export function testedPart(promise: Recovers, world: World): readonly Part<'tested', Tested>[] {
  const { tested, from, in: place, stated, what } = promise
  if (tested === undefined) return []
  const meant = (world.plans?.drills ?? []).filter(
    (drill) =>
      (drill.from ?? drill.in).name === place?.name &&
      isOf(from, drill.of) &&
      (what.is !== 'component' || drill.restores === undefined || drill.restores.name === what.name),
  )
  const drills = meant.map(({ name, every }) => ({
    name,
    every,
    isOften: cadenceSeconds(every) <= cadenceSeconds(tested),
  }))
  const truth: Truth = drills.length === 0 ? undefined : drills.some(({ isOften }) => isOften)
  const leaves = leavesOf(promise, world)
  return [
    part(
      'tested',
      truth,
      { of: recoveredName(promise), tested, drills, ...(leaves && { leaves }) },
      {
        waitsFor: 'where it is rehearsed, and how: a drill',
        cause: `rarely-rehearsed/${recoveredName(promise)}`,
        hint: `a drill of it every ${tested}`,
        stated: [stated, ...meant.map((drill) => drill.stated)],
      },
    ),
  ]
}

// An hour in which nobody watches takes nothing from those who are served.
function leavesOf({ tested, within, in: place, what }: Recovers, { promises }: World): Tested['leaves'] {
  if (what.is === 'monitoring') return undefined
  const takes = rangeSeconds(within)
  const shares = promises.flatMap((one) =>
    one.is === 'promise' && one.kind === 'availability' && one.in?.name === place?.name
      ? (percentOf(one.atLeast) ?? [])
      : [],
  )
  if (!takes || tested === undefined || !place || shares.length === 0) return undefined
  const { from: share } = shareLeft([{ takes, everySeconds: cadenceSeconds(tested) }])
  return { share, promised: Math.max(...shares) / 100, place: place.name }
}

export function testedWords({ of, tested, drills, leaves }: Tested, truth: Truth): Words {
  const rows = drills.map(({ name, every }) => [name, `every ${every}`] as const)
  if (truth === true) return { line: `${of} is rehearsed every ${tested}`, rows }
  if (truth === false)
    return { line: `${of} is said to be rehearsed every ${tested}, and no drill comes as often`, rows }
  const cost =
    leaves && leaves.share < leaves.promised
      ? `: in ${leaves.place} itself it would leave ${sayShare(leaves.share)} of the time, and ${sayShare(leaves.promised)} is promised`
      : ''
  return { line: `nobody says where ${of} is rehearsed every ${tested}${cost}` }
}
