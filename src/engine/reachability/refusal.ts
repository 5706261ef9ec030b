// Why a rule lets a connection not through: what would have to be otherwise, and what is really there.

import type { Source } from '../../estate/estate.ts'
import { matchesLabels, meetsRequirement } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels, PolicyPort, Protocol, Ref } from '../../kubernetes/types.ts'
import { blockOf, covers } from './address.ts'
import { membersOf } from './bits.ts'
import { selectedNamespaces } from './namespaces.ts'
import type { Party, SideQuestion } from './party.ts'
import type { EndKind, FarEnd, Policy, Rule } from './policy.ts'
import { type NamedPort, type PortTarget, portMatch } from './port.ts'
import type { Reachability } from './reachability.ts'

type Path = readonly (string | number)[]

/** A rule that would have let the connection through but for its misses. */
export interface Refusal {
  readonly policy: Ref
  readonly rule: number
  readonly path: Path
  /** One for the peers where none takes the far end (each peer is told), one for the ports where none is let through. */
  readonly misses: readonly Miss[]
  /** One of its selectors looks for a value that the far end's namespace is called or labelled: it is the rule that was meant. */
  readonly isMeant: boolean
  /** 1 where only the peers or only the ports miss: the near ones. */
  readonly distance: 1 | 2
  readonly source: Source
}

export type Miss =
  /** Its namespaces are not the far end's: `labels` are what that namespace really has. */
  | {
      readonly why: 'namespaceSelector'
      readonly selector: LabelSelector
      readonly namespace: string
      readonly labels: Labels
      /** No namespace of the cluster has such labels. */
      readonly matchesNone: boolean
      readonly path: Path
    }
  | { readonly why: 'podSelector'; readonly selector: LabelSelector; readonly labels: Labels; readonly path: Path }
  /** A podSelector alone speaks of the policy's own namespace. */
  | { readonly why: 'namespace'; readonly own: string; readonly namespace: string; readonly path: Path }
  | {
      readonly why: 'ipBlock'
      readonly cidr: string
      readonly except: readonly string[]
      /** The exception in which the address lies. */
      readonly hole?: string
      readonly path: Path
    }
  /** The far end is none of those that the peer speaks of, whatever their labels. */
  | { readonly why: 'kind'; readonly takes: readonly EndKind[]; readonly path: Path }
  /** The far end is no pod, and the peer speaks of pods. */
  | { readonly why: 'address'; readonly path: Path }
  | { readonly why: 'port'; readonly allowed: readonly PolicyPort[]; readonly path: Path }
  /** The port is let through, in other protocols. */
  | { readonly why: 'protocol'; readonly allowed: readonly Protocol[]; readonly path: Path }
  /** The pods at the far end call no port so. */
  | { readonly why: 'portName'; readonly name: string; readonly named: readonly NamedPort[]; readonly path: Path }

export function refusalOf(
  r: Reachability,
  policy: Policy,
  rule: Rule,
  asked: SideQuestion,
  missed: { peers: boolean; ports: boolean },
): Refusal {
  const peers = missed.peers
    ? (rule.peers ?? []).map((peer, at) => peerMiss(r, policy, peer, peerPath(rule, at), asked))
    : []
  const ports = missed.ports && rule.ports ? [portsMiss(rule, rule.ports, asked.target)] : []
  return {
    policy: policy.ref,
    rule: rule.index,
    path: rule.path,
    misses: [...peers, ...ports],
    isMeant: peers.some(isMeant),
    distance: missed.peers && missed.ports ? 2 : 1,
    source: policy.source,
  }
}

export function peerPath(rule: Rule, at: number): Path {
  return rule.peers?.[at]?.path ?? [...rule.path, rule.peersField, at]
}

// Another key with the right value: `name: shop` for `kubernetes.io/metadata.name: shop`.
function isMeant(miss: Miss): boolean {
  if (miss.why !== 'namespaceSelector') return false
  const { matchLabels = {}, matchExpressions = [] } = miss.selector
  const wanted = [...Object.values(matchLabels), ...matchExpressions.flatMap(({ values = [] }) => values)]
  return wanted.some((value) => value !== '' && Object.values(miss.labels).includes(value))
}

function peerMiss(r: Reachability, policy: Policy, peer: FarEnd, path: Path, { peer: party }: SideQuestion): Miss {
  const { namespaceSelector, podSelector, ipBlock, takes, mayTake } = peer
  // Other kinds of policies write the same in other fields.
  const inPeer = (field: Path): Path => (peer.path ? path : [...path, ...field])
  const kinds = takes ?? mayTake?.ends
  if (kinds) return { why: 'kind', takes: kinds, path }
  if (ipBlock) return blockMiss(ipBlock, party, inPeer)
  const pods = party.is === 'pods' ? r.classes[party.at] : undefined
  if (!pods) return { why: 'address', path }
  if (!namespaceSelector && pods.namespace !== policy.namespace)
    return { why: 'namespace', own: policy.namespace, namespace: pods.namespace, path: inPeer(['podSelector']) }
  const labels = r.namespaces.all.find(({ name }) => name === pods.namespace)?.labels ?? {}
  if (namespaceSelector && !matchesLabels(namespaceSelector, labels)) {
    return {
      why: 'namespaceSelector',
      selector: namespaceSelector,
      namespace: pods.namespace,
      labels,
      matchesNone: selectsNone(r, namespaceSelector),
      path: inPeer(['namespaceSelector', ...unmet(namespaceSelector, labels)]),
    }
  }
  const miss = podsMiss(podSelector ?? {}, pods.labels, [...path, 'podSelector'])
  return peer.path ? { ...miss, path } : miss
}

/** No namespace of the cluster has these labels, nor may have them. */
export function selectsNone({ namespaces }: Reachability, selector: LabelSelector): boolean {
  const { sure, maybe } = selectedNamespaces(namespaces, selector)
  return membersOf(sure).length + membersOf(maybe).length === 0
}

function blockMiss(
  { cidr, except = [] }: NonNullable<FarEnd['ipBlock']>,
  party: Party,
  inPeer: (field: Path) => Path,
): Miss {
  const address = party.is === 'outside' ? party.block : undefined
  const block = blockOf(cidr)
  const isInside = block !== undefined && address !== undefined && covers(block, address)
  const at = except.findIndex((text) => {
    const hole = blockOf(text)
    return hole && address && covers(hole, address)
  })
  if (!isInside || at < 0) return { why: 'ipBlock', cidr, except, path: inPeer(['ipBlock']) }
  return { why: 'ipBlock', cidr, except, hole: except[at], path: inPeer(['ipBlock', 'except', at]) }
}

export function podsMiss(selector: LabelSelector, labels: Labels, path: Path): Miss {
  return { why: 'podSelector', selector, labels, path: [...path, ...unmet(selector, labels)] }
}

/** Where a selector says the first thing that labels do not meet. */
function unmet({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels): Path {
  const key = Object.keys(matchLabels).find(
    (each) => !Object.hasOwn(labels, each) || labels[each] !== matchLabels[each],
  )
  if (key !== undefined) return ['matchLabels', key]
  const at = matchExpressions.findIndex((requirement) => !meetsRequirement(requirement, labels))
  if (at < 0) return []
  return matchExpressions[at]?.values ? ['matchExpressions', at, 'values'] : ['matchExpressions', at]
}

/** Why no port of a rule is the one that is called. */
export function portsMiss(rule: Rule, ports: readonly PolicyPort[], target: PortTarget): Miss {
  const path = rule.portsPath ?? [...rule.path, 'ports']
  const matches = ports.map((port) => ({ port, match: portMatch(port, target) }))
  const other = matches.findIndex(({ match }) => match === 'protocol')
  if (other >= 0) {
    const protocols = matches.filter(({ match }) => match === 'protocol').map(({ port }) => port.protocol ?? 'TCP')
    return { why: 'protocol', allowed: [...new Set(protocols)].sort(), path: rule.portsPath ?? [...path, other] }
  }
  const unnamed = matches.find(({ match }) => match === 'name')
  if (unnamed && matches.every(({ match }) => match === 'name'))
    return { why: 'portName', name: String(unnamed.port.port), named: target.named, path }
  return { why: 'port', allowed: ports, path }
}
