// When what is released: whether what starts it comes as often, whether a change can be there in time, and whether it has
// stood where it is to be tried.

import { sourceOf } from '../../estate/source.ts'
import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Environment, Pipeline, Platform, Release } from '../../platform/model.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import { type BeginsParts, beginsParts, beginsSays } from './begins.ts'
import { type InTimeParts, inTimeWords, withinParts } from './in-time.ts'
import { type TriedInParts, triedInWords, validatedParts } from './tried-in.ts'
import { promotionWords } from './ways.ts'

type ReleasedParts = BeginsParts &
  InTimeParts &
  TriedInParts & {
    often: {
      readonly release: string
      readonly everySeconds: number
      readonly way: string
      readonly comesSeconds?: number
    }
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
    ...inTimeWords,
    ...triedInWords,
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
