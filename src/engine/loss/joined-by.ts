import type { Domains } from '../placement/node-table.ts'

/** Per node: its group. Nodes that share a domain of any of the keys are in one group, for one pod may block them all. */
export function joinedBy(nodes: readonly number[], keys: readonly Domains[]): readonly number[] {
  const parent = nodes.map((_, at) => at)
  const rootOf = (at: number) => {
    let root = at
    while (parent[root] !== root) root = parent[root] ?? root
    parent[at] = root
    return root
  }
  for (const { of } of keys) {
    const firsts = new Map<number, number>()
    for (const [at, node] of nodes.entries()) {
      const domain = of[node] ?? -1
      if (domain === -1) continue
      const first = firsts.get(domain)
      if (first === undefined) firsts.set(domain, at)
      else parent[rootOf(at)] = rootOf(first)
    }
  }
  return nodes.map((_, at) => rootOf(at))
}
