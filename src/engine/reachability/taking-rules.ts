// Of the rules that isolate pods those whose peers take the far end: what is left to ask of them is the port.

import { allBits, type Bits, hasBit, noBits, putIn } from './bits.ts'
import type { SideQuestion } from './party.ts'
import type { Direction, FarEnd, Policy, Rule } from './policy.ts'
import type { Reachability } from './reachability.ts'
import { type PeerFound, peerOf } from './rule-match.ts'

export interface TakingRule {
  readonly policy: Policy
  readonly rule: Rule
  readonly peer: PeerFound
}

interface Known {
  /** By pair of classes and direction. */
  readonly taking: Map<number, readonly TakingRule[]>
  /** By direction and class: the classes that some rule takes, or may. */
  readonly taken: { readonly [D in Direction]: Bits[] }
}

const known = new WeakMap<Reachability, Known>()
const none = [] as const

/**
 * Rules whose peers take the far end, or may, in their order. Between pods the answer is kept: one pair of classes is
 * asked of once for each port, O(rules × peers) for the first port and O(rules that take) for each other.
 */
export function takingRules(r: Reachability, isolating: readonly Policy[], asked: SideQuestion): readonly TakingRule[] {
  const { subject, peer, direction } = asked
  if (subject.is !== 'pods' || peer.is !== 'pods') return found(r, isolating, asked)
  const { taking, taken } = known.get(r) ?? nothingKnown(r)
  const far = taken[direction][subject.at] ?? takenBy(r, isolating, direction)
  taken[direction][subject.at] = far
  if (!hasBit(far, peer.at)) return none
  const key = (subject.at * r.classes.length + peer.at) * 2 + (direction === 'egress' ? 1 : 0)
  const kept = taking.get(key) ?? found(r, isolating, asked)
  taking.set(key, kept)
  return kept
}

function nothingKnown(r: Reachability): Known {
  const made: Known = { taking: new Map(), taken: { egress: [], ingress: [] } }
  known.set(r, made)
  return made
}

// All classes at once, as sets: most pairs of pods are on no rule of each other.
function takenBy(r: Reachability, isolating: readonly Policy[], direction: Direction): Bits {
  const taken = noBits(r.classes.length)
  for (const policy of isolating)
    for (const { peers } of policy[direction] ?? []) {
      if (!peers?.every(isOfPods)) return allBits(r.classes.length)
      for (const peer of peers) {
        const set = r.peers.get(policy)?.get(peer)
        if (set) putIn(taken, set.sure)
        if (set) putIn(taken, set.maybe)
      }
    }
  return taken
}

function isOfPods({ ipBlock, takes, mayTake }: FarEnd): boolean {
  return !ipBlock && !takes && !mayTake
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
