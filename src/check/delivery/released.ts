// When what is released: whether what starts it comes as often, whether a change can be there in time, and whether it has
// stood where it is to be tried.

import { sourceOf } from '../../estate/source.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Environment, Pipeline, Platform, Promotion, Release, Stage } from '../../platform/model.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import { type BeginsParts, beginsParts, beginsSays } from './begins.ts'
import { promotionWords } from './ways.ts'

type ReleasedParts = BeginsParts & {
  often: {
    readonly release: string
    readonly everySeconds: number
    readonly way: string
    readonly comesSeconds?: number
  }
  within: {
    readonly release: string
    readonly withinSeconds: number
    readonly takesSeconds: number
    /** Whether that is how long it takes at best. */
    readonly isLeast: boolean
    readonly rows: readonly (readonly [string, string])[]
    readonly unsaid: readonly string[]
  }
  validated: { readonly release: string; readonly place: string; readonly to: string; readonly ways: readonly string[] }
}

export const released = defineQuestion<ReleasedParts>({
  id: 'released',
  asks: 'Does each kind of change go out when it is said?',

  *judge({ platform }) {
    for (const release of platform?.releases ?? []) {
      const parts = platform ? partsOf(release, platform) : []
      if (parts.length === 0) continue
      yield {
        id: [release.to.name, release.name],
        environment: release.to.name,
        cluster: release.to.on.name,
        says: `${release.name} come to ${release.to.name} when it is said`,
        source: sourceOf(release, release.stated),
        parts,
      }
    }
  },

  says: {
    ...beginsSays,
    often: ({ release, everySeconds, way, comesSeconds }, truth) => {
      const said = `${release} are said to go out every ${sayTime(everySeconds)}`
      if (comesSeconds === undefined)
        return `${said}, and ${way} takes each change as it comes: nobody says what holds one back until its day`
      return truth === true
        ? `${said}, and the ${way} comes every ${sayTime(comesSeconds)}`
        : `${said}, and the ${way} comes every ${sayTime(comesSeconds)} only`
    },
    within: ({ release, withinSeconds, takesSeconds, isLeast, rows, unsaid }, truth) => ({
      line:
        truth === undefined
          ? `${release} are to be there within ${sayTime(withinSeconds)}, and nobody says how long ${unsaid.join(', ')} takes`
          : `${release} are there after ${sayTime(takesSeconds)} at the ${isLeast ? 'earliest' : unsaid.length > 0 ? 'latest, if nothing else takes time' : 'latest'}, and ${sayTime(withinSeconds)} is said`,
      rows,
    }),
    validated: ({ release, place, to, ways }) =>
      ways.length > 0
        ? `${release} come to ${to} from ${place}: ${ways.join(', ')}`
        : `${release} are to be tried in ${place}, and no way to ${to} leads through it`,
  },
})

function partsOf(release: Release, platform: Platform): readonly AnyPart<ReleasedParts>[] {
  return [
    ...beginsParts(release, platform),
    ...oftenParts(release, platform),
    ...withinParts(release, platform),
    ...validatedParts(release, platform),
  ]
}

const fortnightSeconds = 14 * 86_400

function everySecondsOf({ every }: Release): number | undefined {
  if (every === 'demand' || every === 'change' || every === 'pull-request' || every === 'several-a-day')
    return undefined
  return every === 'fortnight' ? fortnightSeconds : cadenceSeconds(every)
}

function oftenParts(release: Release, { promotions, pipelines }: Platform): readonly AnyPart<ReleasedParts>[] {
  const everySeconds = everySecondsOf(release)
  if (everySeconds === undefined) return []
  const { name, to, stated } = release
  const into = promotions.filter((one) => one.to.name === to.name)
  const scheduled = into.filter(({ on, every }) => on === 'schedule' && every !== undefined)
  const atOnce = [
    ...into
      .filter(({ on, approvers }) => (on === 'push' || on === 'merge') && approvers.length === 0)
      .map((one) => ({ words: `the ${promotionWords(one)}`, stated: one.stated })),
    ...pipelines
      .filter((pipeline) => deploysAtOnce(pipeline, to))
      .map((pipeline) => ({ words: pipeline.name, stated: pipeline.stated })),
  ]
  return [
    ...scheduled.map((one) => {
      const comesSeconds = cadenceSeconds(one.every ?? 'year')
      return part(
        'often',
        comesSeconds <= everySeconds,
        { release: name, everySeconds, way: promotionWords(one), comesSeconds },
        { cause: `comes-late/${to.name}`, hint: 'a schedule that comes as often', stated: [stated, one.stated] },
      )
    }),
    ...atOnce.map((one) =>
      part(
        'often',
        undefined,
        { release: name, everySeconds, way: one.words },
        { waitsFor: "on: 'schedule'", stated: [stated, one.stated] },
      ),
    ),
  ]
}

function deploysAtOnce({ on, stages }: Pipeline, { name }: Environment): boolean {
  const at = stages.findIndex(({ does, in: place }) => does.includes('deploy') && place?.name === name)
  return (
    at >= 0 &&
    (on.includes('push') || on.includes('merge')) &&
    stages.slice(0, at + 1).every(({ approvers }) => approvers.length === 0)
  )
}

// The stages of a pipeline one after the other, up to the one that deploys there; schedules of promotions on top.
function withinParts(
  { name, to, within, stated }: Release,
  { pipelines, promotions }: Platform,
): readonly AnyPart<ReleasedParts>[] {
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

function validatedParts(
  { name, to, validatedIn, stated }: Release,
  { promotions, pipelines }: Platform,
): readonly AnyPart<ReleasedParts>[] {
  if (!validatedIn) return []
  const ways = [
    ...promotions
      .filter((one) => one.to.name === to.name && one.from && leadsFrom(validatedIn, one, promotions, new Set()))
      .map(promotionWords),
    ...pipelines.filter((pipeline) => deploysBefore(pipeline, validatedIn, to)).map(({ name: pipeline }) => pipeline),
  ]
  const isSaid = promotions.length + pipelines.length > 0
  return [
    part(
      'validated',
      ways.length > 0 ? true : isSaid ? false : undefined,
      { release: name, place: validatedIn.name, to: to.name, ways },
      {
        cause: `not-through/${validatedIn.name}`,
        hint: `promotion({ from: ${validatedIn.name}, to: ${to.name} }), or a stage in ${validatedIn.name} first`,
        ...(!isSaid && { waitsFor: 'promotion(…)' }),
        stated: [stated, ...pipelines.map((one) => one.stated)],
      },
    ),
  ]
}

function leadsFrom(
  place: Environment,
  { from }: Promotion,
  promotions: readonly Promotion[],
  seen: Set<string>,
): boolean {
  if (!from || from.is === 'branch' || seen.has(from.name)) return false
  if (from.name === place.name) return true
  seen.add(from.name)
  return promotions.some((one) => one.to.name === from.name && leadsFrom(place, one, promotions, seen))
}

function deploysBefore({ stages }: Pipeline, first: Environment, then: Environment): boolean {
  const at = (place: Environment) =>
    stages.findIndex((stage) => stage.does.includes('deploy') && stage.in?.name === place.name)
  return at(first) >= 0 && at(first) < at(then)
}
