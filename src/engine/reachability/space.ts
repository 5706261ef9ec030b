// The pods of an estate as numbered classes in numbered namespaces, and which of them selectors take.

import type { LabelSelector, Peer } from '../../kubernetes/types.ts'
import { type Bits, keepOnly, membersOf, noBits, putIn, setBit, takeOut } from './bits.ts'
import type { EndpointClass } from './endpoint.ts'
import { type LabelIndex, labelIndex, selected } from './label-index.ts'
import { type Namespaces, selectedNamespaces } from './namespaces.ts'
import type { Policy, Rule } from './policy.ts'

/** Classes that a peer takes, and those that it may take because nobody shows the labels of their namespace. */
export interface PeerSet {
  readonly sure: Bits
  readonly maybe: Bits
}

/** By policy and peer: the classes that the peer takes. */
export type PeerSets = ReadonlyMap<Policy, ReadonlyMap<Peer, PeerSet>>

export interface Space {
  readonly classes: readonly EndpointClass[]
  readonly namespaces: Namespaces
  readonly podLabels: LabelIndex
  /** What selectors take, as they are asked. */
  readonly bySelector: Map<string, Bits>
  /** By number of the namespace: the classes in it. */
  readonly inNamespace: readonly Bits[]
  readonly numberOf: ReadonlyMap<string, number>
  /** The classes of pods that have the network of their node. */
  readonly hosts: Bits
}

export function spaceOf(classes: readonly EndpointClass[], namespaces: Namespaces): Space {
  const numberOf = new Map(namespaces.all.map(({ name }, at) => [name, at]))
  const inNamespace = namespaces.all.map(() => noBits(classes.length))
  for (const [at, { namespace }] of classes.entries()) setBit(inNamespace[numberOf.get(namespace) ?? 0] as Bits, at)
  const podLabels = labelIndex(classes.map(({ labels }) => labels))
  return { classes, namespaces, podLabels, bySelector: new Map(), inNamespace, numberOf, hosts: hostsOf(classes) }
}

/** Whose pods on their node's network are pods to no peer leaves them out. */
export function peerSets(policies: readonly Policy[], space: Space, hosts: 'as pods' | 'as nodes'): PeerSets {
  const known = new Map<string, PeerSet>()
  const setOf = (peer: Peer, namespace: string): PeerSet => {
    const key = peerKey(peer, namespace)
    const set = known.get(key) ?? peerSet(peer, namespace, space, hosts)
    known.set(key, set)
    return set
  }
  return new Map(
    policies.map((policy) => {
      const rules: readonly Rule[] = [...(policy.egress ?? []), ...(policy.ingress ?? [])]
      const peers = rules.flatMap((rule) => rule.peers ?? [])
      return [policy, new Map(peers.map((peer) => [peer, setOf(peer, policy.namespace)]))]
    }),
  )
}

// Peers that are written alike take the same.
function peerKey({ podSelector, namespaceSelector }: Peer, namespace: string): string {
  return JSON.stringify([namespaceSelector ? '' : namespace, namespaceSelector, podSelector])
}

function peerSet(
  { podSelector, namespaceSelector, ipBlock }: Peer,
  namespace: string,
  space: Space,
  hosts: 'as pods' | 'as nodes',
): PeerSet {
  const none = noBits(space.classes.length)
  if (ipBlock || (!podSelector && !namespaceSelector)) return { sure: none, maybe: none }
  const set = namespaceSelector
    ? chosen(space, namespaceSelector, podSelector ?? {})
    : { sure: podsOfNamespace(space, namespace, podSelector ?? {}), maybe: none }
  if (hosts === 'as nodes') for (const bits of [set.sure, set.maybe]) takeOut(bits, space.hosts)
  return set
}

/** Pods by the labels of their namespace and their own. */
export function chosen(space: Space, namespaceSelector: LabelSelector, podSelector: LabelSelector): PeerSet {
  const { sure, maybe } = selectedNamespaces(space.namespaces, namespaceSelector)
  return { sure: podsAmong(space, sure, podSelector), maybe: podsAmong(space, maybe, podSelector) }
}

function podsAmong(space: Space, namespaces: Bits, selector: LabelSelector): Bits {
  const bits = noBits(space.classes.length)
  for (const at of membersOf(namespaces)) putIn(bits, space.inNamespace[at] as Bits)
  keepOnly(bits, taken(space, selector))
  return bits
}

/** Classes by their labels alone; not written to. Policies of all namespaces write the same few selectors. */
function taken({ podLabels, bySelector }: Space, selector: LabelSelector): Bits {
  const key = JSON.stringify(selector)
  const found = bySelector.get(key) ?? selected(podLabels, selector)
  bySelector.set(key, found)
  return found
}

export function podsOfNamespace(space: Space, namespace: string, selector: LabelSelector): Bits {
  const bits = noBits(space.classes.length)
  const own = space.inNamespace[space.numberOf.get(namespace) ?? -1]
  if (!own) return bits
  putIn(bits, own)
  keepOnly(bits, taken(space, selector))
  return bits
}

function hostsOf(classes: readonly EndpointClass[]): Bits {
  const bits = noBits(classes.length)
  for (const [at, { hostNetwork }] of classes.entries()) if (hostNetwork) setBit(bits, at)
  return bits
}
