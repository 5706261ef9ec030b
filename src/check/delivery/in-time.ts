// Whether a change can be there in time: the stages on its way one after the other, and the schedules that it waits for.

import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Pipeline, Platform, Release, Stage } from '../../platform/model.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { type AnyPart, type Part, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { Truth } from '../verdict.ts'
import { promotionWords } from './ways.ts'

export type InTimeParts = {
  within: {
    readonly release: string
    readonly withinSeconds: number
    readonly takesSeconds: number
    /** Whether that is how long it takes at best. */
    readonly isLeast: boolean
    readonly rows: readonly (readonly [string, string])[]
    readonly unsaid: readonly string[]
  }
}

/** By the pipeline that brings it soonest: another way is for what can wait. */
export function withinParts(release: Release, platform: Platform): readonly AnyPart<InTimeParts>[] {
  const withinSeconds = release.within === undefined ? undefined : secondsOf(release.within)
  if (withinSeconds === undefined) return []
  const deploying = platform.pipelines.filter((one) => stagesTo(one, release).length > 0)
  const ways = deploying.map((one) => withinPart(release, withinSeconds, platform, one))
  const soonest = ways.toSorted((a, b) => rank(a) - rank(b) || a.because.takesSeconds - b.because.takesSeconds)[0]
  return [soonest ?? withinPart(release, withinSeconds, platform)]
}

function rank({ truth }: { readonly truth: Truth }): number {
  return [true, undefined, false].indexOf(truth)
}

function stagesTo({ stages }: Pipeline, { to }: Release): readonly Stage[] {
  return stages.slice(
    0,
    stages.findIndex(({ does, in: place }) => does.includes('deploy') && place?.name === to.name) + 1,
  )
}

// The stages of a pipeline one after the other, up to the one that deploys there; schedules of promotions on top.
function withinPart(
  release: Release,
  withinSeconds: number,
  { promotions }: Platform,
  pipeline?: Pipeline,
): Part<'within', InTimeParts['within']> {
  const { name, to, stated } = release
  const stages = (pipeline ? stagesTo(pipeline, release) : []).map((stage) => ({
    what: stage.name,
    range: timeOf(stage),
  }))
  const waits = promotions
    .filter((one) => one.to.name === to.name && one.on === 'schedule' && one.every !== undefined)
    .map((one) => ({ what: promotionWords(one), range: { from: 0, to: cadenceSeconds(one.every ?? 'year') } }))
  const all = [...stages, ...waits]
  const unsaid = all.filter(({ range }) => range === undefined).map(({ what }) => what)
  const least = all.reduce((sum, { range }) => sum + (range?.from ?? 0), 0)
  const most = all.reduce((sum, { range }) => sum + (range?.to ?? 0), 0)
  const known = all.length > 0 && unsaid.length === 0
  const isLeast = least > withinSeconds
  // Whoever is unlucky waits for the whole of a schedule.
  const truth =
    isLeast || waits.some(({ range }) => range.to > withinSeconds) ? false : known ? most <= withinSeconds : undefined
  const rows = all.flatMap(({ what, range }) =>
    range ? [[what, `${sayTime(range.from)} to ${sayTime(range.to)}`] as const] : [],
  )
  return part(
    'within',
    truth,
    {
      release: name,
      withinSeconds,
      takesSeconds: isLeast ? least : most,
      isLeast,
      rows,
      unsaid: all.length === 0 ? [`the way to ${to.name}`] : unsaid,
    },
    {
      cause: `too-late/${to.name}`,
      hint: 'a way past the schedule for what cannot wait',
      ...(truth === undefined && { waitsFor: 'takes:' }),
      stated: [stated, ...(pipeline ? [pipeline.stated] : [])],
    },
  )
}

// Whoever is unlucky waits for every try.
function timeOf({ takes, retries = 0 }: Stage) {
  const once = takes === undefined ? undefined : rangeSeconds(takes)
  return once && { from: once.from, to: once.to * (1 + retries) }
}

export const inTimeWords = {
  within: ({ release, withinSeconds, takesSeconds, isLeast, rows, unsaid }: InTimeParts['within'], truth: Truth) => ({
    line:
      truth === undefined
        ? `${release} are to be there within ${sayTime(withinSeconds)}, and nobody says how long ${unsaid.join(', ')} takes`
        : `${release} are there after ${sayTime(takesSeconds)} at the ${isLeast ? 'earliest' : unsaid.length > 0 ? 'latest, if nothing else takes time' : 'latest'}, and ${sayTime(withinSeconds)} is said`,
    rows,
  }),
}
