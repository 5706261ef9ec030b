// In how many regions, clusters and zones an environment stands: with those that serve beside it, or wait for it.

import { poolOf } from '../../engine/capacity/room.ts'
import type { Cluster, Environment, Many } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import { viewFor, type World } from '../world.ts'
import { fitsMany, sayMany } from './many.ts'

interface Counted {
  readonly what: 'clusters' | 'regions' | 'zones'
  readonly many: Many
  readonly names: readonly string[]
  /** Clusters of which nobody says the region, or nodes of which nobody says the zone. */
  readonly open: readonly string[]
  /** Clusters of which nobody says a node or a pool: whether they are there at all. */
  readonly bare: readonly string[]
  /** However they are called. */
  readonly most: number
}

type Rules = { clusters: Counted; regions: Counted; zones: Counted }

export const spans = definePromise<Rules>()({
  kind: 'spans',
  asks: 'Does it stand in so many regions, clusters and zones?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    const asked = (['clusters', 'regions', 'zones'] as const).flatMap((what) => {
      const many = promise[what]
      return many === undefined ? [] : [[what, many] as const]
    })
    yield {
      id: [environment.name],
      environment: environment.name,
      says: `${environment.name} stands in ${asked.map(([what, many]) => `${sayMany(many)} ${what}`).join(', ')}`,
      source: { stated: promise.stated },
      parts: asked.map(([what, many]) => countedPart(what, many, environment, world)),
    }
  },

  says: { clusters: sayCounted, regions: sayCounted, zones: sayCounted },
})

function countedPart(what: Counted['what'], many: Many, environment: Environment, world: World): AnyPart<Rules> {
  const { names, open, bare, least, most } = counted(what, environment, world)
  return part(
    what,
    fitsMany(least, many, most),
    { what, many, names, open, bare, most },
    {
      cause: `spans/${environment.name}/${what}`,
      hint: hints[what],
      stated: [environment.stated, environment.on.stated],
    },
  )
}

const hints: { readonly [what in Counted['what']]: string } = {
  clusters: 'another environment that serves beside it (activeWith) or waits for it (standbyOf)',
  regions: 'the region of each cluster, and an environment in another one that is activeWith it or standbyOf it',
  zones: 'the zones of its nodes, as zones: [...] of a pool',
}

interface Count {
  readonly names: readonly string[]
  readonly open: readonly string[]
  readonly bare: readonly string[]
  /** Of what nobody names, each may be another, or all the same. */
  readonly least: number
  readonly most: number
}

/** How many there are of an environment. */
export function counted(what: Counted['what'], environment: Environment, world: World): Count {
  if (what === 'zones') return zonesOf(environment, world)
  const clusters = [...new Map(besides(environment, world).map(({ on }) => [on.name, on])).values()]
  // What serves beside it or waits for it stands somewhere only where something is said of its machines.
  const isThere = ({ name, nodes, pools }: Cluster) =>
    name === environment.on.name || nodes.length > 0 || Object.keys(pools).length > 0
  const [there, bare] = [clusters.filter(isThere), clusters.filter((one) => !isThere(one))]
  const noMachines = sorted(bare.map(({ name }) => name))
  if (what === 'clusters') return countOf(sorted(there.map(({ name }) => name)), [], noMachines)
  const open = there.filter(({ region }) => region === undefined).map(({ name }) => name)
  return countOf(sorted(there.flatMap(({ region }) => region ?? [])), sorted(open), noMachines)
}

/** The environment, and those that serve beside it or wait for it. */
function besides(environment: Environment, { platform }: World): readonly Environment[] {
  const isBound = ({ activeWith, standbyOf }: Environment) =>
    activeWith?.name === environment.name || standbyOf?.name === environment.name
  const others = platform ? environmentsOf(platform).filter(isBound) : []
  const own = [environment.activeWith, environment.standbyOf].filter((one) => one !== undefined)
  return [environment, ...own, ...others]
}

function countOf(names: readonly string[], open: readonly string[], bare: readonly string[] = []): Count {
  const least = Math.max(names.length, open.length > 0 ? 1 : 0)
  return { names, open, bare, least, most: names.length + open.length + bare.length }
}

function zonesOf(environment: Environment, world: World): Count {
  const view = viewFor(world, environment)
  const unknown = { names: [], open: [environment.on.name], bare: [], least: 0, most: Number.POSITIVE_INFINITY }
  if (!view) return unknown
  const own = new Set(poolOf(view.estate, environment.name).nodes)
  const nodes = view.estate.nodes.filter(({ name }) => own.has(name))
  const unzoned = nodes.filter(({ zone }) => zone === undefined).map(({ name }) => name)
  return nodes.length === 0 ? unknown : countOf(sorted(nodes.flatMap(({ zone }) => zone ?? [])), sorted(unzoned))
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}

function sayCounted({ what, many, names, open, bare, most }: Counted): string {
  const known = names.length === 0 ? 'none that is named' : `${names.length} (${names.join(', ')})`
  const few = open.length > 4 ? `${open.slice(0, 3).join(', ')} and ${open.length - 3} more` : open.join(', ')
  const rest = [
    ...(open.length > 0 ? [`nobody says ${what === 'zones' ? 'the zone' : 'the region'} of ${few}`] : []),
    ...(bare.length > 0 ? [`nobody says a node of ${bare.join(', ')}, nor that it is there`] : []),
  ].join(', and ')
  const atMost = rest !== '' && Number.isFinite(most) ? `, so there are at most ${most}` : ''
  return `${what}: ${sayMany(many)} are promised, and there are ${known}${rest === '' ? '' : `; ${rest}${atMost}`}`
}
