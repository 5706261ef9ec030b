// A stack that watches several environments: where it stands, who may read what comes from which of them, and whether what
// stands in for it is there when it is not.

import { sourceOf } from '../../estate/source.ts'
import type { Monitoring } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { namesOf } from '../plans/names-of.ts'
import type { Truth } from '../verdict.ts'
import type { World } from '../world.ts'
import { placesOf } from './component-places.ts'
import { type DutyRule, doesParts, dutyWords } from './duties.ts'
import { type OutsideRule, outsideParts, outsideWords } from './outside-part.ts'

type Rules = {
  stands: { name: string; nowhere: readonly string[]; places: readonly (readonly [component: string, where: string])[] }
  apart: { name: string; covers: readonly string[]; label: string | undefined; reads: Monitoring['reads'] }
  each: { name: string; stands: 'once' | 'in-each'; places: readonly string[]; lacking: readonly string[] }
  backed: { by: readonly string[]; nowhere: readonly string[]; clusters: readonly string[] }
} & OutsideRule &
  DutyRule

export const overlooks = defineQuestion<Rules>({
  id: 'overlooks',
  asks: 'Does what watches several environments stand somewhere, keep them apart, and outlive itself?',

  *judge(world) {
    for (const one of (world.platform?.monitoring ?? []).toSorted((a, b) => byCodePoint(a.name, b.name))) {
      yield {
        id: [world.platform?.name ?? 'platform', one.name],
        says: `${one.name} watches ${namesOf(one.covers).join(', ')}`,
        source: sourceOf(one, one.stated),
        parts: [
          standsPart(one, world),
          ...doesParts(one),
          ...eachParts(one, world),
          ...outsideParts(one, world),
          ...apartParts(one),
          ...backedParts(one, world),
        ],
      }
    }
  },

  says: {
    ...outsideWords,
    ...dutyWords,
    stands: ({ name, nowhere, places }, truth) =>
      truth
        ? { line: `all that ${name} consists of stands somewhere`, rows: places }
        : {
            line: `nobody says where ${nowhere.join(', ')} of ${name} ${nowhere.length === 1 ? 'stands' : 'stand'}`,
            rows: places,
          },
    apart: ({ name, covers, label, reads }, truth) => {
      if (truth) return `what comes from each is told apart by ${label}, and read by who is let into it`
      if (reads === 'everything') return `whoever reads anything in ${name} reads what comes from ${covers.join(', ')}`
      return label === undefined
        ? `one ${name} for ${covers.join(', ')}, and nobody says how what comes from one is told from the rest, or who may read it`
        : `one ${name} for ${covers.join(', ')}, told apart by ${label}, and nobody says who may read what`
    },
    each: ({ name, stands, places, lacking }, truth) => {
      if (stands === 'in-each')
        return truth
          ? `${name} stands on each cluster that it watches: ${places.join(', ')}`
          : `${name} is to stand with each that it watches, and not all of it is on ${lacking.join(', ')}`
      return truth
        ? `${name} stands once: in ${places.join(', ')}`
        : `${name} is to stand once, and is in ${places.join(', ')}`
    },
    backed: ({ by, nowhere, clusters }, truth) => {
      if (truth) return `${by.join(', ')} ${by.length === 1 ? 'stands' : 'stand'} elsewhere`
      return truth === false
        ? `${by.join(', ')} ${by.length === 1 ? 'stands' : 'stand'} on ${clusters.join(', ')} too, and ${by.length === 1 ? 'is' : 'are'} lost with what it is to stand in for`
        : `nobody says where ${nowhere.join(', ')} ${nowhere.length === 1 ? 'stands' : 'stand'}: it may be lost with what it is to stand in for`
    },
  },
})

function standsPart(one: Monitoring, world: World): AnyPart<Rules> {
  const where = placesOf(one.by, one.covers, world).map(
    ({ name, stands, onNodes }) => [name, stands.length > 0 ? namesOf(stands).join(', ') : onNodes?.says] as const,
  )
  const nowhere = where.flatMap(([name, says]) => (says === undefined ? [name] : []))
  const places = where.flatMap(([name, says]) => (says === undefined ? [] : [[name, says] as const]))
  return part(
    'stands',
    nowhere.length === 0 || undefined,
    { name: one.name, nowhere, places },
    {
      waitsFor: `the environment that runs ${nowhere.join(', ')}`,
      stated: [one.stated],
    },
  )
}

// Where nothing of it stands anywhere, that is said already.
function eachParts(one: Monitoring, world: World): AnyPart<Rules>[] {
  const { name, stands, by, covers, stated } = one
  const all = placesOf(by, covers, world)
  if (stands === undefined || all.length === 0 || all.some((place) => place.stands.length === 0)) return []
  const watched = [...new Set(covers.map(({ on }) => on.name))].sort(byCodePoint)
  const lacking = watched.filter((cluster) => all.some((place) => place.stands.every(({ on }) => on.name !== cluster)))
  const homes = [...new Set(all.flatMap((place) => namesOf(place.stands)))].sort(byCodePoint)
  const isEach = stands === 'in-each'
  return [
    part(
      'each',
      isEach ? lacking.length === 0 : homes.length === 1 || undefined,
      { name, stands, places: isEach ? watched : homes, lacking },
      {
        cause: `not-in-each/${name}`,
        waitsFor: `which of several is the ${name} that stands once`,
        hint: 'all of it in an environment on each cluster',
        stated: [stated],
      },
    ),
  ]
}

// One in each environment has nothing to keep apart.
function apartParts({ name, covers, label, reads, stands, stated }: Monitoring): AnyPart<Rules>[] {
  if (covers.length < 2 || stands !== 'once') return []
  const truth: Truth = (label !== undefined && reads === 'own-environment') || undefined
  return [
    part(
      'apart',
      truth,
      { name, covers: namesOf(covers), label, reads },
      {
        waitsFor: `how ${name} keeps environments apart: label, and reads 'own-environment'`,
        hint: 'one stack in each environment, or a label by which readers are let in',
        stated: [stated],
      },
    ),
  ]
}

function backedParts(one: Monitoring, world: World): AnyPart<Rules>[] {
  if (one.backedBy.length === 0) return []
  const backups = placesOf(one.backedBy, one.covers, world)
  const nowhere = backups.filter(({ stands }) => stands.length === 0).map(({ name }) => name)
  const clustersOf = (places: typeof backups) =>
    new Set(places.flatMap(({ stands }) => stands.map(({ on }) => on.name)))
  const own = clustersOf(placesOf(one.by, one.covers, world))
  const others = [...clustersOf(backups)].filter((cluster) => !own.has(cluster))
  const truth: Truth = others.length > 0 ? true : nowhere.length > 0 || own.size === 0 ? undefined : false
  const because = { by: namesOf(one.backedBy), nowhere, clusters: [...own].sort(byCodePoint) }
  return [
    part('backed', truth, because, {
      cause: `lost-together/${one.name}`,
      waitsFor: `the environment that runs ${nowhere.join(', ')}`,
      hint: 'a cluster of its own for what stands in',
      stated: [one.stated, ...one.backedBy.map(({ options }) => options.stated as Monitoring['stated'])],
    }),
  ]
}
