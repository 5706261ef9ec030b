// One run over a platform or over one estate, as a report: worlds, lowering, judging, merging, counting.

import type { Estate } from '../estate/estate.ts'
import { lower } from '../estate/lower.ts'
import type { Platform } from '../platform/model.ts'
import { worldsOf } from '../platform/worlds.ts'
import { advise } from './advise.ts'
import { judge } from './judge.ts'
import { mergeWorlds } from './merge-worlds.ts'
import { type Report, tally, type Unread } from './report.ts'
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
  const answers = worlds.map(({ name, platform: chosen }) => {
    const world = worldOf(lower(chosen, { textOf: options.textOf }), {
      platform: chosen,
      asOf: options.asOf,
      denied: options.denied,
    })
    return { world: name, chosen: world, verdicts: judge(world) }
  })
  const first = answers[0]
  if (!first) throw new Error('a platform without a world')
  const planned = platform.environments.filter(({ is }) => is === 'planned').length
  return reportOf({
    title: platform.title ?? platform.name,
    asOf: options.asOf,
    verdicts: mergeWorlds(answers),
    estates: first.chosen.views.map(({ estate }) => estate),
    planned,
    advice: advise(first.chosen),
    unread: [],
    notes: tooMany ? [tooMany] : [],
  })
}

/** Judges estates that were read, without promises. */
export function runEstates(
  estates: readonly Estate[],
  options: RunOptions & { title: string; unread: readonly Unread[]; notes?: readonly string[] },
): Report {
  const world = worldOf(estates, { asOf: options.asOf, denied: options.denied })
  return reportOf({
    ...options,
    verdicts: judge(world),
    estates,
    planned: 0,
    advice: advise(world),
    notes: options.notes ?? [],
  })
}

type Parts = Pick<Report, 'title' | 'asOf' | 'verdicts' | 'advice' | 'unread' | 'notes'> & {
  readonly estates: readonly Estate[]
  readonly planned: number
}

function reportOf({ estates, planned, ...rest }: Parts): Report {
  const sum = (of: (estate: Estate) => number) => estates.reduce((total, estate) => total + of(estate), 0)
  return {
    version: 1,
    ...rest,
    counts: {
      environments: sum(({ environments }) => environments.length),
      planned,
      clusters: estates.length,
      nodes: sum(({ nodes }) => nodes.length),
      objects: sum(({ objects }) => objects.length),
    },
    summary: tally(rest.verdicts),
  }
}
