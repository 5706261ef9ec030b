// The pools of all pods that call a store, with every autoscaler at its maximum, against the connections that it takes.

import type { FactOf } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'

type Rules = {
  sum: {
    readonly name: string
    readonly wanted: number
    readonly each: number
    readonly members: number
    readonly rows: readonly (readonly [string, string])[]
  }
}

export const connections = defineQuestion<Rules>({
  id: 'connections',
  asks: 'Does a store take as many connections as its callers may hold?',

  *judge({ views }) {
    for (const view of views)
      for (const fact of view.estate.facts) {
        if (fact.trait !== 'accepts') continue
        const parts = sumParts(fact, view)
        const { name } = partsOf(fact.of)
        if (parts.length > 0)
          yield {
            id: [fact.environment, name],
            environment: fact.environment,
            cluster: view.estate.cluster,
            says: `${name} takes as many connections as its callers may hold`,
            source: fact.source,
            about: [fact.of],
            parts,
          }
      }
  },

  says: {
    sum: ({ name, wanted, each, members, rows }, truth): Words => {
      const held = `${wanted} connections are held at most`
      const takes = `${name} takes ${each}${members > 1 ? ` by member, of ${members}` : ''}`
      const spread = truth === undefined ? ': enough only if they spread over its members' : ''
      return { line: truth === true ? `${held}; ${takes}` : `${held}, and ${takes}${spread}`, rows }
    },
  },
})

function sumParts(fact: FactOf<'accepts'>, view: View): readonly AnyPart<Rules>[] {
  const pools = view.estate.facts.filter((one) => one.trait === 'pools' && one.to === fact.of) as FactOf<'pools'>[]
  const callers = pools.flatMap((pool) => {
    const pod = view.byWorkload.get(pool.from)
    return pod ? [{ pool, pod, most: pod.scales?.max ?? pod.count }] : []
  })
  if (callers.length === 0) return []
  const wanted = callers.reduce((sum, { pool, most }) => sum + most * pool.connections, 0)
  const { name } = partsOf(fact.of)
  const members = view.byWorkload.get(fact.of)?.count ?? 1
  const rows = callers.map(({ pool, pod, most }) => {
    const pods = `${most} ${most === 1 ? 'pod' : 'pods'}${pod.scales ? ' at most' : ''}`
    return [pod.name, `${pods} × ${pool.connections} = ${most * pool.connections}`] as const
  })
  const truth = wanted <= fact.connections ? true : wanted <= fact.connections * members ? undefined : false
  return [
    part(
      'sum',
      truth,
      { name, wanted, each: fact.connections, members, rows },
      {
        at: { source: fact.source, path: ['connections'] },
        cause: `connections/${view.estate.cluster}/${fact.environment}/${name}`,
        hint: 'smaller pools, fewer pods at most, or a pooler before it',
        stated: callers.map(({ pool }) => pool.source.stated),
      },
    ),
  ]
}
