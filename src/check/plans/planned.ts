// Environments that are planned: absent from every estate, and still each call that they will make has to lead somewhere,
// and what they are planned as has to be possible.

import { sourceOf } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf, flowsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { type AsPlannedParts, asPlannedFindings, asPlannedSays } from './as-planned.ts'
import { namesOf } from './names-of.ts'

interface Calls {
  readonly count: number
  readonly runs: readonly string[]
  /** The one that it is like, and what it leaves out of it. */
  readonly like?: { readonly name: string; readonly without: readonly string[] }
  /** Calls to what runs nowhere and is planned nowhere. */
  readonly nowhere: readonly { readonly from: string; readonly to: string }[]
}

type Rules = { calls: Calls } & AsPlannedParts

export const planned = defineQuestion<Rules>({
  id: 'planned',
  asks: 'Can what is planned be as it is planned?',

  *judge(world) {
    yield* callsFindings(world)
    yield* asPlannedFindings(world)
  },

  says: {
    calls: ({ count, nowhere, ...runs }): Words =>
      nowhere.length === 0
        ? { rows: [runsRow(runs)], line: count === 0 ? 'it calls nothing' : 'what it calls runs, or is planned' }
        : {
            line: `${nowhere.length} of its ${count} calls ${nowhere.length === 1 ? 'leads' : 'lead'} to what runs nowhere and is planned nowhere`,
            rows: [runsRow(runs), ...nowhere.map(({ from, to }) => [from, `calls ${to}`] as const)],
          },

    ...asPlannedSays,
  },
})

function* callsFindings(world: World): Generator<Finding<Rules>> {
  for (const environment of world.plans?.planned ?? []) {
    const { name, stated } = environment
    const called = callsIn(environment)
    const there = runningAnywhere(world)
    const nowhere = called
      .filter(({ to }) => !there.has(to.name) && traitsOf(to).runs.some(({ controller }) => controller !== 'outside'))
      .map(({ from, to }) => ({ from, to: to.name }))
      .filter(({ from, to }, at, all) => all.findIndex((one) => one.from === from && one.to === to) === at)
      .sort((a, b) => byCodePoint(a.from, b.from) || byCodePoint(a.to, b.to))
    yield {
      id: [name, 'calls'],
      environment: name,
      cluster: environment.on.name,
      says: `${name}, which is planned, finds what it calls`,
      source: sourceOf(environment, stated),
      parts: [
        part(
          'calls',
          nowhere.length === 0,
          { count: called.length, nowhere, ...runsIn(environment) },
          {
            cause: `runs-nowhere/${nowhere[0]?.to}`,
            hint: `${nowhere[0]?.to} in an environment that is planned too, or a stand-in for it`,
            stated: [stated],
          },
        ),
      ],
    }
  }
}

type Runs = Pick<Calls, 'runs' | 'like'>

function runsIn(environment: Environment): Runs {
  const runs = namesOf(componentsOf(environment))
  if (!environment.like) return { runs }
  const without = namesOf(componentsOf(environment.like)).filter((name) => !runs.includes(name))
  return { runs, like: { name: environment.like.name, without } }
}

function runsRow({ runs, like }: Runs): readonly [string, string] {
  const words = runs.length === 0 ? 'nothing' : runs.join(', ')
  if (!like) return ['runs', words]
  return [
    'runs',
    `${words}: as ${like.name}${like.without.length > 0 ? `, without ${like.without.join(' and ')}` : ''}`,
  ]
}

interface Call {
  readonly from: string
  readonly to: Component
}

function callsIn(environment: Environment): readonly Call[] {
  const declared = componentsOf(environment).flatMap((from) =>
    traitsOf(from).calls.map((target) => ({ from: from.name, target })),
  )
  const flows = flowsOf(environment).map(({ from, to }) => ({ from: from.name, target: to }))
  return [...declared, ...flows].map(({ from, target }) => ({
    from,
    to: target.is === 'port' ? target.component : target,
  }))
}

function runningAnywhere({ platform, plans }: World): ReadonlySet<string> {
  const standing = platform?.environments.filter((one) => one.is === 'environment') ?? []
  const all: readonly Environment[] = [...standing, ...(plans?.planned ?? [])]
  return new Set(all.flatMap(componentsOf).map(({ name }) => name))
}
