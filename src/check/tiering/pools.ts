// What is said of a pool: a number that nobody may change and a range exclude each other, its machines are to be had, stand
// in the region of their cluster, and have room on their disks.

import { sourceOf } from '../../estate/source.ts'
import type { Bounds, Pool } from '../../platform/model.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { clustersIn } from './clusters-in.ts'
import { type Disk, diskPart, diskWords } from './disk-part.ts'
import { type Machine, machinePart, machineWords } from './machine-part.ts'
import { type OneCloud, oneCloudPart, oneCloudWords } from './one-cloud.ts'
import { type Zoned, zonePart, zoneWords } from './zone-part.ts'

type Rules = {
  number: { readonly pool: string; readonly scales?: string; readonly nodes?: number | Bounds }
  machine: Machine
  oneCloud: OneCloud
  zones: Zoned
  disk: Disk
}

export const pools = defineQuestion<Rules>({
  id: 'pools',
  asks: 'Is it plain how many machines each pool has, and are there such machines?',

  *judge(world) {
    for (const cluster of clustersIn(world)) {
      const together = oneCloudPart(cluster)
      if (together.length > 0)
        yield {
          id: [cluster.name],
          cluster: cluster.name,
          says: `one cloud has the machines of all pools of ${cluster.name}`,
          source: sourceOf(cluster, cluster.stated),
          parts: together,
        }
      for (const pool of cluster.nodePools)
        yield {
          id: [cluster.name, pool.name],
          cluster: cluster.name,
          says: `it is plain what the pool ${pool.name} is`,
          source: sourceOf(pool, pool.stated, cluster.stated),
          parts: [
            numberPart(pool, cluster.name),
            ...machinePart(pool, cluster),
            ...zonePart(pool, cluster),
            ...diskPart(
              pool,
              cluster.name,
              world.views.find(({ estate }) => estate.cluster === cluster.name),
            ),
          ],
        }
    }
  },

  says: {
    number: ({ pool, scales, nodes }) => {
      if (isStill(nodes, scales))
        return `${pool} has ${leastOf(nodes)}, and its autoscaler may neither add one nor take one`
      if (nodes === undefined && scales === 'on-demand') return `machines of ${pool} stand while pods ask for them`
      if (nodes === undefined) return `nobody says how many machines ${pool} has`
      if (typeof nodes === 'number') return `${pool} has ${nodes}`
      const range = `${nodes.from} to ${nodes.to}`
      if (scales === 'fixed' && nodes.from === nodes.to) return `${pool} has ${nodes.from}`
      if (scales === 'fixed') return `${pool} is fixed, and has ${range}: one of them does not hold`
      return `${pool} has ${range}, changed by ${scales === 'person' ? 'a person' : 'an autoscaler'}`
    },
    machine: machineWords,
    oneCloud: oneCloudWords,
    zones: zoneWords,
    disk: diskWords,
  },
})

// An autoscaler of nodes stays within the bounds of its group: where they are one number it changes nothing.
function isStill(nodes: Pool['nodes'], scales: string | undefined): boolean {
  return scales === 'autoscaler' && nodes !== undefined && (typeof nodes === 'number' || nodes.from === nodes.to)
}

function leastOf(nodes: Pool['nodes']): number | undefined {
  return typeof nodes === 'object' ? nodes.from : nodes
}

function numberPart({ name, nodes, scales, stated }: Pool, cluster: string): AnyPart<Rules> {
  const isFixedRange = scales === 'fixed' && typeof nodes === 'object' && nodes.from !== nodes.to
  const isOpen = nodes === undefined && scales !== 'on-demand'
  return part(
    'number',
    isFixedRange || isStill(nodes, scales) ? false : isOpen ? undefined : true,
    { pool: name, ...(scales && { scales }), ...(nodes !== undefined && { nodes }) },
    {
      cause: `fixed-range/${cluster}/${name}`,
      hint: isStill(nodes, scales)
        ? "a range such as { from: 3, to: 6 }, or scales: 'fixed' or 'person'"
        : "one number, or scales: 'autoscaler' or 'person'",
      waitsFor: `how many machines ${name} has`,
      stated: [stated],
    },
  )
}
