// What would be there if all that is planned stood already: beside what stands, with the policies that its calls ask for.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { lower } from '../../estate/lower.ts'
import { sortedBy } from '../../estate/order.ts'
import { type World, worldOf } from '../world.ts'

export interface AsIfStanding {
  /** Everything, as it would stand. */
  readonly all: World
  /** What is planned alone, with what the clusters bring. */
  readonly alone: World
}

/** Undefined where nothing is planned, or no platform says it. */
export function asIfStanding({ platform, plans, views, asOf, denied }: World): AsIfStanding | undefined {
  const planned = plans?.planned ?? []
  if (!platform || planned.length === 0) return undefined
  const whole = { ...platform, environments: [...platform.environments, ...planned], promises: [] }
  const names = new Set(planned.map(({ name }) => name))
  const clusters = new Set(planned.map(({ on }) => on.name))
  const standing = new Map(views.map(({ estate }) => [estate.cluster, estate]))
  const estates = lower(whole)
    .filter(({ cluster }) => clusters.has(cluster))
    .map((estate) => beside(standing.get(estate.cluster), estate, names))
  const options = { platform: whole, asOf, denied }
  return {
    all: worldOf(estates, options),
    alone: worldOf(
      estates.map((estate) => aloneIn(estate, names)),
      options,
    ),
  }
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

function aloneIn(estate: Estate, planned: ReadonlySet<string>): Estate {
  return {
    ...estate,
    objects: estate.objects.filter(({ environment }) => environment === undefined || planned.has(environment)),
    facts: estate.facts.filter(({ environment }) => planned.has(environment)),
    shown: [],
  }
}
