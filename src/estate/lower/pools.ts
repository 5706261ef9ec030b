import type { Cluster } from '../../platform/model.ts'
import { sortedBy, sortedTexts } from '../order.ts'

/** Names of the nodes in each declared pool. */
export function poolsOf({ pools }: Cluster): { readonly [name: string]: readonly string[] } {
  const named = sortedBy(Object.entries(pools), ([name]) => name)
  return Object.fromEntries(named.map(([name, nodes]) => [name, sortedTexts(nodes.map((node) => node.name))]))
}
