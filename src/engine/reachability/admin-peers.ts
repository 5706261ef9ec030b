// The far ends in a rule of a cluster-wide policy: pods by namespace and label, nodes, networks, names of domains.

import { isEverything } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'
import { blockOf } from './address.ts'
import { domainNamesDoubt, nodeLabelsDoubt } from './doubt.ts'
import type { Direction, FarEnd } from './policy.ts'
import { hasOnly, isRecord, isSelector, isString } from './shape.ts'

type Path = readonly (string | number)[]

/** The far ends of a rule; undefined where nobody can read them. Source: ClusterNetworkPolicyEgressPeer of the API. */
export function adminPeers(
  written: unknown,
  path: Path,
  direction: Direction,
  cluster: string,
): readonly FarEnd[] | undefined {
  if (!Array.isArray(written) || written.length === 0) return undefined
  const peers = written.map((peer, at) => adminPeer(peer, [...path, at], direction, cluster))
  return peers.every((each) => each !== undefined) ? peers.flat() : undefined
}

// Exactly one field: what has none was written for another version of the API.
function adminPeer(peer: unknown, path: Path, direction: Direction, cluster: string): readonly FarEnd[] | undefined {
  if (!isRecord(peer) || Object.keys(peer).length !== 1) return undefined
  const pods = podsMeant(peer)
  if (pods) return [{ ...pods, path }]
  if (direction === 'ingress') return undefined
  const { nodes, networks, domainNames } = peer
  if (isRecord(nodes) && isSelector(nodes)) return [nodesMeant(nodes, path, cluster)]
  if (isTexts(networks)) return networksMeant(networks, [...path, 'networks'])
  return isTexts(domainNames) ? [namesMeant(domainNames, path, cluster)] : undefined
}

/** `namespaces`, or `pods` with both selectors, of which an absent one takes all. */
export function podsMeant(
  meant: unknown,
): { readonly namespaceSelector: LabelSelector; readonly podSelector: LabelSelector } | undefined {
  if (!isRecord(meant) || Object.keys(meant).length !== 1) return undefined
  const { namespaces, pods } = meant
  if (isRecord(namespaces) && isSelector(namespaces)) return { namespaceSelector: namespaces, podSelector: {} }
  if (!isRecord(pods) || !hasOnly(pods, podFields)) return undefined
  const { namespaceSelector = {}, podSelector = {} } = pods
  return isSelector(namespaceSelector) && isSelector(podSelector) ? { namespaceSelector, podSelector } : undefined
}

const podFields = new Set(['namespaceSelector', 'podSelector'])

function nodesMeant(selector: LabelSelector, path: Path, cluster: string): FarEnd {
  if (isEverything(selector)) return { path, takes: ['node'] }
  return { path, mayTake: { ends: ['node'], doubt: nodeLabelsDoubt(cluster) } }
}

// Other than in NetworkPolicy, blocks are said to speak of pods as well.
function networksMeant(networks: readonly string[], path: Path): readonly FarEnd[] | undefined {
  if (!networks.every(blockOf)) return undefined
  return networks.map((cidr, at) => ({ ipBlock: { cidr }, blockTakesPods: true, path: [...path, at] }))
}

function namesMeant(names: readonly string[], path: Path, cluster: string): FarEnd {
  return { path, mayTake: { ends: ['outside'], doubt: domainNamesDoubt(cluster, names) } }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isString)
}
