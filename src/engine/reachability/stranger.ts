// Pods that nobody shows, asking to be let in or to be reached: of them only a namespace may be known, or labels.
// What takes them certainly, what may take them, and what cannot.

import { isEverything, matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels, Ref } from '../../kubernetes/types.ts'
import type { EndpointClass } from './endpoint.ts'
import { nameLabel } from './namespaces.ts'
import { isForDnsAlone, nearestFirst } from './nearness.ts'
import type { Direction, FarEnd, Policy, Rule } from './policy.ts'
import { type PortTarget, portMatch } from './port.ts'
import type { Reachability } from './reachability.ts'
import { type Miss, podsMiss, portsMiss, type Refusal } from './refusal.ts'
import { tierWelcome } from './tier-welcome.ts'

export interface Stranger {
  /** Where its pods stand, in one of these; undefined: nobody knows. */
  readonly namespaces?: readonly string[]
  /** What its pods are labelled; undefined: nobody knows. */
  readonly labels?: Labels
}

/** How surely a rule takes a stranger; `own`: only if it stands in the policy's own namespace. */
export type PeerMatch = 'open' | 'may' | 'own' | 'no'

export interface Welcome {
  /** `own`: only pods of the policies' own namespace could be let through. */
  readonly is: 'open' | 'may' | 'own' | 'shut' | 'unknown'
  readonly isolatedBy: readonly Ref[]
  /** The policies with the rules that let it through, or may. */
  readonly by: readonly Ref[]
  /** What nobody read, where that decides. */
  readonly unknown: readonly string[]
  /** Rules that would take it at another port, or for other pods of the namespace, nearest first; told where it is shut out. */
  readonly near?: readonly Refusal[]
}

/** Whether the policies on the pods of a workload let a stranger in (or them out to it) at a port. */
export function strangerSide(
  r: Reachability,
  subject: Ref,
  direction: Direction,
  stranger: Stranger,
  target: PortTarget,
): Welcome {
  const at = r.classOf.get(subject)
  const pods = at === undefined ? undefined : r.classes[at]
  if (at === undefined || !pods || pods.hostNetwork) return { is: 'open', isolatedBy: [], by: [], unknown: [] }
  const isolating = r.isolating[direction][at] ?? []
  const isolatedBy = isolating.map(({ ref }) => ref)
  const undecided = r
    .undecided(at, direction)
    .filter(({ isOfOutside, except }) => (!isOfOutside || !stranger.namespaces) && !except?.has(target.port ?? -1))
    .map(({ name }) => name)
  if (undecided.length > 0) return { is: 'unknown', isolatedBy, by: [], unknown: undecided }
  const tiers = r.tiers?.[direction](at)
  const ask = (policy: Policy, rule: Rule) => ruleWelcome(r, policy, rule, stranger, target)
  if (tiers) return tierWelcome(tiers, r.unseenPolicies(pods.namespace), ask)
  if (isolating.length === 0) return { is: 'open', isolatedBy, by: [], unknown: [] }
  const matches = isolating.flatMap((policy) =>
    (policy[direction] ?? []).map((rule) => ({ policy: policy.ref, is: ask(policy, rule) })),
  )
  for (const is of ['open', 'may', 'own'] as const) {
    const by = matches.filter((match) => match.is === is).map(({ policy }) => policy)
    if (by.length > 0) return { is, isolatedBy, by, unknown: [] }
  }
  const unseen = r.unseenPolicies(pods.namespace).map(({ id }) => id)
  if (unseen.length > 0) return { is: 'unknown', isolatedBy, by: [], unknown: unseen }
  const near = nearRules(r, { pods, isolating, direction, ask }, stranger, target)
  return { is: 'shut', isolatedBy, by: [], unknown: [], near }
}

interface Shut {
  readonly pods: EndpointClass
  readonly isolating: readonly Policy[]
  readonly direction: Direction
  readonly ask: (policy: Policy, rule: Rule) => PeerMatch
}

function nearRules(
  r: Reachability,
  { pods, isolating, direction, ask }: Shut,
  stranger: Stranger,
  target: PortTarget,
): readonly Refusal[] {
  const refusal = (policy: Policy, rule: Rule, miss: Miss): Refusal => ({
    policy: policy.ref,
    rule: rule.index,
    path: rule.path,
    misses: [miss],
    isMeant: miss.why !== 'port',
    distance: 1,
    source: policy.source,
  })
  const byPort = isolating.flatMap((policy) =>
    (policy[direction] ?? []).flatMap((rule) => {
      if (!rule.ports || isForDnsAlone(rule, target)) return []
      if (peersMatch(r, policy, rule.peers, stranger) === 'no') return []
      return [refusal(policy, rule, portsMiss(rule, rule.ports, target))]
    }),
  )
  const others = r.policies.filter((policy) => policy.namespace === pods.namespace && !isolating.includes(policy))
  const byPods = others.flatMap((policy) => {
    const rule = policy[direction]?.find((each) => ask(policy, each) === 'open')
    return rule ? [refusal(policy, rule, podsMiss(policy.podSelector, pods.labels, ['spec', 'podSelector']))] : []
  })
  // Where another protocol is all that misses, what other pods may do explains nothing.
  const near = byPort.filter(({ isMeant }) => isMeant)
  return near.length > 0 ? near : nearestFirst(r, direction, [...byPods, ...byPort])
}

function ruleWelcome(
  r: Reachability,
  policy: Policy,
  { ports, peers, when }: Rule,
  stranger: Stranger,
  target: PortTarget,
): PeerMatch {
  const isPort = !ports || ports.some((port) => portMatch(port, target) === 'yes')
  const match = isPort ? peersMatch(r, policy, peers, stranger) : 'no'
  return match === 'open' && when ? 'may' : match
}

function peersMatch(
  r: Reachability,
  policy: Policy,
  peers: readonly FarEnd[] | undefined,
  stranger: Stranger,
): PeerMatch {
  if (!peers) return 'open'
  const matches = peers.map((peer) => peerMatch(r, policy, peer, stranger))
  return (['open', 'may', 'own'] as const).find((is) => matches.includes(is)) ?? 'no'
}

function peerMatch(r: Reachability, policy: Policy, peer: FarEnd, { namespaces, labels }: Stranger): PeerMatch {
  const { ipBlock, namespaceSelector, podSelector = {}, takes, mayTake } = peer
  if (ipBlock) return namespaces && peer.blockTakesPods === false ? 'no' : 'may'
  if (mayTake) return 'may'
  // In a namespace stand pods, on their own network or on that of their node.
  if (takes?.length === 3 || (namespaces && takes?.includes('pods'))) return 'open'
  if (takes) return namespaces && !takes.includes('node') ? 'no' : 'may'
  const byPods = podsMatch(podSelector, labels)
  if (byPods === 'no') return 'no'
  if (!namespaceSelector) {
    if (!namespaces) return 'own'
    return namespaces.includes(policy.namespace) ? 'may' : 'no'
  }
  if (isEverything(namespaceSelector)) return byPods
  if (!namespaces) return 'may'
  const matches = namespaces.map((name) => namespaceMatch(r, name, namespaceSelector))
  if (matches.every((match) => match === 'open')) return byPods
  return matches.some((match) => match !== 'no') ? 'may' : 'no'
}

function podsMatch(selector: LabelSelector, labels: Labels | undefined): 'open' | 'may' | 'no' {
  if (isEverything(selector)) return 'open'
  if (!labels) return 'may'
  // Labels beyond those that are known may be there.
  const { matchLabels = {}, matchExpressions = [] } = selector
  const known = Object.entries(matchLabels).filter(([key]) => Object.hasOwn(labels, key))
  if (known.some(([key, value]) => labels[key] !== value)) return 'no'
  return known.length === Object.keys(matchLabels).length && matchExpressions.length === 0 ? 'open' : 'may'
}

function namespaceMatch({ namespaces }: Reachability, name: string, selector: LabelSelector): 'open' | 'may' | 'no' {
  const shown = namespaces.all.find((each) => each.name === name && each.shown)
  // The API server labels its own namespaces; of others that nobody shows only the name is known.
  const labels = { ...shown?.labels, [nameLabel]: name }
  if (matchesLabels(selector, labels)) return 'open'
  const { matchLabels = {}, matchExpressions = [] } = selector
  const byName: LabelSelector = {
    matchLabels: Object.fromEntries(Object.entries(matchLabels).filter(([key]) => key === nameLabel)),
    matchExpressions: matchExpressions.filter(({ key }) => key === nameLabel),
  }
  if (!matchesLabels(byName, labels)) return 'no'
  return shown && name !== 'kube-system' ? 'no' : 'may'
}
