import { blockOf, mayHoldPods } from '../../src/engine/reachability/address.ts'
import { policyOf } from '../../src/engine/reachability/policy.ts'
import type { NamedPort } from '../../src/engine/reachability/port.ts'
import { policyObject } from '../../src/engine/reachability/sample-estate.ts'
import type { Labels, NetworkPolicySpec, Peer, Protocol } from '../../src/kubernetes/types.ts'
import { isObject, type JsonObject } from '../json.ts'

/** A cluster with its policies, and the connections that are asked about. */
export interface PolicyCase {
  readonly namespaces: { readonly [name: string]: Labels }
  /** By `namespace/name`. */
  readonly pods: { readonly [name: string]: CasePod }
  /** By `namespace/name`. */
  readonly policies: { readonly [name: string]: NetworkPolicySpec }
  /** Outside the cluster. */
  readonly addresses: readonly string[]
  /** Asked of every pair, or of the one that `from` and `to` name. */
  readonly ports: readonly CasePort[]
  readonly from?: string
  readonly to?: string
}

export interface CasePod {
  readonly labels: Labels
  readonly address: string
  readonly ports: readonly NamedPort[]
}

export interface CasePort {
  readonly port: number
  readonly protocol: Protocol
}

/** Pods, then addresses. */
export function endsOf({ pods, addresses }: PolicyCase): readonly string[] {
  return [...Object.keys(pods), ...addresses]
}

/** The pairs that are asked about: nothing between two places outside. */
export function pairsOf(one: PolicyCase): readonly (readonly [from: string, to: string])[] {
  const ends = endsOf(one)
  const isAsked = (from: string, to: string) =>
    (one.from ?? from) === from && (one.to ?? to) === to && (isPod(one, from) || isPod(one, to))
  return ends.flatMap((from) => ends.flatMap((to) => (isAsked(from, to) ? [[from, to] as const] : [])))
}

export function isPod({ pods }: PolicyCase, end: string): boolean {
  return Object.hasOwn(pods, end)
}

/** Whether a case that shrinking made is still one that an API server would take and that asks something. */
export function isPolicyCase(json: JsonObject): boolean {
  const one = json as unknown as Partial<PolicyCase>
  if (!isObject(json.namespaces) || !isObject(json.pods) || !isObject(json.policies)) return false
  if (!one.addresses?.every(isAddress) || !one.ports?.length || !one.ports.every(isPort)) return false
  const whole = one as PolicyCase
  const stand = [...Object.keys(whole.pods), ...Object.keys(whole.policies)]
  return (
    stand.every((name) => Object.hasOwn(whole.namespaces, name.split('/')[0] ?? '')) &&
    Object.values(whole.namespaces).every(isLabels) &&
    Object.values(whole.pods).every(isCasePod) &&
    Object.values(whole.policies).every(isPolicy) &&
    pairsOf(whole).length > 0
  )
}

function isAddress(text: unknown): boolean {
  return typeof text === 'string' && !text.includes('/') && blockOf(text) !== undefined
}

// Where Seaworthy takes them to lie.
function isPodAddress(text: unknown): boolean {
  const address = isAddress(text) ? blockOf(String(text)) : undefined
  return address !== undefined && mayHoldPods(address, [])
}

function isPort({ port, protocol }: CasePort): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535 && ['TCP', 'UDP', 'SCTP'].includes(protocol)
}

function isLabels(labels: unknown): boolean {
  if (!isObject(labels as JsonObject)) return false
  return Object.entries(labels as Labels).every(([key, value]) => key !== '' && typeof value === 'string')
}

function isCasePod({ labels, address, ports }: CasePod): boolean {
  return isLabels(labels) && isPodAddress(address) && ports?.every((port) => isPort(port) && port.name !== '')
}

function isPolicy(spec: NetworkPolicySpec): boolean {
  if (!policyOf(policyObject('x', 'x', spec))) return false
  const rules = [...(spec.ingress ?? []), ...(spec.egress ?? [])] as readonly { from?: Peer[]; to?: Peer[] }[]
  return rules.every(({ from, to }) => [...(from ?? []), ...(to ?? [])].every(isPeer))
}

function isPeer({ podSelector, namespaceSelector, ipBlock }: Peer): boolean {
  if (!ipBlock) return podSelector !== undefined || namespaceSelector !== undefined
  return [ipBlock.cidr, ...(ipBlock.except ?? [])].every((text) => text.includes('/') && blockOf(text) !== undefined)
}
