// Kinds that also decide what may connect and that are not read here: with one of them about, the answer is unknown.

import type { EstateObject } from '../../estate/estate.ts'
import { type Manifest, partsOf, type Ref } from '../../kubernetes/types.ts'

/** Group and kind → whether it reaches beyond its own namespace. */
const kinds = new Map<string, 'cluster' | 'namespace'>([
  ['cilium.io/CiliumNetworkPolicy', 'namespace'],
  ['cilium.io/CiliumClusterwideNetworkPolicy', 'cluster'],
  ['crd.projectcalico.org/NetworkPolicy', 'namespace'],
  ['crd.projectcalico.org/GlobalNetworkPolicy', 'cluster'],
  ['projectcalico.org/NetworkPolicy', 'namespace'],
  ['projectcalico.org/GlobalNetworkPolicy', 'cluster'],
  ['crd.antrea.io/NetworkPolicy', 'namespace'],
  ['crd.antrea.io/ClusterNetworkPolicy', 'cluster'],
  ['policy.networking.k8s.io/AdminNetworkPolicy', 'cluster'],
  ['policy.networking.k8s.io/BaselineAdminNetworkPolicy', 'cluster'],
  ['policy.networking.k8s.io/ClusterNetworkPolicy', 'cluster'],
  ['security.istio.io/AuthorizationPolicy', 'namespace'],
  ['security.istio.io/PeerAuthentication', 'namespace'],
  ['policy.linkerd.io/AuthorizationPolicy', 'namespace'],
  ['policy.linkerd.io/Server', 'namespace'],
])

/** Namespace (`''`: the whole cluster) → what stands there and was not read, sorted. */
export type Unread = ReadonlyMap<string, readonly Ref[]>

/** Policies that nobody here reads: of another kind, or `unreadable` NetworkPolicies. */
export function unreadPolicies(objects: readonly EstateObject[], unreadable: readonly EstateObject[]): Unread {
  const byPlace = new Map<string, Ref[]>()
  const add = (place: string, ref: Ref) => byPlace.set(place, [...(byPlace.get(place) ?? []), ref].sort())
  for (const { ref, manifest } of objects) {
    const scope = kinds.get(`${groupOf(manifest)}/${manifest.kind}`)
    if (scope) add(scope === 'cluster' ? '' : partsOf(ref).namespace || 'default', ref)
  }
  for (const { ref } of unreadable) add(partsOf(ref).namespace || 'default', ref)
  return byPlace
}

function groupOf({ apiVersion }: Manifest): string {
  const [group = '', version] = apiVersion.split('/')
  return version === undefined ? '' : group
}
