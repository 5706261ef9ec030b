// How each component is said to be replaced, by rollouts that name it and by whatever brings it, and whether that is one way.

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Platform, Strategy } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'
import { isStore } from '../recovery/stores-in.ts'
import type { Words } from '../verdict.ts'
import { type Way, waysInto } from './ways.ts'

export type OnceParts = {
  once: {
    readonly component: string
    readonly said: readonly (readonly [where: string, how: string])[]
    /** The chart whose command would make them two, where nobody says that it deploys this. */
    readonly unsaidOf?: string
  }
}

export interface Saying {
  readonly where: string
  readonly by: readonly Strategy[]
  readonly stated: Stated | undefined
  /** The chart that is typed, where nobody says whether it deploys this. */
  readonly unsaidOf?: string
}

export const onceSays = {
  once: ({ component, said, unsaidOf }: OnceParts['once'], truth: boolean | undefined): Words => {
    if (truth === true) return { line: `${component}: ${said[0]?.[1]}` }
    const ways = `${component} is replaced in ${new Set(said.map(([, how]) => how)).size} ways`
    const line =
      unsaidOf === undefined ? `${ways}, and one can be` : `${ways} if ${unsaidOf} deploys it, which nobody says`
    return { line, rows: said }
  },
}

/** What is said of each component that Kubernetes replaces there; what is said of a place is said of no store. */
export function sayingsIn(
  environment: Environment,
  platform: Platform,
): readonly { readonly component: Component; readonly said: readonly Saying[] }[] {
  const general = waysInto(environment, platform).filter(({ strategies }) => strategies.length > 0)
  return componentsOf(environment)
    .filter(isReplaced)
    .map((component) => ({
      component,
      said: [
        ...sayingsOfRollouts(component, environment, platform),
        ...(isStore(component) ? [] : general.flatMap((way) => sayingOfWay(way, component))),
      ],
    }))
}

// What a provider runs is replaced by the provider.
function isReplaced(component: Component): boolean {
  const { runs, managed } = traitsOf(component)
  return managed === undefined && runs.some(({ controller }) => controller !== 'outside' && controller !== 'CronJob')
}

export function isSure({ unsaidOf }: Saying): boolean {
  return unsaidOf === undefined
}

function sayingsOfRollouts(component: Component, environment: Environment, { rollouts }: Platform): readonly Saying[] {
  return rollouts
    .filter(
      ({ of, in: places }) =>
        of.some(({ name }) => name === component.name) &&
        (!places || places.some(({ name }) => name === environment.name)),
    )
    .map(({ name, by, stated }) => ({ where: `rollout ${name}`, by: [by], stated }))
}

// A chart replaces what it deploys.
function sayingOfWay({ says, strategies, brings, stated }: Way, { name }: Component): readonly Saying[] {
  const saying = { where: says, by: strategies, stated }
  if (brings === undefined || brings.components.includes(name)) return [saying]
  return brings.isWhole ? [] : [{ ...saying, unsaidOf: brings.chart }]
}

export function oncePart(component: string, said: readonly Saying[], { name }: Environment): AnyPart<OnceParts> {
  const isOne = (sayings: readonly Saying[]) => new Set(sayings.map(({ by }) => howWords(by))).size < 2
  const sure = said.filter(isSure)
  const truth = isOne(said) ? true : isOne(sure) ? undefined : false
  const shown = truth === false ? sure : said
  const unsaidOf = truth === undefined ? said.find((one) => one.unsaidOf !== undefined)?.unsaidOf : undefined
  return part(
    'once',
    truth,
    {
      component,
      said: shown.map(({ where, by }) => [where, howWords(by)] as const),
      ...(unsaidOf !== undefined && { unsaidOf }),
    },
    {
      cause: `replaced-twice/${name}`,
      hint: 'one of them',
      ...(truth === undefined && { waitsFor: `deploys: of ${unsaidOf}` }),
      stated: shown.map((one) => one.stated),
    },
  )
}

function howWords(by: readonly Strategy[]): string {
  return by.map(({ kind }) => kind).join(', then ')
}
