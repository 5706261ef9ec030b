import type { Cluster } from '../platform/model.ts'
import { rangeSeconds } from '../platform/units.ts'
import type { ZoneLink } from './estate.ts'
import { sortedBy, sortedTexts } from './order.ts'
import { sourceOf } from './source.ts'

/** Round trips between zones; the ends of each, and the list, are sorted. */
export function linksOf(cluster: Cluster): readonly ZoneLink[] {
  const links = (cluster.links ?? []).flatMap(({ between, takes, stated }): ZoneLink[] => {
    const takesSeconds = rangeSeconds(takes)
    const [a = '', b = ''] = sortedTexts(between)
    return takesSeconds ? [{ between: [a, b], takesSeconds, source: sourceOf(cluster, stated) }] : []
  })
  return sortedBy(links, ({ between, takesSeconds }) => JSON.stringify([between, takesSeconds]))
}
