// A NetworkPolicy as it is judged: which pods it isolates in which direction, and what each rule lets through.
// Source: k8s.io/api@v0.36.3/networking/v1/types.go; defaults: kubernetes@v1.36.3/pkg/apis/networking/v1/defaults.go:38.

import type { EstateObject, Source } from '../../estate/estate.ts'
import {
  type LabelSelector,
  type NetworkPolicySpec,
  type Peer,
  type PolicyPort,
  partsOf,
  type Ref,
} from '../../kubernetes/types.ts'
import type { Doubt } from './doubt.ts'
import { isListOf, isOptionalSelector, isRecord, isString, withoutNulls } from './shape.ts'

export type Direction = 'egress' | 'ingress'

export interface Policy {
  readonly ref: Ref
  readonly namespace: string
  readonly podSelector: LabelSelector
  /** undefined: the policy says nothing about that direction; without rules: nothing passes. */
  readonly egress: readonly Rule[] | undefined
  readonly ingress: readonly Rule[] | undefined
  readonly source: Source
}

export interface Rule {
  readonly index: number
  /** undefined: from or to anyone. */
  readonly peers: readonly FarEnd[] | undefined
  /** undefined: every port of every protocol. */
  readonly ports: readonly PolicyPort[] | undefined
  /** Where the rule stands in the manifest. */
  readonly path: readonly (string | number)[]
  /** `to` or `from`. */
  readonly peersField: string
  /** What has to be so as well for the rule to take what its peers and ports take. */
  readonly when?: Doubt
  /** Where the ports stand as a whole, in policies that write them otherwise than NetworkPolicy. */
  readonly portsPath?: readonly (string | number)[]
}

/** A peer, as other kinds of policies than NetworkPolicy say it too. */
export interface FarEnd extends Peer {
  /** Where it stands in the manifest, if not at its place in the list of its rule. */
  readonly path?: readonly (string | number)[]
  /** Whether the block speaks of the addresses of pods and nodes too; undefined: that is the plugin's. */
  readonly blockTakesPods?: boolean
  /** Ends of that kind, whatever their labels or addresses. */
  readonly takes?: readonly EndKind[]
  /** Ends that it may take, and what decides is nowhere among the objects. */
  readonly mayTake?: { readonly ends: readonly EndKind[]; readonly doubt: Doubt }
}

export type EndKind = 'pods' | 'node' | 'outside'

/** The policy in an object; undefined where its fields have not the API's types, so that nobody can read it. */
export function policyOf({ ref, manifest, source }: EstateObject): Policy | undefined {
  const spec = readableSpec(manifest.spec ?? {})
  if (!spec) return undefined
  const types = spec.policyTypes?.length ? spec.policyTypes : defaultTypes(spec)
  return {
    ref,
    namespace: partsOf(ref).namespace || 'default',
    podSelector: spec.podSelector ?? {},
    egress: types.includes('Egress') ? rulesOf(spec.egress ?? [], 'egress') : undefined,
    ingress: types.includes('Ingress') ? rulesOf(spec.ingress ?? [], 'ingress') : undefined,
    source,
  }
}

function readableSpec(written: unknown): NetworkPolicySpec | undefined {
  if (isReadable(written)) return written
  const spec = withoutNulls(written)
  return isReadable(spec) ? spec : undefined
}

function defaultTypes({ egress }: NetworkPolicySpec): readonly ('Ingress' | 'Egress')[] {
  return egress?.length ? ['Ingress', 'Egress'] : ['Ingress']
}

interface WrittenRule {
  readonly to?: readonly Peer[]
  readonly from?: readonly Peer[]
  readonly ports?: readonly PolicyPort[]
}

// An empty list of peers or ports restricts nothing, exactly as an absent one.
function rulesOf(written: readonly WrittenRule[], direction: Direction): readonly Rule[] {
  const peersField = direction === 'egress' ? 'to' : 'from'
  return written.map((rule, index) => ({
    index,
    peers: rule[peersField]?.length ? rule[peersField] : undefined,
    ports: rule.ports?.length ? rule.ports : undefined,
    path: ['spec', direction, index],
    peersField,
  }))
}

function isReadable(spec: unknown): spec is NetworkPolicySpec {
  if (!isRecord(spec)) return false
  const { podSelector, policyTypes, ingress, egress } = spec
  return (
    isOptionalSelector(podSelector) &&
    isListOf(policyTypes, (type) => type === 'Ingress' || type === 'Egress') &&
    isListOf(ingress, (rule) => isRule(rule, 'from')) &&
    isListOf(egress, (rule) => isRule(rule, 'to'))
  )
}

function isRule(rule: unknown, peersField: string): boolean {
  return isRecord(rule) && isListOf(rule[peersField], isPeer) && isListOf(rule.ports, isPort)
}

function isPeer(peer: unknown): boolean {
  if (!isRecord(peer) || !isOptionalSelector(peer.podSelector) || !isOptionalSelector(peer.namespaceSelector))
    return false
  const { ipBlock } = peer
  if (ipBlock === undefined) return true
  return isRecord(ipBlock) && typeof ipBlock.cidr === 'string' && isListOf(ipBlock.except, isString)
}

function isPort(port: unknown): boolean {
  if (!isRecord(port)) return false
  const protocol = port.protocol ?? 'TCP'
  const number = port.port
  return (
    (protocol === 'TCP' || protocol === 'UDP' || protocol === 'SCTP') &&
    (number === undefined || typeof number === 'number' || isString(number)) &&
    (port.endPort === undefined || typeof port.endPort === 'number')
  )
}
