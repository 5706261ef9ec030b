// Domains that are no label's own, made once for all classes.

import type { Topology } from '../scheduling/topology.ts'
import type { World } from '../scheduling/world.ts'

export interface NodeDomains {
  /** Every node is a domain of its own. */
  readonly each: Topology
  /** By a label, and one domain more for the nodes without it. */
  orNone(key: string): Topology
}

export function nodeDomains({ nodes, topology }: World): NodeDomains {
  const known = new Map<string, Topology>()
  return {
    each: { key: '', domainOf: Int32Array.from(nodes, ({ index }) => index), values: nodes.map(({ name }) => name) },
    orNone(key) {
      const found = known.get(key) ?? withNone(topology(key))
      known.set(key, found)
      return found
    },
  }
}

// The scheduler reads a label that is not there as the empty text (podtopologyspread/scoring.go:150).
function withNone({ key, domainOf, values }: Topology): Topology {
  const known = values.indexOf('')
  const none = known === -1 ? values.length : known
  return {
    key,
    domainOf: domainOf.map((domain) => (domain === -1 ? none : domain)),
    values: known === -1 ? [...values, ''] : values,
  }
}
