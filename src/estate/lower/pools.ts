import { machinesOf, mostOf, standingOf } from '../../platform/machines.ts'
import type { Cluster, Pool } from '../../platform/model.ts'
import type { EstatePool } from '../estate.ts'
import { given } from '../given.ts'
import { sortedBy, sortedTexts } from '../order.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'
import { node } from './node.ts'

/** Names of the nodes in each declared pool. */
export function poolsOf({ pools }: Cluster): { readonly [name: string]: readonly string[] } {
  const named = sortedBy(Object.entries(pools), ([name]) => name)
  return Object.fromEntries(named.map(([name, nodes]) => [name, sortedTexts(nodes.map((node) => node.name))]))
}

/** The pools that say what their machines are, with those that an autoscaler may add. */
export function nodePools(cluster: Cluster, lines: Lines): readonly EstatePool[] {
  return sortedBy(cluster.nodePools, ({ name }) => name).map((pool) => {
    const standing = standingOf(pool)
    const most = mostOf(pool)
    const further = isGrown(pool) ? machinesOf(pool, standing, most ?? standing) : []
    return given<EstatePool>({
      name: pool.name,
      standing: pool.nodes === undefined && pool.scales !== 'on-demand' ? undefined : standing,
      most,
      scales: pool.scales,
      further: further.map((machine) => node(machine, cluster, lines)),
      source: withLines(sourceOf(pool, pool.stated, cluster.stated), (path) => lines(pool, path)),
    })
  })
}

function isGrown({ scales }: Pool): boolean {
  return scales === 'autoscaler' || scales === 'on-demand'
}
