// A NetworkPolicy as it is judged: which pods it isolates in which direction, and what each rule lets through.
// Source: k8s.io/api@v0.36.3/networking/v1/types.go; defaults: kubernetes@v1.36.3/pkg/apis/networking/v1/defaults.go:38.

import type { EstateObject, Source } from '../../estate/estate.ts'
import { selectorProblems } from '../../kubernetes/selector.ts'
import {
  type LabelSelector,
  type NetworkPolicySpec,
  type Peer,
  type PolicyPort,
  partsOf,
  type Ref,
} from '../../kubernetes/types.ts'

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
  readonly peers: readonly Peer[] | undefined
  /** undefined: every port of every protocol. */
  readonly ports: readonly PolicyPort[] | undefined
  /** Where the rule stands in the manifest. */
  readonly path: readonly (string | number)[]
  /** `to` or `from`. */
  readonly peersField: 'to' | 'from'
}

/** The policy in an object; undefined where its fields have not the API's types, so that nobody can read it. */
export function policyOf({ ref, manifest, source }: EstateObject): Policy | undefined {
  const spec = manifest.spec ?? {}
  if (!isReadable(spec)) return undefined
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
    isSelector(podSelector) &&
    isListOf(policyTypes, (type) => type === 'Ingress' || type === 'Egress') &&
    isListOf(ingress, (rule) => isRule(rule, 'from')) &&
    isListOf(egress, (rule) => isRule(rule, 'to'))
  )
}

function isRule(rule: unknown, peersField: string): boolean {
  return isRecord(rule) && isListOf(rule[peersField], isPeer) && isListOf(rule.ports, isPort)
}

function isPeer(peer: unknown): boolean {
  if (!isRecord(peer) || !isSelector(peer.podSelector) || !isSelector(peer.namespaceSelector)) return false
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

function isSelector(selector: unknown): boolean {
  if (selector === undefined) return true
  if (!isRecord(selector)) return false
  const { matchLabels = {}, matchExpressions } = selector
  if (!isRecord(matchLabels) || !Object.values(matchLabels).every(isString)) return false
  const hasShape = isListOf(
    matchExpressions,
    (each) => isRecord(each) && isString(each.key) && isListOf(each.values, isString),
  )
  return hasShape && selectorProblems(selector as LabelSelector).length === 0
}

function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every(is))
}

function isRecord(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
