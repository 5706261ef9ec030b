// The way of versions from environment to environment: each has one, a standby too; none skips what stands between; where
// it is live, something has to hold or somebody has to agree; and there is a way back.

import { sourceOf } from '../../estate/source.ts'
import type { Environment, Platform, Promotion } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { type ComeParts, comeParts, comeSays } from './come.ts'
import { type BackParts, backParts, backSays } from './goes-back.ts'
import { promotionWords } from './ways.ts'

type PromotedParts = BackParts &
  ComeParts & {
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
      const parts = purpose === 'shared' ? [] : partsOf(environment, platform)
      if (parts.length === 0) continue
      yield {
        id: [name, 'versions'],
        environment: name,
        cluster: on.name,
        says: `versions come to ${name}, and go back`,
        source: sourceOf(environment, stated),
        parts,
      }
    }
  },

  says: {
    ...comeSays,
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
    ...comeParts(environment, platform),
    ...promotions.map(startsPart),
    ...(isLive ? promotions.map(guardedPart) : []),
    ...backParts(environment, platform),
    ...platform.pipelines.flatMap((pipeline) => [...pipelineParts(pipeline, environment, platform)]),
  ]
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
