// Whether a change passes where it is to be tried: some way to where it goes leads through it.

import type { Environment, Pipeline, Platform, Promotion, Release } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import { promotionWords } from './ways.ts'

export type TriedInParts = {
  validated: { readonly release: string; readonly place: string; readonly to: string; readonly ways: readonly string[] }
}

export function validatedParts(
  { name, to, validatedIn, stated }: Release,
  { promotions, pipelines }: Platform,
): readonly AnyPart<TriedInParts>[] {
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

export const triedInWords = {
  validated: ({ release, place, to, ways }: TriedInParts['validated']) =>
    ways.length > 0
      ? `${release} come to ${to} from ${place}: ${ways.join(', ')}`
      : `${release} are to be tried in ${place}, and no way to ${to} leads through it`,
}
