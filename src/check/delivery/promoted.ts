// The way of versions from environment to environment: each has one, a standby too; none skips what stands between; where
// it is live, something has to hold or somebody has to agree; and there is a way back.

import { sourceOf } from '../../estate/source.ts'
import type { Environment, Platform, Promotion } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { type BackParts, backParts, backSays } from './goes-back.ts'
import { promotionWords, waysInto } from './ways.ts'

type PromotedParts = BackParts & {
  ways: {
    readonly place: string
    readonly ways: readonly string[]
    readonly standsByFor?: string
    readonly rows: boolean
  }
  starts: { readonly way: string; readonly on?: string; readonly from?: string }
  guarded: { readonly way: string; readonly by: readonly string[] }
  skips: { readonly pipeline: string; readonly comesFrom: string; readonly between: string }
  served: { readonly pipeline: string; readonly place: string }
}

export const promoted = defineQuestion<PromotedParts>({
  id: 'promoted',
  asks: 'Does every version come to every environment, one after the other?',

  *judge({ platform }) {
    if (!platform || !saysWays(platform)) return
    for (const environment of environmentsOf(platform)) {
      const { name, purpose, on, stated } = environment
      if (purpose === 'shared') continue
      yield {
        id: [name, 'versions'],
        environment: name,
        cluster: on.name,
        says: `versions come to ${name}, and go back`,
        source: sourceOf(environment, stated),
        parts: partsOf(environment, platform),
      }
    }
  },

  says: {
    ways: ({ place, ways, standsByFor, rows }): Words => {
      if (ways.length > 0) return { line: `versions come to ${place}`, rows: ways.map((way) => ['by', way] as const) }
      const only = rows ? ', only rows do' : ''
      return {
        line:
          standsByFor === undefined
            ? `nobody says how versions come to ${place}${only}`
            : `what is released to ${standsByFor} never comes to ${place}, which stands by for it${only}`,
      }
    },
    starts: ({ way, on, from }) => {
      if (on === undefined) return `nobody says what starts the ${way}`
      return from === undefined
        ? `the ${way} begins by ${on}, and nobody says where a version comes from`
        : `${way}: by ${on}`
    },
    guarded: ({ way, by }) =>
      by.length === 0 ? `the ${way} is open: nothing has to hold, and nobody has to agree` : `${way}: ${by.join(', ')}`,
    ...backSays,
    skips: ({ pipeline, comesFrom, between }) =>
      `${pipeline} deploys here next after ${comesFrom}, and promotions come from ${between}: what it deploys was never there`,
    served: ({ pipeline, place }) => `${pipeline} is said to serve ${place}, and no stage of it deploys there`,
  },
})

/** What is only applied by a controller says nothing of one environment after the other. */
function saysWays({ promotions, pipelines, branches }: Platform): boolean {
  return promotions.length + pipelines.length > 0 || branches.some(({ deploysTo }) => deploysTo !== undefined)
}

function partsOf(environment: Environment, platform: Platform): readonly AnyPart<PromotedParts>[] {
  const { name } = environment
  const promotions = platform.promotions.filter(({ to, on }) => to.name === name && on !== 'replication')
  const isLive = environment.purpose === 'production'
  return [
    waysPart(environment, platform),
    ...promotions.map(startsPart),
    ...(isLive ? promotions.map(guardedPart) : []),
    ...backParts(environment, platform),
    ...platform.pipelines.flatMap((pipeline) => [...pipelineParts(pipeline, environment, platform)]),
  ]
}

function waysPart(environment: Environment, platform: Platform): AnyPart<PromotedParts> {
  const { name, standbyOf, stated } = environment
  const ways = waysInto(environment, platform)
  const rows = platform.promotions.filter(({ to, on }) => to.name === name && on === 'replication')
  const truth = ways.length > 0 ? true : standbyOf || rows.length > 0 ? false : undefined
  const from = standbyOf?.name ?? rows[0]?.from?.name
  return part(
    'ways',
    truth,
    {
      place: name,
      ways: ways.map(({ says }) => says),
      rows: rows.length > 0,
      ...(from !== undefined && { standsByFor: from }),
    },
    {
      cause: `no-versions/${name}`,
      hint: waysHint(name, from, rows.length > 0),
      ...(truth === undefined && { waitsFor: `promotion(…) to ${name}` }),
      stated: [stated, ...rows.map((one) => one.stated), ...ways.map((way) => way.stated)],
    },
  )
}

function waysHint(name: string, from: string | undefined, hasRows: boolean): string {
  if (from === undefined) return 'promotion(…) to it'
  // Of one environment to another there is one promotion: where it carries rows, versions come another way.
  return hasRows
    ? `a delivery that applies ${name}, or a stage of a pipeline that deploys in it`
    : `promotion({ from: ${from}, to: ${name}, on: 'promotion' })`
}

function startsPart(promotion: Promotion): AnyPart<PromotedParts> {
  const { on, from, stated } = promotion
  const way = promotionWords(promotion)
  return part(
    'starts',
    on === undefined || from === undefined ? undefined : true,
    { way, ...(on && { on }), ...(from && { from: from.name }) },
    { waitsFor: on === undefined ? 'on:' : 'from:', stated: [stated] },
  )
}

function guardedPart(promotion: Promotion): AnyPart<PromotedParts> {
  const { from, requires, approvers, to, stated } = promotion
  const reviews =
    from?.is === 'branch'
      ? [...from.checks, ...(from.reviews ? [from.reviews === 1 ? 'a review' : `${from.reviews} reviews`] : [])]
      : []
  const by = [
    ...requires.map((one) => (typeof one === 'string' ? one : one.name)),
    ...approvers.map(({ team, count }) => (count === 1 ? team.name : `${count} of ${team.name}`)),
    ...reviews,
  ]
  return part(
    'guarded',
    by.length > 0,
    { way: promotionWords(promotion), by },
    { cause: `open-to-live/${to.name}`, hint: 'requires or approvers of the promotion', stated: [stated] },
  )
}

// What a pipeline deploys to one after the other, against what promotions have between.
function* pipelineParts(
  { name, stages, serves, stated }: Platform['pipelines'][number],
  environment: Environment,
  { promotions }: Platform,
): Generator<AnyPart<PromotedParts>> {
  const deploys = stages.filter(({ does }) => does.includes('deploy'))
  const at = deploys.findIndex((stage) => stage.in?.name === environment.name)
  const place = environment.name
  if (at < 0) {
    if (serves.some((one) => one.name === place))
      yield part(
        'served',
        false,
        { pipeline: name, place },
        { cause: `not-served/${place}`, hint: `a stage that deploys in ${place}`, stated: [stated] },
      )
    return
  }
  const before = deploys[at - 1]?.in?.name
  const into = promotions.filter(
    ({ to, from, on }) => to.name === place && from?.is === 'environment' && on !== 'replication',
  )
  const between = into.find(
    ({ from }) => from?.name !== before && !deploys.some((stage) => stage.in?.name === from?.name),
  )
  if (before === undefined || !between?.from || into.some(({ from }) => from?.name === before)) return
  yield part(
    'skips',
    false,
    { pipeline: name, comesFrom: before, between: between.from.name },
    {
      cause: `skipped/${between.from.name}`,
      hint: `a stage that deploys in ${between.from.name}, before the one that deploys in ${place}`,
      stated: [stated, deploys[at]?.stated, between.stated],
    },
  )
}
