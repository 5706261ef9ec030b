// One run over a platform or over one estate, as a report: worlds, lowering, judging, merging, counting.

import type { Estate } from '../estate/estate.ts'
import { lower } from '../estate/lower.ts'
import type { Platform } from '../platform/model.ts'
import { byCodePoint } from '../platform/order.ts'
import { type Slice, slicesOf, withPromises } from '../platform/slices.ts'
import { worldsOf } from '../platform/worlds.ts'
import { withSaidOwners } from './adopt/owners.ts'
import { advise } from './advise.ts'
import { judge } from './judge.ts'
import { mergeWorlds, unknownInAll } from './merge-worlds.ts'
import { type Report, tally, type Unread } from './report.ts'
import type { Verdict } from './verdict.ts'
import { needlessWaivers, waived } from './waive.ts'
import { worldOf } from './world.ts'

export interface RunOptions {
  /** The day on which it is judged, `2026-11-21`. */
  readonly asOf: string
  /** Ids of assumptions that are taken to be false. */
  readonly denied?: ReadonlySet<string>
  /** The text of a file that was read, for the lines of fields. */
  readonly textOf?: (file: string) => string | undefined
}

/** Judges a platform: every open choice becomes a world, and each world is lowered and judged. */
export function runPlatform(platform: Platform, options: RunOptions): Report {
  const { worlds, tooMany } = worldsOf(platform)
  const [first, ...others] = worlds
  if (!first) throw new Error('a platform without a world')
  const { world, verdicts } = judged(first.platform, options)
  const merged = tooMany
    ? [...slicedVerdicts(platform, options), ...unknownInAll(verdicts.filter(isNowhere), tooMany)].sort(byId)
    : mergeWorlds([
        { world: first.name, verdicts },
        ...others.map((other) => ({ world: other.name, verdicts: judged(other.platform, options).verdicts })),
      ])
  return reportOf({
    title: platform.title ?? platform.name,
    asOf: options.asOf,
    verdicts: waived(merged, platform.waivers, options.asOf),
    estates: world.views.map(({ estate }) => estate),
    planned: platform.environments.filter(({ is }) => is === 'planned').length,
    advice: [...advise(world), ...needlessWaivers(merged, platform.waivers)],
    unread: [],
    notes: tooMany ? [`${tooMany}; each verdict is from the worlds of the choices that it can read`] : [],
  })
}

function judged(platform: Platform, { asOf, denied, textOf }: RunOptions) {
  const world = worldOf(lower(platform, { textOf }), { platform, asOf, denied })
  return { world, verdicts: judge(world) }
}

function slicedVerdicts(platform: Platform, options: RunOptions): readonly Verdict[] {
  return slicesOf(platform).flatMap((slice) => {
    const { worlds, tooMany } = worldsOf(withPromises(platform, slice.promises), slice.readBy)
    const answers = worlds.slice(0, tooMany ? 1 : undefined).map((world) => ({
      world: world.name,
      verdicts: judged(world.platform, options).verdicts.filter((verdict) => isAnswered(verdict, slice)),
    }))
    return tooMany ? unknownInAll(answers[0]?.verdicts ?? [], tooMany) : mergeWorlds(answers)
  })
}

function isAnswered({ kind, environment, cluster }: Verdict, { places }: Slice): boolean {
  return kind !== 'question' || [environment, cluster].some((name) => name !== undefined && places.has(name))
}

// A question about the platform as a whole may read any choice.
function isNowhere({ kind, environment, cluster }: Verdict): boolean {
  return kind === 'question' && environment === undefined && cluster === undefined
}

function byId(a: Verdict, b: Verdict): number {
  return byCodePoint(a.id, b.id)
}

/** Judges estates that were read, and the promises that a file beside them makes. */
export function runEstates(
  estates: readonly Estate[],
  options: RunOptions & {
    title: string
    unread: readonly Unread[]
    notes?: readonly string[]
    promises?: Platform['promises']
    live?: Report['live']
  },
): Report {
  const { asOf, denied, promises } = options
  const world = worldOf(estates, { asOf, denied, promises })
  return reportOf({
    ...options,
    verdicts: judge(world),
    estates,
    planned: 0,
    advice: advise(world),
    notes: options.notes ?? [],
    ...(options.live && { live: options.live }),
  })
}

type Parts = Pick<Report, 'title' | 'asOf' | 'verdicts' | 'advice' | 'unread' | 'notes' | 'live'> & {
  readonly estates: readonly Estate[]
  readonly planned: number
}

function reportOf({ estates, planned, ...parts }: Parts): Report {
  const rest = { ...parts, verdicts: withSaidOwners(parts.verdicts, estates) }
  const sum = (of: (estate: Estate) => number) => estates.reduce((total, estate) => total + of(estate), 0)
  return {
    version: 1,
    ...rest,
    counts: {
      environments: sum(({ environments }) => environments.length),
      planned,
      clusters: estates.length,
      nodes: sum(({ nodes }) => nodes.length),
      objects: sum(({ objects }) => objects.filter(({ source }) => !source.live).length),
    },
    summary: tally(rest.verdicts),
  }
}
