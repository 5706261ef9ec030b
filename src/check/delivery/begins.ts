// What begins each way into an environment, against how often what goes there is said to go out.

import type { Environment, Pipeline, Platform, Promotion, Release } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { type AnyPart, part } from '../define.ts'
import { promotionWords } from './ways.ts'

/** `change`: by itself, with each; `hand`: somebody starts it, or agrees on the way. Undefined: nobody says. */
type Beginning = 'change' | 'pull-request' | 'hand' | 'schedule' | undefined

interface Begun {
  readonly way: string
  readonly on: string
  readonly by: readonly Beginning[]
  readonly stated: Stated | undefined
}

export type BeginsParts = {
  begins: {
    readonly release: string
    readonly every: string
    readonly place: string
    readonly ways: readonly (readonly [way: string, on: string])[]
  }
}

/** Of what has no day, and of what somebody starts when its day has come. */
const begunBy: { readonly [every in Release['every']]?: readonly Beginning[] } = {
  'pull-request': ['pull-request'],
  change: ['change', 'pull-request'],
  'several-a-day': ['change', 'pull-request', 'hand'],
  demand: ['change', 'pull-request', 'hand'],
}

export function beginsParts(release: Release, platform: Platform): readonly AnyPart<BeginsParts>[] {
  const { name, to, every, within, stated } = release
  // Where it is said how long one may wait, the next day of a schedule may be soon enough.
  const wanted: readonly Beginning[] | undefined =
    every === 'demand' && within !== undefined ? [...(begunBy.demand ?? []), 'schedule'] : begunBy[every]
  const ways = beginningsOf(to, platform, new Set())
  const said = ways.flatMap(({ by }) => by)
  // A day of its own is kept by a schedule, which is asked beside, or by whoever starts it.
  if (said.length === 0 || (!wanted && !said.every((one) => one === 'hand'))) return []
  const isMet = wanted === undefined || said.some((one) => wanted.includes(one))
  // That nobody says what begins a way is asked of the way.
  if (!isMet && said.includes(undefined)) return []
  return [
    part(
      'begins',
      isMet,
      { release: name, every: everyWords(every), place: to.name, ways: ways.map(({ way, on }) => [way, on] as const) },
      {
        cause: `begins-otherwise/${to.name}/${every}`,
        hint: 'a way that begins so, or what is so',
        stated: [stated, ...ways.map((one) => one.stated)],
      },
    ),
  ]
}

/** `with each change`, `every week`. */
export function everyWords(every: Release['every']): string {
  if (every === 'change' || every === 'pull-request') return `with each ${every}`
  if (every === 'several-a-day') return 'several times a day'
  return every === 'demand' ? 'whenever somebody wants it' : `every ${every}`
}

function beginningsOf(place: Environment, platform: Platform, seen: ReadonlySet<string>): readonly Begun[] {
  if (seen.has(place.name)) return []
  const known = new Set([...seen, place.name])
  return [
    ...platform.promotions
      .filter(({ to, on }) => to.name === place.name && on !== 'replication')
      .map((promotion) => ({
        way: promotionWords(promotion),
        on: onWords(promotion),
        by: begunOf(promotion, platform, known),
        stated: promotion.stated,
      })),
    ...platform.branches
      .filter(({ deploysTo }) => deploysTo?.name === place.name)
      .map(({ name, stated }): Begun => ({ way: `branch ${name}`, on: 'each change', by: ['change'], stated })),
    ...platform.pipelines.flatMap((pipeline) => pipelineBegun(pipeline, place)),
  ]
}

function onWords({ on, every, approvers }: Promotion): string {
  const agreed = approvers.length > 0 ? ', and somebody agrees' : ''
  return `${on ?? 'nobody says'}${every === undefined ? '' : ` every ${every}`}${agreed}`
}

// What follows another place comes as often as something comes there.
function begunOf(promotion: Promotion, platform: Platform, seen: ReadonlySet<string>): readonly Beginning[] {
  const { on, from, approvers } = promotion
  if (on === 'promotion' && from?.is === 'environment') {
    const before = environmentsOf(platform).find(({ name }) => name === from.name)
    return before ? beginningsOf(before, platform, seen).flatMap(({ by }) => by) : [undefined]
  }
  if (on === undefined || on === 'schedule') return [on]
  if (on === 'manual' || on === 'tag' || approvers.length > 0) return ['hand']
  return [on === 'pull-request' ? on : 'change']
}

function pipelineBegun({ name, on, stages, stated }: Pipeline, place: Environment): readonly Begun[] {
  const at = stages.findIndex(({ does, in: there }) => does.includes('deploy') && there?.name === place.name)
  if (at < 0) return []
  const isAgreed = stages.slice(0, at + 1).some(({ approvers }) => approvers.length > 0)
  const by = on.map((one): Beginning => {
    if (one === 'schedule') return one
    if (isAgreed || one === 'manual' || one === 'tag') return 'hand'
    return one === 'pull-request' ? one : 'change'
  })
  return [{ way: name, on: `${on.join(', ')}${isAgreed ? ', and somebody agrees' : ''}`, by, stated }]
}

export const beginsSays = {
  begins: ({ release, every, place, ways }: BeginsParts['begins'], truth: boolean | undefined) => ({
    line:
      truth === true
        ? `${release} go out ${every}, and something comes to ${place} so`
        : `${release} are said to go out ${every}, and nothing comes to ${place} so`,
    rows: ways,
  }),
}
