// Which nodes share a value of a label: the domains of one topology key.

import type { Labels } from '../../kubernetes/types.ts'

export interface Topology {
  readonly key: string
  /** Per node, by index: its domain; −1 where it lacks the label. */
  readonly domainOf: Int32Array
  /** Domains by id: the label's value. */
  readonly values: readonly string[]
}

export function topologyOf(key: string, nodes: readonly { readonly labels: Labels }[]): Topology {
  const ids = new Map<string, number>()
  const domainOf = Int32Array.from(nodes, ({ labels }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined
    if (value === undefined) return -1
    const id = ids.get(value) ?? ids.size
    ids.set(value, id)
    return id
  })
  return { key, domainOf, values: [...ids.keys()] }
}
