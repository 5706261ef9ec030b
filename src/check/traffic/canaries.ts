// A new version that gets a share of the requests, and is taken back once too many of them fail: what may fail until then
// comes out of the availability that is promised.

import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Environment, Platform, Release, Stage, Strategy } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import { countOf } from '../count-words.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import { type TakenParts, takenParts, takenSays } from './taken-back.ts'

type CanaryStrategy = Extract<Strategy, { kind: 'canary' }>

interface Step {
  /** Shares, 0 to 1. */
  readonly weight: number
  readonly fails: number
  readonly forSeconds: number | undefined
}

type Rules = TakenParts & {
  budget: {
    place: string
    promised: number
    steps: readonly Step[]
    perMonth: number | undefined
    spent: number | undefined
  }
}

const month = 30 * 86_400
const none: readonly Stage[] = []

export const canaries = defineQuestion<Rules>({
  id: 'canaries',
  asks: 'Does what a canary may fail fit into the availability that is promised, and does something take it back?',

  *judge({ platform, denied }) {
    if (!platform) return
    for (const { name, strategy, place, stages, stated } of canariesOf(platform)) {
      const promised = platform.promises.flatMap((one) =>
        one.is === 'promise' && one.kind === 'availability' && one.in === place ? [one] : [],
      )
      const [promise] = promised
      const parts = [
        ...(promise
          ? [budgetPart(strategy, place, percentOf(promise.atLeast) ?? 0, platform.releases, [stated, promise.stated])]
          : []),
        ...takenParts(strategy, place, stages, stated, { denied }),
      ]
      if (parts.length === 0) continue
      yield {
        id: [place.name, name],
        environment: place.name,
        cluster: place.on.name,
        says: promise
          ? `what a canary in ${place.name} may fail leaves ${promise.atLeast}`
          : `a canary in ${place.name} is taken back by something`,
        source: { stated },
        parts,
      }
    }
  },

  says: {
    ...takenSays,
    budget: ({ promised, steps, perMonth, spent }, truth) => {
      const budget = 1 - promised
      const [worst] = steps.toSorted((a, b) => b.weight * b.fails - a.weight * a.fails)
      const rate = worst ? worst.weight * worst.fails : 0
      const each = worst
        ? `${sayPercent(worst.weight)} of the requests × ${sayPercent(worst.fails)} of them that may fail = ${sayPercent(rate)}`
        : ''
      const line = `${each}, and ${sayPercent(promised)} leaves ${sayPercent(budget)}`
      if (spent !== undefined && perMonth !== undefined)
        return {
          line: `${sayPercent(spent)} of the requests may fail in 30 days, and ${sayPercent(promised)} leaves ${sayPercent(budget)}`,
          rows: steps.map((step) => [
            `${sayPercent(step.weight)} of the requests`,
            `of which ${sayPercent(step.fails)} may fail, for ${sayTime(step.forSeconds ?? 0)}, ${countOf(perMonth, 'time')} in 30 days`,
          ]),
        }
      if (truth === true) return `${line}: it may stand for ever`
      return `${line}: it may stand for ${sayTime((budget / rate) * month)} in 30 days, and nobody says for how long and how often it does`
    },
  },
})

/** `0.05%`, also of what is little. */
function sayPercent(share: number): string {
  return `${Number((share * 100).toPrecision(4))}%`
}

interface Placed {
  readonly name: string
  readonly strategy: CanaryStrategy
  readonly place: Environment
  /** The stage that begins it, and those behind. */
  readonly stages: readonly Stage[]
  readonly stated: Stated | undefined
}

function canariesOf({ pipelines, promotions, rollouts, environments }: Platform): readonly Placed[] {
  const all = environments.filter((one) => one.is === 'environment')
  const found = [
    ...pipelines.flatMap(({ name, stages }) =>
      stages.flatMap((stage, at) =>
        stage.by.map((by) => ({
          ...{ name: `${name}/${stage.name}`, by, place: stage.in, stated: stage.stated },
          stages: stages.slice(at),
        })),
      ),
    ),
    ...promotions.flatMap(({ to, by, stated }) =>
      by.map((one) => ({ name: 'promotion', by: one, place: to, stages: none, stated })),
    ),
    ...rollouts.flatMap(({ name, by, in: where = all, stated }) =>
      where.map((place) => ({ name, by, place, stages: none, stated })),
    ),
  ]
  return found.flatMap(({ name, by, place, stages, stated }) =>
    by.kind === 'canary' && by.steps.length > 0 && place
      ? [{ name: name.replaceAll(' ', '-'), strategy: by, place, stages, stated }]
      : [],
  )
}

function budgetPart(
  { steps, abortsAbove }: CanaryStrategy,
  place: Environment,
  percent: number,
  releases: readonly Release[],
  stated: readonly (Stated | undefined)[],
): Finding<Rules>['parts'][number] {
  const promised = percent / 100
  const fails = (percentOf(abortsAbove) ?? 100) / 100
  const told = steps.map(
    ({ weight, for: time }): Step => ({ weight: (percentOf(weight) ?? 0) / 100, fails, forSeconds: secondsOf(time) }),
  )
  const perMonth = timesIn(place, releases)
  const times = told.map(({ forSeconds }) => forSeconds)
  const isTimed = times.every((time) => time !== undefined) && perMonth !== undefined
  const spent = isTimed
    ? told.reduce((sum, step) => sum + step.weight * step.fails * (((step.forSeconds ?? 0) * perMonth) / month), 0)
    : undefined
  const most = Math.max(0, ...told.map((step) => step.weight * step.fails))
  const fits = most <= 1 - promised + 1e-12
  return part(
    'budget',
    fits ? true : spent === undefined ? undefined : spent <= 1 - promised + 1e-12,
    { place: place.name, promised, steps: told, perMonth, spent },
    {
      cause: `canary-budget/${place.name}`,
      waitsFor: `for of the steps of a canary in ${place.name}, and how often it is released to`,
      hint: 'a smaller share, a lower bound, or a shorter time',
      stated,
    },
  )
}

/** How often a version goes there in 30 days; undefined where some go whenever somebody wants, or nobody says. */
function timesIn(place: Environment, releases: readonly Release[]): number | undefined {
  const here = releases.filter(({ to }) => to === place)
  if (here.length === 0) return undefined
  let times = 0
  for (const { every, mostPerMonth } of here) {
    if (mostPerMonth !== undefined) times += mostPerMonth
    else if (every === 'demand' || every === 'change' || every === 'pull-request' || every === 'several-a-day')
      return undefined
    else times += Math.ceil(month / (every === 'fortnight' ? 14 * 86_400 : cadenceSeconds(every)))
  }
  return times
}
