// The machines that a pool stands for. They are no nouns of their own: whoever asks where one was said is led to its pool.

import { isMade } from './made.ts'
import type { Bounds, Node, Pool } from './model.ts'

/** The machines of a pool from the one at `first` on, named `<pool>-1`, `<pool>-2`…, and spread over its zones in turn. */
export function machinesOf(pool: Pool, first: number, end: number): readonly Node[] {
  const { cpu, memory, disk, gpu, roles, labels, taints, taken, price, stated } = pool
  const zones = Array.isArray(pool.zones) ? pool.zones : []
  return Array.from({ length: Math.max(0, end - first) }, (_, index): Node => {
    const at = first + index
    const zone = zones.length > 0 ? zones[at % zones.length] : undefined
    return {
      is: 'node',
      name: `${pool.name}-${at + 1}`,
      ...(cpu !== undefined && { cpu }),
      ...(memory !== undefined && { memory }),
      ...(disk !== undefined && { disk }),
      ...(gpu !== undefined && { gpu: Number(gpu) }),
      ...(zone !== undefined && { zone }),
      ...{ roles, labels, taints },
      ...(taken && { taken }),
      ...(price !== undefined && { price }),
      ...(stated && { stated }),
      of: pool,
    }
  })
}

/** Machines that are only counted: nobody says anything of them but how many there are. */
export function countedMachines(cluster: string, count: number): readonly Node[] {
  const nothing = { roles: [], labels: {}, taints: [] }
  return Array.from({ length: count }, (_, at): Node => ({ is: 'node', name: `${cluster}-${at + 1}`, ...nothing }))
}

/** How many stand when little is asked of them: nothing where nobody says, or where none stands before pods ask. */
export function standingOf({ nodes, scales }: Pool): number {
  if (typeof nodes === 'number') return scales === 'on-demand' ? 0 : nodes
  return nodes && !isMade(nodes) ? boundsOf(nodes).from : 0
}

/** How many there may be where its size follows what pods ask for; undefined where nobody bounds it. */
export function mostOf({ nodes, scales }: Pool): number | undefined {
  if (scales === 'on-demand' && nodes === undefined) return undefined
  if (typeof nodes === 'number') return nodes
  return nodes && scales !== 'fixed' && scales !== 'person' ? boundsOf(nodes).to : standingOf({ nodes, scales } as Pool)
}

function boundsOf({ from, to }: Bounds): Bounds {
  return { from: Number.isSafeInteger(from) ? from : 0, to: Number.isSafeInteger(to) ? to : 0 }
}
