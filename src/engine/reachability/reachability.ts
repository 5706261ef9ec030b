// Who may talk to whom, built once per estate: pods as numbered classes, every selector of every policy as a set of them.

import type { Estate, EstateObject, Unseen } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { unseenFor } from '../unseen.ts'
import { membersOf } from './bits.ts'
import type { Doubt } from './doubt.ts'
import { type EndpointClass, endpointClasses } from './endpoint.ts'
import { type Namespaces, namespacesOf } from './namespaces.ts'
import { type Direction, type Policy, policyOf } from './policy.ts'
import { rankedPolicies } from './ranked-policies.ts'
import type { RankedPolicy, UnreadPolicy } from './ranked-policy.ts'
import { type Said, saidOf } from './said-policies.ts'
import { type PeerSets, peerSets, podsOfNamespace, type Space, spaceOf } from './space.ts'
import { type Tiers, tiersOf } from './tiers.ts'
import { type Undecided, undecidedOf } from './unread.ts'

/** What connections are judged by; `count` is asked where pods call themselves, and absent where nobody counted. */
export type ConnectedPods = Pick<PodClass, 'workload' | 'namespace' | 'name' | 'steady' | 'labels' | 'spec' | 'notes'> &
  Partial<Pick<PodClass, 'count'>>

export interface Reachability<P extends ConnectedPods = ConnectedPods> {
  readonly estate: Estate
  readonly pods: ReadonlyMap<Ref, P>
  /** By namespace, sorted by workload. */
  readonly podsIn: ReadonlyMap<string, readonly P[]>
  /** The core Services of the estate. */
  readonly services: ReadonlyMap<Ref, EstateObject>
  readonly classes: readonly EndpointClass[]
  readonly classOf: ReadonlyMap<Ref, number>
  readonly namespaces: Namespaces
  /** Every NetworkPolicy that could be read, sorted. */
  readonly policies: readonly Policy[]
  /** Policies of other kinds that could be read, sorted. */
  readonly ranked: readonly RankedPolicy[]
  /** By direction and class: the policies that isolate it. */
  readonly isolating: { readonly [D in Direction]: readonly (readonly Policy[])[] }
  /** Where policies of other kinds select pods; undefined where there are none. */
  readonly tiers: Tiers | undefined
  readonly peers: PeerSets
  readonly undecided: Undecided
  /** Of policies about nodes, which nobody here reads. */
  readonly undecidedNodes: readonly Doubt[]
  /** Policies that are said to be on a class of pods and that nobody shows. */
  readonly said: Said
  /** What was not read and may hold policies for the pods of a namespace. */
  readonly unseenPolicies: (namespace: string) => readonly Unseen[]
}

/** The structure that all questions about an estate's connections are asked of. */
export function reachability<P extends ConnectedPods>(estate: Estate, pods: readonly P[]): Reachability<P> {
  const { classes, classOf } = endpointClasses(pods)
  const written = estate.objects.filter(({ manifest }) => manifest.kind === 'NetworkPolicy' && isNetworking(manifest))
  const read = written.map((object) => ({ object, policy: policyOf(object) }))
  const policies = read.flatMap(({ policy }) => policy ?? []).sort((a, b) => compare(a.ref, b.ref))
  const others = rankedPolicies(estate)
  const used = [...classes, ...policies, ...others.ranked.filter(isNamespaced)].map(({ namespace }) => namespace)
  const space = spaceOf(classes, namespacesOf(estate.objects, used))
  const isolating = isolatingOf(policies, space)
  const unread = [...read.flatMap(({ policy, object }) => (policy ? [] : unreadable(object))), ...others.unread]
  const undecided = undecidedOf(estate.objects, { policies: unread, ranked: others.ranked }, space, estate.cluster)
  return {
    estate,
    pods: new Map(pods.map((pod) => [pod.workload, pod])),
    podsIn: Map.groupBy(pods.toSorted(byWorkload), ({ namespace }) => namespace),
    services: new Map(estate.objects.filter(isService).map((object) => [object.ref, object])),
    classes,
    classOf,
    namespaces: space.namespaces,
    policies,
    ranked: others.ranked,
    isolating,
    tiers: others.ranked.length > 0 ? tiersOf(others.ranked, space, isolating) : undefined,
    peers: bothSets(peerSets(policies, space, 'as pods'), peerSets(others.ranked, space, 'as nodes')),
    undecided: undecided.pods,
    undecidedNodes: undecided.nodes,
    said: saidOf(estate, classes, classOf),
    unseenPolicies: unseenPoliciesOf(estate),
  }
}

function bothSets(some: PeerSets, others: PeerSets): PeerSets {
  return others.size === 0 ? some : new Map([...some, ...others])
}

function isNamespaced({ namespace }: Policy): boolean {
  return namespace !== ''
}

function unreadable({ ref }: EstateObject): UnreadPolicy {
  return { unread: ref, namespace: partsOf(ref).namespace || 'default' }
}

function isolatingOf(policies: readonly Policy[], space: Space): Reachability['isolating'] {
  const isolating = { egress: space.classes.map((): Policy[] => []), ingress: space.classes.map((): Policy[] => []) }
  // In one namespace many policies are about the same pods.
  const known = new Map<string, readonly number[]>()
  for (const policy of policies) {
    const key = JSON.stringify([policy.namespace, policy.podSelector])
    const members = known.get(key) ?? membersOf(podsOfNamespace(space, policy.namespace, policy.podSelector))
    known.set(key, members)
    for (const at of members) {
      if (policy.egress) isolating.egress[at]?.push(policy)
      if (policy.ingress) isolating.ingress[at]?.push(policy)
    }
  }
  return isolating
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

function byWorkload(a: ConnectedPods, b: ConnectedPods): number {
  return compare(a.workload, b.workload)
}

function isNetworking({ apiVersion }: { readonly apiVersion: string }): boolean {
  return apiVersion.startsWith('networking.k8s.io/') || apiVersion.startsWith('extensions/')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
