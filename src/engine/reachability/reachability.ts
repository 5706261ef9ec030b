// Who may talk to whom, built once per estate: pods as numbered classes, every selector of every policy as a set of them.

import type { Estate, EstateEnvironment, EstateObject, Unseen } from '../../estate/estate.ts'
import type { LabelSelector, Peer, Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { unseenFor } from '../unseen.ts'
import { type Bits, hasBit, keepOnly, membersOf, noBits, putIn, setBit } from './bits.ts'
import { type EndpointClass, endpointClasses } from './endpoint.ts'
import { type LabelIndex, labelIndex, selected } from './label-index.ts'
import { type Namespaces, namespacesOf, selectedNamespaces } from './namespaces.ts'
import { type Direction, type Policy, policyOf, type Rule } from './policy.ts'
import { type Unread, unreadPolicies } from './unread.ts'

export interface Reachability {
  readonly estate: Estate
  readonly pods: ReadonlyMap<Ref, PodClass>
  /** By namespace, sorted by workload. */
  readonly podsIn: ReadonlyMap<string, readonly PodClass[]>
  /** The core Services of the estate. */
  readonly services: ReadonlyMap<Ref, EstateObject>
  readonly classes: readonly EndpointClass[]
  readonly classOf: ReadonlyMap<Ref, number>
  readonly namespaces: Namespaces
  /** Every NetworkPolicy that could be read, sorted. */
  readonly policies: readonly Policy[]
  /** By direction and class: the policies that isolate it. */
  readonly isolating: { readonly [D in Direction]: readonly (readonly Policy[])[] }
  /** By policy and peer: the classes that the peer takes. */
  readonly peers: ReadonlyMap<Policy, ReadonlyMap<Peer, PeerSet>>
  readonly unread: Unread
  readonly unseen: ReadonlyMap<string, NonNullable<EstateEnvironment['unseenPolicies']>>
  /** What was not read and may hold policies for the pods of a namespace. */
  readonly unseenPolicies: (namespace: string) => readonly Unseen[]
}

/** Classes that a peer takes, and those that it may take because nobody shows the labels of their namespace. */
export interface PeerSet {
  readonly sure: Bits
  readonly maybe: Bits
}

/** The structure that all questions about an estate's connections are asked of. */
export function reachability(estate: Estate, pods: readonly PodClass[]): Reachability {
  const { classes, classOf } = endpointClasses(pods)
  const written = estate.objects.filter(({ manifest }) => manifest.kind === 'NetworkPolicy' && isNetworking(manifest))
  const read = written.map((object) => ({ object, policy: policyOf(object) }))
  const policies = read.flatMap(({ policy }) => policy ?? []).sort((a, b) => compare(a.ref, b.ref))
  const used = [...classes, ...policies].map(({ namespace }) => namespace)
  const space = spaceOf(classes, namespacesOf(estate.objects, used))
  const unreadable = read.filter(({ policy }) => !policy).map(({ object }) => object)
  return {
    estate,
    pods: new Map(pods.map((pod) => [pod.workload, pod])),
    podsIn: Map.groupBy(pods.toSorted(byWorkload), ({ namespace }) => namespace),
    services: new Map(estate.objects.filter(isService).map((object) => [object.ref, object])),
    classes,
    classOf,
    namespaces: space.namespaces,
    policies,
    isolating: isolatingOf(policies, space),
    peers: peerSets(policies, space),
    unread: unreadPolicies(estate.objects, unreadable),
    unseen: unseenOf(estate),
    unseenPolicies: unseenPoliciesOf(estate),
  }
}

// Peers that are written alike take the same.
function peerKey({ podSelector, namespaceSelector }: Peer, namespace: string): string {
  return JSON.stringify([namespaceSelector ? '' : namespace, namespaceSelector, podSelector])
}

interface Space {
  readonly classes: readonly EndpointClass[]
  readonly namespaces: Namespaces
  readonly podLabels: LabelIndex
  /** By number of the namespace: the classes in it. */
  readonly inNamespace: readonly Bits[]
  readonly numberOf: ReadonlyMap<string, number>
}

function spaceOf(classes: readonly EndpointClass[], namespaces: Namespaces): Space {
  const numberOf = new Map(namespaces.all.map(({ name }, at) => [name, at]))
  const inNamespace = namespaces.all.map(() => noBits(classes.length))
  for (const [at, { namespace }] of classes.entries()) setBit(inNamespace[numberOf.get(namespace) ?? 0] as Bits, at)
  return { classes, namespaces, podLabels: labelIndex(classes.map(({ labels }) => labels)), inNamespace, numberOf }
}

function isolatingOf(policies: readonly Policy[], space: Space): Reachability['isolating'] {
  const isolating = { egress: space.classes.map((): Policy[] => []), ingress: space.classes.map((): Policy[] => []) }
  for (const policy of policies) {
    for (const at of membersOf(podsOfNamespace(space, policy.namespace, policy.podSelector))) {
      if (policy.egress) isolating.egress[at]?.push(policy)
      if (policy.ingress) isolating.ingress[at]?.push(policy)
    }
  }
  return isolating
}

function peerSets(policies: readonly Policy[], space: Space): Reachability['peers'] {
  const known = new Map<string, PeerSet>()
  const setOf = (peer: Peer, namespace: string): PeerSet => {
    const key = peerKey(peer, namespace)
    const set = known.get(key) ?? peerSet(peer, namespace, space)
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

function peerSet({ podSelector, namespaceSelector, ipBlock }: Peer, namespace: string, space: Space): PeerSet {
  const none = noBits(space.classes.length)
  if (ipBlock || (!podSelector && !namespaceSelector)) return { sure: none, maybe: none }
  if (!namespaceSelector) return { sure: podsOfNamespace(space, namespace, podSelector ?? {}), maybe: none }
  const { sure, maybe } = selectedNamespaces(space.namespaces, namespaceSelector)
  return { sure: podsAmong(space, sure, podSelector ?? {}), maybe: podsAmong(space, maybe, podSelector ?? {}) }
}

function podsAmong(space: Space, namespaces: Bits, selector: LabelSelector): Bits {
  const bits = noBits(space.classes.length)
  for (const [at, classes] of space.inNamespace.entries()) if (hasBit(namespaces, at)) putIn(bits, classes)
  keepOnly(bits, selected(space.podLabels, selector))
  return bits
}

function podsOfNamespace(space: Space, namespace: string, selector: LabelSelector): Bits {
  const bits = selected(space.podLabels, selector)
  keepOnly(bits, space.inNamespace[space.numberOf.get(namespace) ?? -1] ?? noBits(space.classes.length))
  return bits
}

function unseenOf({ environments }: Estate): Reachability['unseen'] {
  return new Map(
    environments.flatMap(({ namespace, unseenPolicies }) => (unseenPolicies ? [[namespace, unseenPolicies]] : [])),
  )
}

// An operator's policies are for the pods that it makes: its custom resources change nothing for others, unless it is
// known that they may.
function unseenPoliciesOf(estate: Estate): Reachability['unseenPolicies'] {
  const known = new Map<string, readonly Unseen[]>()
  return (namespace) => {
    const found =
      known.get(namespace) ??
      unseenFor(estate, { kind: 'NetworkPolicy', namespace }).filter(
        ({ id, kinds }) => kinds !== undefined || !id.startsWith('opaque/'),
      )
    known.set(namespace, found)
    return found
  }
}

function isService({ manifest }: EstateObject): boolean {
  return manifest.kind === 'Service' && manifest.apiVersion === 'v1'
}

function byWorkload(a: PodClass, b: PodClass): number {
  return compare(a.workload, b.workload)
}

function isNetworking({ apiVersion }: { readonly apiVersion: string }): boolean {
  return apiVersion.startsWith('networking.k8s.io/') || apiVersion.startsWith('extensions/')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
