// Where a drill is held, and whether there is what has to take over.

import type { Drill } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'

export interface Places {
  /** The cluster whose loss is rehearsed. */
  readonly home: string
  /** The one where it is held, where that is another. */
  readonly to?: string
  readonly across?: NonNullable<Drill['across']>
  /** Every cluster, with the zones of its nodes; a zone that nobody says is missing. */
  readonly clusters: readonly { readonly name: string; readonly zones: readonly string[] }[]
}

/** What has to take over is there: another zone, another cluster, or one that shares no zone. */
export function placesPart({ in: place, from, across, stated }: Drill, { views }: World): Part<'place', Places> {
  const clusters = views.map(({ estate }) => ({
    name: estate.cluster,
    zones: [...new Set(estate.nodes.flatMap(({ zone }) => zone ?? []))].sort(),
  }))
  const home = (from ?? place).on.name
  const to = place.on.name
  const because = { home, ...(to !== home && { to }), ...(across && { across }), clusters }
  return part('place', isThere(because), because, {
    cause: `nowhere-else/${across}/${home}`,
    hint: `a drill that ${home} alone can hold, until there is more`,
    stated: [stated],
  })
}

function isThere({ home, to, across, clusters }: Places): Truth {
  const own = clusters.find(({ name }) => name === home)?.zones ?? []
  const others = clusters.filter(({ name }) => name !== home && name === (to ?? name))
  if (across === undefined) return true
  if (across === 'zones') return own.length > 1
  if (others.length === 0) return false
  if (across === 'clusters') return true
  if (own.length === 0 || others.some(({ zones }) => zones.length === 0)) return undefined
  return others.some(({ zones }) => zones.every((zone) => !own.includes(zone)))
}

export function placesWords({ home, to = home, across, clusters }: Places, truth: Truth): Words {
  if (across === undefined) return { line: `it is held on ${to}` }
  const rows = clusters.map(({ name, zones }) => [name, zonesWords(zones)] as const)
  if (across === 'zones') return { line: truth ? `${home} has zones to go to` : `${home} has no second zone`, rows }
  const other = across === 'clusters' ? 'another cluster' : 'a cluster in another region'
  if (truth === undefined) return { line: `nobody says whether ${other} is there`, rows }
  return {
    line: truth
      ? `${other} is there${to === home ? '' : `: ${to}`}`
      : `${other} has to take over from ${home}, and there is none`,
    rows,
  }
}

function zonesWords(zones: readonly string[]): string {
  return zones.length === 0 ? 'nobody says in which zones' : `stands in ${zones.join(' and ')}`
}
