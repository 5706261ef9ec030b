// Where a drill is held, and whether there is what has to take over.

import type { Drill } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'
import { standbysOf } from '../recovery/elsewhere.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'

interface Site {
  readonly name: string
  readonly region?: string
  /** Of its nodes; a zone that nobody says is missing. */
  readonly zones: readonly string[]
  readonly hasNodes: boolean
}

export interface Places {
  /** The cluster whose loss is rehearsed. */
  readonly home: Site
  /** The one where it is held, where that is another. */
  readonly to?: string
  readonly across?: NonNullable<Drill['across']>
  /** Clusters that may take over: those that are said to; else each but home. */
  readonly others: readonly Site[]
  readonly isSaid: boolean
}

/** What has to take over is there: another zone, another cluster, or one in another region. */
export function placesPart(drill: Drill, world: World): Part<'place', Places> {
  const { in: place, from, across, stated } = drill
  const home = (from ?? place).on
  const to = place.on.name
  const takers = new Set(standbysOf(from ?? place, world).map(({ on }) => on.name))
  const sites = world.views.map(({ estate }) => ({
    name: estate.cluster,
    zones: [...new Set(estate.nodes.flatMap(({ zone }) => zone ?? []))].sort(),
    hasNodes: estate.nodes.length > 0,
    ...regionOf(estate.cluster, world),
  }))
  const others = sites.filter(({ name }) => name !== home.name && (to === home.name || name === to))
  const said = others.filter(({ name }) => takers.has(name))
  const because = {
    home: sites.find(({ name }) => name === home.name) ?? { name: home.name, zones: [], hasNodes: false },
    ...(to !== home.name && { to }),
    ...(across && { across }),
    others: said.length > 0 ? said : others,
    isSaid: said.length > 0,
  }
  return part('place', isThere(because), because, {
    cause: `nowhere-else/${across}/${home.name}`,
    hint: `a drill that ${home.name} alone can hold, until there is more`,
    stated: [stated],
  })
}

function regionOf(cluster: string, { platform }: World): { readonly region?: string } {
  const on = platform?.environments.find((one) => one.is === 'environment' && one.on.name === cluster)
  return on?.is === 'environment' && on.on.region !== undefined ? { region: on.on.region } : {}
}

function isThere({ home, across, others }: Places): Truth {
  if (across === undefined) return true
  if (across === 'zones') return home.zones.length > 1
  if (others.length === 0) return false
  if (across === 'clusters') return true
  const truths = others.map((other) =>
    other.hasNodes || isApart(home, other) === false ? isApart(home, other) : undefined,
  )
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false
}

// By the names of regions, where both are said; else clusters that share no zone are taken to lie apart.
function isApart(home: Site, other: Site): Truth {
  if (home.region !== undefined && other.region !== undefined) return home.region !== other.region
  if (home.zones.length === 0 || other.zones.length === 0) return undefined
  return other.zones.every((zone) => !home.zones.includes(zone))
}

export function placesWords(because: Places, truth: Truth): Words {
  const { home, to = home.name, across, others, isSaid } = because
  if (across === undefined) return { line: `it is held on ${to}` }
  const rows = [home, ...others].map((site) => [site.name, siteWords(site)] as const)
  if (across === 'zones')
    return { line: truth ? `${home.name} has zones to go to` : `${home.name} has no second zone`, rows }
  const other = across === 'clusters' ? 'another cluster' : 'a cluster in another region'
  if (truth === undefined) {
    const [taker] = others
    if (!isSaid || !taker) return { line: `nobody says that ${other} than that of ${home.name} is there`, rows }
    const where = isApart(home, taker) === undefined ? ['in which region or zones the two stand'] : []
    const open = [...where, ...(taker.hasNodes ? [] : ['what nodes it has'])].join(', nor ')
    return { line: `${taker.name} is to take over from ${home.name}: nobody says ${open}`, rows }
  }
  return {
    line: truth
      ? `${other} is there${to === home.name ? '' : `: ${to}`}`
      : `${other} has to take over from ${home.name}, and there is none`,
    rows,
  }
}

function siteWords({ region, zones, hasNodes }: Site): string {
  if (region !== undefined) return `stands in ${region}`
  if (zones.length > 0) return `stands in ${zones.join(' and ')}`
  return hasNodes ? 'nobody says in which region or zones' : 'nobody says where, nor what nodes it has'
}
