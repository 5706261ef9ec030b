// Whether a change can be there in time: the stages on its way one after the other, and the schedules that it waits for.

import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Platform, Release, Stage } from '../../platform/model.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
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

// The stages of a pipeline one after the other, up to the one that deploys there; schedules of promotions on top.
export function withinParts(
  { name, to, within, stated }: Release,
  { pipelines, promotions }: Platform,
): readonly AnyPart<InTimeParts>[] {
  const withinSeconds = within === undefined ? undefined : secondsOf(within)
  if (withinSeconds === undefined) return []
  const pipeline = pipelines.find(({ stages }) =>
    stages.some(({ does, in: place }) => does.includes('deploy') && place?.name === to.name),
  )
  const upTo =
    pipeline?.stages.findIndex(({ does, in: place }) => does.includes('deploy') && place?.name === to.name) ?? -1
  const stages = (pipeline?.stages.slice(0, upTo + 1) ?? []).map((stage) => ({
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
  return [
    part(
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
    ),
  ]
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
