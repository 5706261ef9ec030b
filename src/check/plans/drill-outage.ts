// What a drill takes away from those who are served: the loss of a cluster takes all that stands on it, and rows that are
// brought back where they are in use are away until they are back.

import { criticalPath } from '../../engine/recovery/critical-path.ts'
import { type Share, shareLeft } from '../../engine/recovery/share-left.ts'
import { type Span, spanOf } from '../../engine/recovery/span.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Drill } from '../../platform/model.ts'
import { percentOf, rangeSeconds } from '../../platform/units.ts'
import { type Part, part } from '../define.ts'
import { recoveriesIn } from '../recovery/promised-time.ts'
import { sayShare, sayShares } from '../share-words.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import { viewFor, type World } from '../world.ts'

export interface Outage {
  /** Environments for production that are away meanwhile. */
  readonly away: readonly string[]
  readonly takes: Span
  readonly everySeconds: number
  readonly leaves: Share
  /** Nobody says where it is held: that is what it takes away if it is held there. */
  readonly isElsewhere?: true
  /** The least share of the time that is promised for one of them, 0 to 1; undefined where none is. */
  readonly promised?: number
}

/** Nothing where nobody is served there meanwhile. */
export function outagePart(drill: Drill, world: World): readonly Part<'outage', Outage>[] {
  const away = awayIn(drill, world)
  if (away.length === 0) return []
  const takes = drillTime(drill, world)
  const everySeconds = cadenceSeconds(drill.every)
  const leaves = shareLeft([{ takes, everySeconds }])
  const promised = leastPromised(away, world)
  const because = {
    away,
    takes,
    everySeconds,
    leaves,
    ...(promised !== undefined && { promised }),
    ...(drill.place === 'unsaid' && { isElsewhere: true as const }),
  }
  const truth = isAllowed(because)
  return [
    part('outage', because.isElsewhere && truth === false ? undefined : truth, because, {
      cause: `drilled-in-place/${drill.in.on.name}/${drill.name}`,
      hint: 'a place of its own for the drill, with the room that it takes; or a promised availability that leaves time for it',
      stated: [drill.stated, drill.by?.stated],
    }),
  ]
}

/** How long a drill keeps its place: as it says, or as its procedure takes, no longer than the place is promised back. */
export function drillTime({ takes, by, of, in: place }: Drill, world: World): Span {
  const said = rangeSeconds(takes)
  if (said) return spanOf(said)
  const span = by ? criticalPath(by.steps, { name: by.name }).span : spanOf(undefined)
  if (span.to !== undefined) return span
  const back = recoveriesIn(place, of, world).flatMap(({ what, part: half, within }) =>
    what.is === 'environment' && half === undefined ? (rangeSeconds(within)?.to ?? []) : [],
  )
  const most = Math.min(...back)
  return back.length > 0 && most >= span.from ? { from: span.from, to: most } : span
}

/** Environments for production that a drill takes away; on standby nobody is served. */
export function awayIn({ of, in: place, from, restores }: Drill, world: World): readonly string[] {
  const isOver = of.kind === 'loss' && (of.of === 'cluster' || of.of === 'region')
  const isInUse = restores !== undefined && (from ?? place).name === place.name
  const here = viewFor(world, place)?.estate.environments ?? []
  return here
    .filter(({ purpose, standbyOf }) => purpose === 'production' && standbyOf === undefined)
    .filter(({ name }) => isOver || (isInUse && name === place.name))
    .map(({ name }) => name)
}

function leastPromised(away: readonly string[], { promises }: World): number | undefined {
  const shares = promises.flatMap((promise) =>
    promise.is === 'promise' && promise.kind === 'availability' && away.includes(promise.in?.name ?? '')
      ? (percentOf(promise.atLeast) ?? [])
      : [],
  )
  return shares.length === 0 ? undefined : Math.max(...shares) / 100
}

// An outage that nobody allows is none that can be planned.
function isAllowed({ leaves, promised }: Pick<Outage, 'leaves' | 'promised'>): Truth {
  if (promised === undefined || leaves.to < promised) return false
  return leaves.from >= promised ? true : undefined
}

export function outageWords(because: Outage, truth: Truth): Words {
  const { away, takes, everySeconds, leaves, promised, isElsewhere } = because
  const allowed =
    promised === undefined ? 'and no availability is promised that allows it' : `and ${sayShare(promised)} is promised`
  const where = isElsewhere ? `if it is held in ${away.join(' and ')}, ` : ''
  const best = leaves.from === leaves.to ? ' at best' : ''
  const held = `${where}${isElsewhere ? 'that' : away.join(' and ')} ${isElsewhere || away.length === 1 ? 'is' : 'are'} away for ${saySpan(takes)} of every ${sayTime(everySeconds)}`
  return {
    line: `${held}: ${sayShares(leaves)} of the time is left${best}, ${truth === true ? `within ${sayShare(promised ?? 0)}` : allowed}`,
    rows: [[`${sayTime(everySeconds)}`, `1 − ${saySpan(takes)} ÷ ${sayTime(everySeconds)} = ${sayShares(leaves)}`]],
  }
}
