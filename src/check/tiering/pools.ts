// What is said of the size of a pool: a number that nobody may change and a range exclude each other.

import { sourceOf } from '../../estate/source.ts'
import type { Bounds, Pool } from '../../platform/model.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { clustersIn } from './clusters-in.ts'

type Rules = {
  number: { readonly pool: string; readonly scales?: string; readonly nodes?: number | Bounds }
}

export const pools = defineQuestion<Rules>({
  id: 'pools',
  asks: 'Is it plain how many machines each pool has?',

  *judge(world) {
    for (const cluster of clustersIn(world))
      for (const pool of cluster.nodePools)
        yield {
          id: [cluster.name, pool.name],
          cluster: cluster.name,
          says: `it is plain how many machines the pool ${pool.name} has`,
          source: sourceOf(pool, pool.stated, cluster.stated),
          parts: [numberPart(pool, cluster.name)],
        }
  },

  says: {
    number: ({ pool, scales, nodes }) => {
      if (nodes === undefined && scales === 'on-demand') return `machines of ${pool} stand while pods ask for them`
      if (nodes === undefined) return `nobody says how many machines ${pool} has`
      if (typeof nodes === 'number') return `${pool} has ${nodes}`
      const range = `${nodes.from} to ${nodes.to}`
      if (scales === 'fixed' && nodes.from === nodes.to) return `${pool} has ${nodes.from}`
      if (scales === 'fixed') return `${pool} is fixed, and has ${range}: one of them does not hold`
      return `${pool} has ${range}, changed by ${scales === 'person' ? 'a person' : 'an autoscaler'}`
    },
  },
})

function numberPart({ name, nodes, scales, stated }: Pool, cluster: string): AnyPart<Rules> {
  const isFixedRange = scales === 'fixed' && typeof nodes === 'object' && nodes.from !== nodes.to
  const isOpen = nodes === undefined && scales !== 'on-demand'
  return part(
    'number',
    isFixedRange ? false : isOpen ? undefined : true,
    { pool: name, ...(scales && { scales }), ...(nodes !== undefined && { nodes }) },
    {
      cause: `fixed-range/${cluster}/${name}`,
      hint: "one number, or scales: 'autoscaler' or 'person'",
      waitsFor: `how many machines ${name} has`,
      stated: [stated],
    },
  )
}
