// The form in which upstream's hand-written tables stand here: pods, policies, and who reaches whom.

import type { LabelSelector, Labels, NetworkPolicySpec, Peer, PolicyPort, Protocol } from '../../kubernetes/types.ts'

/** One of the end-to-end cases of Kubernetes for NetworkPolicy. */
export interface PolicyTable {
  /** As upstream calls it. */
  readonly name: string
  /** The line of test/e2e/network/netpol/network_policy.go at which it begins, in kubernetes v1.36.3. */
  readonly line: number
  /** `x/a x/b`; pod a of namespace x is labelled pod=a. */
  readonly pods: string
  readonly steps: readonly TableStep[]
  /** Pods by their addresses, in cases whose policies speak of those. */
  readonly addresses?: { readonly [pod: string]: string }
}

export interface TableStep {
  /** By `namespace/name`. */
  readonly policies: { readonly [name: string]: NetworkPolicySpec }
  /** Labels that are added, by namespace or by pod. */
  readonly labels?: { readonly [end: string]: Labels }
  readonly at: `${Protocol} ${number}`
  /** All reach all but for these, the later before the earlier: `- * x/*`, `+ x/b x/a`. */
  readonly but: readonly string[]
}

export const all: LabelSelector = {}
export const a: LabelSelector = { matchLabels: { pod: 'a' } }
export const b: LabelSelector = { matchLabels: { pod: 'b' } }

const nameLabel = 'kubernetes.io/metadata.name'

export function pod(name: string): Peer {
  return { podSelector: { matchLabels: { pod: name } } }
}

export function namespace(name: string): Peer {
  return { namespaceSelector: { matchLabels: { [nameLabel]: name } } }
}

export function notNamespace(name: string): Peer {
  return { namespaceSelector: { matchExpressions: [{ key: nameLabel, operator: 'NotIn', values: [name] }] } }
}

export function podsIn(...values: string[]): Peer {
  return { podSelector: { matchExpressions: [{ key: 'pod', operator: 'In', values }] } }
}

export function ingress(
  podSelector: LabelSelector,
  ...rules: readonly { from?: readonly Peer[]; ports?: readonly PolicyPort[] }[]
): NetworkPolicySpec {
  return { podSelector, policyTypes: ['Ingress'], ingress: rules }
}

export function egress(
  podSelector: LabelSelector,
  ...rules: readonly { to?: readonly Peer[]; ports?: readonly PolicyPort[] }[]
): NetworkPolicySpec {
  return { podSelector, policyTypes: ['Egress'], egress: rules }
}

export const neither: NetworkPolicySpec = {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
  ingress: [],
  egress: [],
}
