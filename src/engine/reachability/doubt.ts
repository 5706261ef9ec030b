// What policies alone do not decide: what the specification leaves to the network plugin, what nobody shows.

import type { Assumption } from '../assumption.ts'

/** Something undecided, by name, and what to assume for it to end one way or the other; absent where nothing sensible can be. */
export interface Doubt {
  readonly name: string
  readonly opens?: readonly Assumption[]
  readonly closes?: readonly Assumption[]
}

/** Both must be settled for the connection to pass; one of them is enough to stop it. */
export function bothDoubts(a: Doubt, b: Doubt): Doubt {
  return {
    name: `${a.name}, ${b.name}`,
    opens: a.opens && b.opens ? [...a.opens, ...b.opens] : undefined,
    closes: a.closes ?? b.closes,
  }
}

/** The policies that are said to exist in a namespace let through what was declared, and nothing else. */
export function unseenDoubt(cluster: string, namespace: string, says: string, source: Assumption['source']): Doubt {
  const assumption: Assumption = {
    id: `unseen-policies/${cluster}/${namespace}`,
    says: `the policies of ${namespace} that nobody shows (${says}) let through what is declared, and nothing else`,
    kind: 'opaque',
    source,
  }
  return { name: assumption.id, opens: [assumption], closes: [assumption] }
}

/** A NetworkPolicy lists addresses and no names (kubernetes.io/docs/concepts/services-networking/network-policies, ipBlock). */
export function listedDoubt(cluster: string, namespace: string, outside: string): Doubt {
  return { name: `listed/${cluster}/${namespace}/${outside}` }
}

/** Left to the network plugin: whether a rule with an address block speaks of pods too. */
export function blockOnPodsDoubt(cluster: string): Doubt {
  const as = (id: string, says: string): Assumption => ({ id: `${id}/${cluster}`, says, kind: 'outside' })
  return {
    name: `ip-block-on-pods/${cluster}`,
    opens: [as('ip-block-on-pods', `the network plugin of ${cluster} applies address blocks to the addresses of pods`)],
    closes: [as('ip-block-not-on-pods', `the network plugin of ${cluster} keeps address blocks to what is outside`)],
  }
}

/** A narrow block may or may not hold the pods' addresses, and nobody says which addresses pods get. */
export function podAddressDoubt(cluster: string): Doubt {
  return { name: `pod-addresses/${cluster}` }
}

/** Which addresses nodes have nobody shows either. */
export function nodeAddressDoubt(cluster: string): Doubt {
  return { name: `node-addresses/${cluster}` }
}

/** Several ports of a pod have the name that a rule says: whether it means each of them is left to the network plugin. */
export function portNameDoubt(cluster: string, name: string): Doubt {
  const as = (id: string, which: string): Assumption => ({
    id: `${id}/${cluster}/${name}`,
    says: `the network plugin of ${cluster} takes ${name} for ${which}, where several ports of a pod are called so`,
    kind: 'outside',
  })
  return {
    name: `port-name/${cluster}/${name}`,
    opens: [as('port-name-each', 'each of them')],
    closes: [as('port-name-one', 'another of them')],
  }
}

export function addressDoubt(cluster: string, outside: string, cidr: string): Doubt {
  const assumption: Assumption = {
    id: `address/${cluster}/${outside}`,
    says: `the addresses of ${outside} lie in ${cidr} as the policy lets it`,
    kind: 'outside',
  }
  return { name: assumption.id, opens: [assumption] }
}

export function outsidePortDoubt(cluster: string, outside: string): Doubt {
  const assumption: Assumption = {
    id: `port/${cluster}/${outside}`,
    says: `${outside} is called at a port that the policy lets through`,
    kind: 'outside',
  }
  return { name: assumption.id, opens: [assumption] }
}

/** Load balancers and nodes may put their own address in place of the caller's. */
export function sourceAddressDoubt(cluster: string): Doubt {
  const assumption: Assumption = {
    id: `source-address/${cluster}`,
    says: `connections from outside arrive in ${cluster} with the address of their caller`,
    kind: 'outside',
  }
  return { name: assumption.id, opens: [assumption] }
}

export function namespaceLabelsDoubt(cluster: string, namespace: string): Doubt {
  return { name: `namespace-labels/${cluster}/${namespace}` }
}

export function unreadDoubt(cluster: string, ref: string): Doubt {
  return { name: `unread-policy/${cluster}/${ref}` }
}

export function nodeLabelsDoubt(cluster: string): Doubt {
  return { name: `node-labels/${cluster}` }
}

/** Which addresses a name stands for is known outside only. */
export function domainNamesDoubt(cluster: string, names: readonly string[]): Doubt {
  return { name: `domain-names/${cluster}/${[...names].sort().join(',')}` }
}

export function tiedDoubt(cluster: string, policies: readonly string[]): Doubt {
  return { name: `same-priority/${cluster}/${policies.join(',')}` }
}

/** What is meant is known in a running cluster only: services by name, nodes by label, groups of addresses. */
export function onlyClusterKnows(cluster: string, what: string): Doubt {
  return { name: `${what}/${cluster}` }
}

/** The port is let through, and of what comes there a policy takes some requests only. */
export function siftedDoubt(cluster: string, policy: string): Doubt {
  const assumption: Assumption = {
    id: `requests/${cluster}/${policy}`,
    says: `what is sent is among the requests that ${policy} lets through at that port`,
    kind: 'outside',
  }
  return { name: assumption.id, opens: [assumption] }
}
