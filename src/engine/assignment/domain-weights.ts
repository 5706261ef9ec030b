// The weight of a spread constraint by the domains of the nodes that are scored: asked for every pod, and mostly the same.

import { domainWeight } from '../scheduling/spread-weight.ts'

export interface DomainWeights {
  weightOf(domains: number): number
  /** Of the domains in which the first `count` nodes lie, but for those whose value is below 0. */
  weightAmong(nodes: Int32Array, values: Float64Array, count: number): number
}

export function domainWeights(domainOf: Int32Array, domains: number): DomainWeights {
  /** Per domain: the last time that it was seen. */
  const seen = new Uint32Array(domains)
  let time = 0
  let last = -1
  let weight = 0
  const weightOf = (count: number): number => {
    if (count === last) return weight
    last = count
    weight = domainWeight(count)
    return weight
  }
  return {
    weightOf,
    weightAmong(nodes, values, count) {
      time += 1
      let different = 0
      for (let at = 0; at < count; at++) {
        if ((values[at] ?? 0) < 0) continue
        const domain = domainOf[nodes[at] ?? 0] ?? -1
        if (seen[domain] === time) continue
        seen[domain] = time
        different += 1
      }
      return weightOf(different)
    },
  }
}
