// What would be there if all that is planned stood already: beside what stands, with the policies that its calls ask for.

import { settled } from '../../engine/capacity/settled.ts'
import type { Estate, EstateObject } from '../../estate/estate.ts'
import { lower } from '../../estate/lower.ts'
import { sortedBy } from '../../estate/order.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { componentsOf, flowsOf } from '../../platform/derive.ts'
import type { Environment, Platform } from '../../platform/model.ts'
import { placesOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type World, worldOf } from '../world.ts'

export interface AsIfStanding {
  /** Everything on the clusters in question, as it would stand. */
  readonly all: World
  /** What is planned, with what it calls: nothing else in a namespace has a say in who reaches whom, or in what is accepted. */
  readonly near: World
}

/** Undefined where nothing is planned, or no platform says it. */
export function asIfStanding({ platform, plans, views, asOf, denied }: World): AsIfStanding | undefined {
  const planned = plans?.planned ?? []
  if (!platform || planned.length === 0) return undefined
  const whole = { ...platform, environments: [...platform.environments, ...planned], promises: [] }
  const names = new Set(planned.map(({ name }) => name))
  const environments = [...new Set([...planned, ...planned.flatMap((one) => calledBy(one, whole))])]
  const standing = new Map(views.map(({ estate }) => [estate.cluster, estate]))
  const clusters = new Set(planned.map(({ on }) => on.name))
  const estates = lower({ ...whole, environments })
    .filter(({ cluster }) => clusters.has(cluster))
    .map((estate) => settled(beside(standing.get(estate.cluster), estate, names)))
  const called = new Set(environments.map(({ name }) => name))
  const options = { platform: whole, asOf, denied }
  return {
    all: worldOf(estates, options),
    near: worldOf(
      estates.map((estate) => nearIn(estate, called)),
      options,
    ),
  }
}

/** The environments in which it finds what it calls. */
function calledBy(environment: Environment, platform: Platform): readonly Environment[] {
  const targets = componentsOf(environment).flatMap((component) => traitsOf(component).calls)
  const flows = flowsOf(environment).map(({ to }) => to)
  return [...targets, ...flows].flatMap((target) =>
    placesOf(platform, environment, target.is === 'port' ? target.component : target).map((place) => place.environment),
  )
}

// What stands is taken as it stands: its objects may lie in files that say more than was declared.
function beside(standing: Estate | undefined, whole: Estate, planned: ReadonlySet<string>): Estate {
  if (!standing) return whole
  const made = new Map(whole.objects.filter(({ ref }) => ref.startsWith('NetworkPolicy/')).map((one) => [one.ref, one]))
  const there = new Set(standing.objects.map(({ ref }) => ref))
  const isNew = ({ ref, environment }: EstateObject) =>
    !there.has(ref) && (made.has(ref) || (environment !== undefined && planned.has(environment)))
  const objects = [...standing.objects.map((one) => made.get(one.ref) ?? one), ...whole.objects.filter(isNew)]
  return {
    ...standing,
    objects: sortedBy(objects, ({ ref }) => ref),
    facts: [...standing.facts, ...whole.facts.filter(({ environment }) => planned.has(environment))],
    environments: sortedBy(
      [...standing.environments, ...whole.environments.filter(({ name }) => planned.has(name))],
      ({ name }) => name,
    ),
  }
}

function nearIn(estate: Estate, called: ReadonlySet<string>): Estate {
  return {
    ...estate,
    objects: estate.objects.filter(
      ({ ref, environment }) => environment === undefined || called.has(environment) || partsOf(ref).namespace === '',
    ),
    facts: estate.facts.filter(({ environment }) => called.has(environment)),
    shown: [],
  }
}
