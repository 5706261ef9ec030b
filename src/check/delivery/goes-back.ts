// The way back from a version: by means that are there, to a version that still is what it was, as long as somebody looks
// at the new one.

import type { Environment, Platform, Promotion, Stage, Strategy } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { rangeSeconds, secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import { promotionWords, waysInto } from './ways.ts'

export type BackParts = {
  back: {
    readonly way: string
    readonly rollback?: string
    /** What it needs and is not there. */
    readonly lacks?: 'a second set' | 'another place'
  }
  tags: { readonly place: string; readonly registry: string }
  looks: {
    readonly stage: string
    readonly keepsSeconds?: number
    readonly looksSeconds: number
    readonly rows: readonly (readonly [stage: string, takes: string])[]
  }
}

/** Of what is live all of it; elsewhere what is said. */
export function backParts(environment: Environment, platform: Platform): readonly AnyPart<BackParts>[] {
  const into = platform.promotions.filter(({ to, on }) => to.name === environment.name && on !== 'replication')
  const isLive = environment.purpose === 'production'
  const said = into.filter(({ rollback }) => isLive || rollback !== undefined)
  return [
    ...said.map((promotion) => backPart(promotion, platform)),
    ...(isLive ? tagsParts(environment, said, platform) : []),
    ...looksParts(environment, platform),
  ]
}

function backPart(promotion: Promotion, platform: Platform): AnyPart<BackParts> {
  const { rollback, to, stated } = promotion
  const lacks = lackOf(promotion, platform)
  const hints = { 'a second set': 'blueGreen()', 'another place': `an environment with standbyOf: ${to.name}` }
  return part(
    'back',
    rollback === undefined ? undefined : lacks === undefined,
    { way: promotionWords(promotion), ...(rollback && { rollback }), ...(lacks && { lacks }) },
    {
      ...(rollback === undefined ? { waitsFor: 'rollback:' } : {}),
      ...(lacks && {
        cause: `${lacks === 'a second set' ? 'no-second-set' : 'nowhere-else'}/${to.name}`,
        hint: hints[lacks],
      }),
      stated: [stated],
    },
  )
}

function lackOf({ rollback, to }: Promotion, platform: Platform): BackParts['back']['lacks'] {
  if (rollback === 'switch') {
    const kinds = waysInto(to, platform).flatMap((way) => way.strategies.map(({ kind }) => kind))
    return kinds.length === 0 || kinds.includes('blue-green') ? undefined : 'a second set'
  }
  if (rollback !== 'failover') return undefined
  const isElsewhere = environmentsOf(platform).some(
    ({ standbyOf, activeWith }) => standbyOf?.name === to.name || activeWith?.name === to.name,
  )
  return to.standbyOf || to.activeWith || isElsewhere ? undefined : 'another place'
}

// A tag that was pushed again names another image: going back to it is not going back.
// Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html, 2026-11-22
function tagsParts(
  { name }: Environment,
  said: readonly Promotion[],
  { registries, pipelines }: Platform,
): readonly AnyPart<BackParts>[] {
  const stages = pipelines.flatMap((one) => one.stages)
  const goesBack =
    said.some(({ rollback }) => rollback !== undefined) ||
    stages.some(({ in: place, onFailure }) => onFailure === 'rollback' && place?.name === name)
  if (!goesBack) return []
  return registries
    .filter(({ keepsTags }) => keepsTags !== undefined)
    .map(({ name: registry, keepsTags, stated }) =>
      part(
        'tags',
        keepsTags,
        { place: name, registry },
        { cause: `tags-move/${registry}`, hint: 'keepsTags: true', stated: [stated] },
      ),
    )
}

// Stages behind the one that deploys look at what it has deployed: until they are done, there may be a reason to go back.
function looksParts({ name }: Environment, { pipelines }: Platform): readonly AnyPart<BackParts>[] {
  return pipelines.flatMap(({ stages }) => {
    const at = stages.findIndex((stage) => stage.does.includes('deploy') && stage.in?.name === name)
    const stage = stages[at]
    const set = stage?.by.find(isSecondSet)
    const behind = stages.slice(at + 1).filter((one) => one.in?.name === name && looksFor(one) > 0)
    if (!stage || !set || behind.length === 0) return []
    const keepsSeconds = set.keepsOld === undefined ? undefined : secondsOf(set.keepsOld)
    const looksSeconds = behind.reduce((sum, one) => sum + looksFor(one), 0)
    return [
      part(
        'looks',
        keepsSeconds === undefined ? undefined : keepsSeconds >= looksSeconds,
        {
          stage: stage.name,
          looksSeconds,
          rows: behind.map((one) => [one.name, takesWords(one)] as const),
          ...(keepsSeconds !== undefined && { keepsSeconds }),
        },
        {
          ...(keepsSeconds === undefined
            ? { waitsFor: 'keepsOld:' }
            : { cause: `gone-early/${name}`, hint: `keepsOld: '${sayTime(looksSeconds)}'` }),
          stated: [stage.stated, ...behind.map((one) => one.stated)],
        },
      ),
    ]
  })
}

function isSecondSet(strategy: Strategy): strategy is Extract<Strategy, { kind: 'blue-green' }> {
  return strategy.kind === 'blue-green'
}

function looksFor({ does, takes }: Stage): number {
  return does.includes('deploy') || takes === undefined ? 0 : (rangeSeconds(takes)?.to ?? 0)
}

function takesWords({ takes }: Stage): string {
  const { from = 0, to = 0 } = (takes !== undefined && rangeSeconds(takes)) || {}
  return from === to ? sayTime(to) : `${sayTime(from)} to ${sayTime(to)}`
}

export const backSays = {
  back: ({ way, rollback, lacks }: BackParts['back']) => {
    if (rollback === undefined) return `nobody says how to go back from the ${way}`
    if (lacks === 'a second set')
      return `the ${way} goes back by a switch, and what is rolled out keeps no second set to switch to`
    if (lacks === 'another place') return `the ${way} goes back by a failover, and no other place takes over`
    return `the ${way} goes back: ${rollback}`
  },
  tags: ({ place, registry }: BackParts['tags'], truth: boolean | undefined) =>
    truth === true
      ? `what ${place} goes back to is what it was: ${registry} keeps tags`
      : `${place} goes back to a tag, and in ${registry} that may name another image by then`,
  looks: ({ stage, keepsSeconds, looksSeconds, rows }: BackParts['looks'], truth: boolean | undefined) => {
    const looked = `it is looked at for up to ${sayTime(looksSeconds)}`
    if (keepsSeconds === undefined)
      return { line: `nobody says how long ${stage} keeps the set before, and ${looked}`, rows }
    const kept = `${stage} keeps the set before for ${sayTime(keepsSeconds)}${truth === true ? '' : ' only'}`
    return { line: `${kept}, and ${looked}`, rows }
  },
}
