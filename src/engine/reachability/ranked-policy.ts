// Policies beyond NetworkPolicy, as they are judged: in tiers, by priority, with rules that let through, refuse or pass on.

import type { LabelSelector, Ref } from '../../kubernetes/types.ts'
import type { Direction, Policy, Rule } from './policy.ts'

/** `pass` goes on with the next tier. */
export type Action = 'allow' | 'deny' | 'pass'

export interface RankedRule extends Rule {
  readonly action: Action
  /** What the rule is called. */
  readonly name?: string
}

export interface RankedPolicy extends Policy {
  /** The pods that it is about: those of any of these. */
  readonly subject: readonly Subject[]
  /** Lower ones are asked first; that of NetworkPolicy is `networkPolicyTier`. */
  readonly tier: number
  /** Within the tier, lower ones first; that of NetworkPolicy is `networkPolicyPriority`. */
  readonly priority: number
  /** Of several policies with one priority any may be taken: their order says nothing. */
  readonly isTieOpen: boolean
  /** Whether what no rule of the tier takes is refused. */
  readonly isolates: { readonly [D in Direction]: boolean }
  readonly egress: readonly RankedRule[] | undefined
  readonly ingress: readonly RankedRule[] | undefined
}

export interface Subject {
  /** undefined: the policy's own namespace. */
  readonly namespaceSelector?: LabelSelector
  readonly podSelector: LabelSelector
}

/** A policy that nobody here can read: where `subject` is known, no other pods are undecided. */
export interface UnreadPolicy {
  readonly unread: Ref
  readonly namespace: string
  readonly subject?: readonly Subject[]
  /** It is about nodes, and so about pods on their node's network only. */
  readonly isOfNodes?: true
}

export type Reading = readonly (RankedPolicy | UnreadPolicy)[]

// The orders that Calico gives to the same tiers (projectcalico/calico, api/pkg/apis/projectcalico/v3/tier.go).
export const adminTier = 1_000
export const networkPolicyTier = 1_000_000
export const baselineTier = 10_000_000
export const networkPolicyPriority = 1_000
