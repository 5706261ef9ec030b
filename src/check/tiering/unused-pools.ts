// Machines that nothing is told to stand on, where other pools are chosen by name: they stand, and are paid, for what
// chooses none.

import { componentsOf } from '../../platform/derive.ts'
import type { Cluster, Pool } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import type { Advice } from '../report.ts'
import type { World } from '../world.ts'
import { clustersIn } from './clusters-in.ts'

/** Pools that no environment and no component chooses, where some pool of the cluster is chosen or their taints keep the others away. */
export function* unusedPools(world: World): Generator<Advice> {
  for (const cluster of clustersIn(world)) {
    const chosen = chosenOn(cluster, world)
    for (const pool of cluster.nodePools) {
      if (chosen.has(pool.name) || (chosen.size === 0 && !keepsAway(pool))) continue
      const why = keepsAway(pool) ? 'its taints keep all others away' : 'only what chooses no pool may stand there'
      yield {
        id: `unused-pool/${cluster.name}/${pool.name}`,
        says: { line: `nothing chooses the pool ${pool.name} of ${cluster.name}: ${why}` },
      }
    }
  }
}

function chosenOn({ name }: Cluster, { platform }: World): ReadonlySet<string> {
  const environments = platform ? environmentsOf(platform).filter(({ on }) => on.name === name) : []
  const components = environments.flatMap(componentsOf).flatMap((component) => traitsOf(component).runs)
  return new Set([...environments.flatMap(({ pool }) => pool ?? []), ...components.flatMap(({ pool }) => pool ?? [])])
}

function keepsAway({ taints }: Pool): boolean {
  return taints.some(({ effect }) => effect !== 'PreferNoSchedule')
}
