// How each component is replaced: said once, and with what it needs. Two complete sets of a store are two stores, and need
// twice the room; a share of the calls needs somebody who shares them out.

import { sourceOf } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Platform, Strategy } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { milliCpuOf, percentOf } from '../../platform/units.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { isStore } from '../recovery/stores-in.ts'
import { isSure, type OnceParts, oncePart, onceSays, type Saying, sayingsIn } from './replaced-once.ts'

type ReplacesParts = OnceParts & {
  rows: { readonly component: string; readonly where: string }
  room: {
    readonly quotaMilli: number
    readonly askedMilli: number
    readonly secondMilli: number
    readonly of: readonly string[]
  }
  share: { readonly component: string; readonly replicas: number; readonly weightPercent: number; readonly by?: string }
}

export const replaces = defineQuestion<ReplacesParts>({
  id: 'replaces',
  asks: 'Is it said once how each component is replaced, and can it be done so?',

  *judge({ platform }) {
    for (const environment of platform ? environmentsOf(platform) : []) {
      const parts = platform ? partsOf(environment, platform) : []
      if (parts.length === 0) continue
      yield {
        id: [environment.name, 'strategies'],
        environment: environment.name,
        cluster: environment.on.name,
        says: `what runs in ${environment.name} is replaced as it is said`,
        source: sourceOf(environment, environment.stated),
        parts,
      }
    }
  },

  says: {
    ...onceSays,
    rows: ({ component, where }, truth) =>
      truth === true
        ? `${where} has two sets of ${component}, of which its operator has one follow the other`
        : truth === false
          ? `${where} has two sets of ${component}, and nothing brings what is written to one to the other`
          : `${where} has two sets of ${component}, and nobody says what brings what is written to one to the other`,
    room: ({ quotaMilli, askedMilli, secondMilli, of }, truth) => {
      const sum = `${askedMilli}m + ${secondMilli}m = ${askedMilli + secondMilli}m`
      return truth === true
        ? `a second set of ${of.join(', ')} has room in the quota: ${sum}, and ${quotaMilli}m may be asked for`
        : `a second set of ${of.join(', ')} has no room in the quota: ${sum}, and ${quotaMilli}m may be asked for`
    },
    share: ({ component, replicas, weightPercent, by }, truth) => {
      if (by !== undefined) return `${by} shares out ${weightPercent}% of the calls to ${component}`
      const least = Math.round(100 / (replicas + 1))
      const sum = `one new pod beside ${replicas} takes 1 ∕ ${replicas + 1} = ${least}% of the calls to ${component}`
      return truth === true ? sum : `${sum}, and nothing that shares out calls makes it ${weightPercent}%`
    },
  },
})

function partsOf(environment: Environment, platform: Platform): readonly AnyPart<ReplacesParts>[] {
  // Without Kubernetes nothing is replaced a few pods at a time.
  if (environment.on.bare !== undefined) return []
  const sayings = sayingsIn(environment, platform)
  return [
    ...sayings
      .filter(({ said }) => said.some(isSure))
      .flatMap(({ component, said }) => partsFor(component, said, environment)),
    ...roomParts(
      environment,
      sayings.filter(({ said }) => said.some(isDoubling)).map(({ component }) => component),
    ),
  ]
}

function isDoubling(saying: Saying): boolean {
  return isSure(saying) && saying.by.some(({ kind }) => kind === 'blue-green')
}

function partsFor(
  component: Component,
  said: readonly Saying[],
  environment: Environment,
): readonly AnyPart<ReplacesParts>[] {
  const { name } = component
  const stated = said.map((one) => one.stated)
  const doubled = said.find(isDoubling)
  const { replicates, operated } = traitsOf(component)
  const canary = said
    .filter(isSure)
    .flatMap(({ by }) => by)
    .find((strategy) => strategy.kind === 'canary')
  return [
    oncePart(name, said, environment),
    ...(doubled && isStore(component)
      ? [
          part(
            'rows',
            // Members of one set may follow each other: a second set does not for that. CloudNativePG makes one that does:
            // https://cloudnative-pg.io/documentation/current/replica_cluster/
            operated !== undefined || (replicates?.mode === 'none' ? false : undefined),
            { component: name, where: doubled.where },
            {
              cause: `two-sets/${name}`,
              waitsFor: `what fills a second set of ${name}`,
              hint: `rolling for ${name}, one member after the other, and one that is promoted`,
              stated,
            },
          ),
        ]
      : []),
    ...(canary?.kind === 'canary' ? shareParts(component, canary, environment, stated) : []),
  ]
}

function shareParts(
  component: Component,
  { steps }: Extract<Strategy, { kind: 'canary' }>,
  { mesh }: Environment,
  stated: Saying['stated'][],
): readonly AnyPart<ReplacesParts>[] {
  const [first] = steps
  const [workload] = traitsOf(component).runs
  if (!first || workload?.controller !== 'Deployment' || traitsOf(component).serves.length === 0) return []
  const weightPercent = percentOf(first.weight) ?? 0
  const { replicas } = workload
  const isShared = mesh !== undefined || 100 / (replicas + 1) <= weightPercent
  return [
    part(
      'share',
      isShared,
      { component: component.name, replicas, weightPercent, ...(mesh && { by: mesh.name }) },
      { cause: `no-share/${component.name}`, hint: `a mesh, or ${Math.ceil(100 / weightPercent) - 1} pods`, stated },
    ),
  ]
}

// The quota counts both sets while both are there.
function roomParts(environment: Environment, doubled: readonly Component[]): readonly AnyPart<ReplacesParts>[] {
  const hard = environment.quota?.hard['requests.cpu'] ?? environment.quota?.hard.cpu
  const quotaMilli = hard === undefined ? undefined : milliCpuOf(hard)
  if (quotaMilli === undefined || doubled.length === 0) return []
  const asked = componentsOf(environment).map(milliOf)
  const second = doubled.map(milliOf)
  if ([...asked, ...second].includes(undefined)) return []
  const sum = (amounts: readonly (number | undefined)[]) => amounts.reduce<number>((all, one) => all + (one ?? 0), 0)
  const because = { quotaMilli, askedMilli: sum(asked), secondMilli: sum(second), of: doubled.map(({ name }) => name) }
  return [
    part('room', because.askedMilli + because.secondMilli <= quotaMilli, because, {
      cause: `no-second-room/${environment.name}`,
      hint: `quota: { 'requests.cpu': '${because.askedMilli + because.secondMilli}m' }`,
      stated: [environment.quota?.stated ?? environment.stated],
    }),
  ]
}

/** What all pods of a component ask for; undefined where one says nothing. */
function milliOf(component: Component): number | undefined {
  const runs = traitsOf(component).runs.filter(({ controller }) => controller !== 'outside')
  const each = runs.map(({ replicas, requests }) => {
    const milli = requests?.cpu === undefined ? undefined : milliCpuOf(requests.cpu)
    return milli === undefined ? undefined : milli * replicas
  })
  return each.includes(undefined) ? undefined : each.reduce<number>((all, one) => all + (one ?? 0), 0)
}
