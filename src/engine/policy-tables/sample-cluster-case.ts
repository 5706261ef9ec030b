// The form in which the conformance tables of ClusterNetworkPolicy stand here, and the objects that they mean.

import type { Manifest, NetworkPolicySpec, Protocol } from '../../kubernetes/types.ts'

/** One conformance test: its policies, changed from step to step, and what is reached then. */
export interface ClusterTable {
  /** As upstream calls it. */
  readonly name: string
  /** In conformance/tests of sigs.k8s.io/network-policy-api v0.2.0. */
  readonly file: string
  readonly policies: readonly ClusterPolicy[]
  /** By `namespace/name`. */
  readonly networkPolicies?: { readonly [name: string]: NetworkPolicySpec }
  readonly steps: readonly ClusterStep[]
}

/**
 * Rules are `<action> <peers> at <ports>`: a peer is a namespace by its name, `house:<label>`, `pods:<label>`, `nodes` or a
 * block of addresses; a port is `TCP:80`, `TCP:80-90` or a name.
 */
export interface ClusterPolicy {
  readonly name: string
  readonly tier: 'Admin' | 'Baseline'
  readonly priority: number
  readonly subject: string
  readonly ingress?: readonly string[]
  readonly egress?: readonly string[]
}

export interface ClusterStep {
  readonly name: string
  readonly line: number
  /** Of the first policy and what the steps before left, unless another is named. */
  readonly changes?: readonly string[]
  /** `<from> <to> <protocol> <port> <open or closed>`: namespaces, each with its pods, or an address. */
  readonly probes: readonly string[]
}

type Fields = { readonly [field: string]: unknown }

/** The policy in the words of v1alpha2, ClusterNetworkPolicy. */
export function clusterManifest({ name, tier, priority, subject, ...rules }: ClusterPolicy): Manifest {
  const spec = { tier, priority, subject: peerOf(subject), ...rulesOf(rules, 'protocols', protocolOf, {}) }
  return { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, spec }
}

/** The same in the words of v1alpha1: AdminNetworkPolicy, and BaselineAdminNetworkPolicy without a priority. */
export function adminManifest({ name, tier, priority, subject, ...rules }: ClusterPolicy): Manifest {
  const isAdmin = tier === 'Admin'
  const own = rulesOf(rules, 'ports', portOf, { Accept: 'Allow' })
  return {
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    kind: isAdmin ? 'AdminNetworkPolicy' : 'BaselineAdminNetworkPolicy',
    metadata: { name },
    spec: { ...(isAdmin && { priority }), subject: peerOf(subject), ...own },
  }
}

function rulesOf(
  { ingress, egress }: Pick<ClusterPolicy, 'ingress' | 'egress'>,
  portsField: string,
  port: (text: string) => Fields,
  actions: { readonly [action: string]: string },
): Fields {
  const rulesIn = (texts: readonly string[], peersField: string) =>
    texts.map((text, at) => {
      const [peers = '', ports] = text.split(' at ')
      const [action = '', ...far] = peers.split(' ')
      return {
        name: `rule-${at}`,
        action: actions[action] ?? action,
        [peersField]: farOf(far),
        ...(ports && { [portsField]: ports.split(' ').map(port) }),
      }
    })
  return { ...(ingress && { ingress: rulesIn(ingress, 'from') }), ...(egress && { egress: rulesIn(egress, 'to') }) }
}

function farOf(words: readonly string[]): readonly Fields[] {
  const networks = words.filter((word) => word.includes('/'))
  const others = words.filter((word) => !word.includes('/')).map(peerOf)
  return [...others, ...(networks.length > 0 ? [{ networks }] : [])]
}

function peerOf(word: string): Fields {
  if (word === 'nodes') return { nodes: { matchLabels: { 'kubernetes.io/os': 'linux' } } }
  const [form, house] = word.split(':')
  const labelled = { matchLabels: { 'conformance-house': house } }
  if (form === 'pods') return { pods: { namespaceSelector: labelled, podSelector: labelled } }
  return { namespaces: form === 'house' ? labelled : { matchLabels: { 'kubernetes.io/metadata.name': word } } }
}

function protocolOf(text: string): Fields {
  const [protocol = '', port] = text.split(':')
  if (port === undefined) return { destinationNamedPort: protocol }
  const [start, end] = port.split('-').map(Number)
  const destinationPort = end === undefined ? { number: start } : { range: { start, end } }
  return { [protocol.toLowerCase()]: { destinationPort } }
}

function portOf(text: string): Fields {
  const [word = '', port] = text.split(':')
  if (port === undefined) return { namedPort: word }
  const [start, end] = port.split('-').map(Number)
  const protocol = word as Protocol
  return end === undefined ? { portNumber: { protocol, port: start } } : { portRange: { protocol, start, end } }
}
