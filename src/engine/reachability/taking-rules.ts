// Of the rules that isolate pods those whose peers take the far end: what is left to ask of them is the port.

import type { SideQuestion } from './party.ts'
import type { Policy, Rule } from './policy.ts'
import type { Reachability } from './reachability.ts'
import { type PeerFound, peerOf } from './rule-match.ts'

export interface TakingRule {
  readonly policy: Policy
  readonly rule: Rule
  readonly peer: PeerFound
}

type Known = Map<number, readonly TakingRule[]>
const known = new WeakMap<Reachability, Known>()

/**
 * Rules whose peers take the far end, or may, in their order. Between pods the answer is kept: one pair of classes is
 * asked of once for each port, O(rules × peers) for the first port and O(rules that take) for each other.
 */
export function takingRules(r: Reachability, isolating: readonly Policy[], asked: SideQuestion): readonly TakingRule[] {
  const { subject, peer, direction } = asked
  if (subject.is !== 'pods' || peer.is !== 'pods') return found(r, isolating, asked)
  const ofEstate = known.get(r) ?? new Map()
  known.set(r, ofEstate)
  const key = (subject.at * r.classes.length + peer.at) * 2 + (direction === 'egress' ? 1 : 0)
  const kept = ofEstate.get(key)
  if (kept) return kept
  const taking = found(r, isolating, asked)
  ofEstate.set(key, taking)
  return taking
}

function found(r: Reachability, isolating: readonly Policy[], asked: SideQuestion): readonly TakingRule[] {
  const taking: TakingRule[] = []
  for (const policy of isolating)
    for (const rule of policy[asked.direction] ?? []) {
      const peer = peerOf(r, policy, rule, asked)
      if (peer.match !== 'no') taking.push({ policy, rule, peer })
    }
  return taking
}
