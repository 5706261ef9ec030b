// Whether one rule of a policy takes a connection: its far end and its port.

import type { Source } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { bothDoubts, type Doubt, outsidePortDoubt, portNameDoubt } from './doubt.ts'
import { type Match, matchPeer } from './match-peer.ts'
import type { SideQuestion } from './party.ts'
import type { Policy, Rule } from './policy.ts'
import { isCalledTwice, portMatch } from './port.ts'
import type { Reachability } from './reachability.ts'
import { peerPath } from './refusal.ts'

/** The rule that decides a connection, and where it stands. */
export interface Deciding {
  readonly policy: Ref
  readonly rule: number
  /** What the rule is called, in kinds of policies that name their rules. */
  readonly name?: string
  /** Absent where the rule takes anyone, or every port. */
  readonly peer?: number
  readonly port?: number
  readonly path: readonly (string | number)[]
  readonly source: Source
}

export interface RuleMatch {
  readonly match: Match
  /** Told where it takes the connection, or may. */
  readonly by?: Deciding
  readonly missed: { readonly peers: boolean; readonly ports: boolean }
}

const otherPort: RuleMatch = { match: 'no', missed: { peers: false, ports: true } }

/** `known` is what was found of its peers before. */
export function ruleMatch(
  r: Reachability,
  policy: Policy,
  rule: Rule,
  asked: SideQuestion,
  known?: PeerFound,
): RuleMatch {
  const port = portOf(r, rule, asked)
  // Nobody is told why a rule misses: its port is the cheaper question.
  if (port.match === 'no' && !asked.tells) return otherPort
  const peer = known ?? peerOf(r, policy, rule, asked)
  const missed = { peers: peer.match === 'no', ports: port.match === 'no' }
  if (missed.peers || missed.ports) return { match: 'no', missed }
  const isSure = peer.match === 'yes' && port.match === 'yes'
  const ends = isSure ? 'yes' : joinedDoubt(peer.match, port.match)
  const match = rule.when ? joinedDoubt(ends, rule.when) : ends
  return { match, missed, by: deciding(policy, rule, peer.at, port.at) }
}

interface Found {
  readonly match: Match
  readonly at?: number
}

/** Whether the peers of a rule take the far end, and which of them. */
export type PeerFound = Found

export function peerOf(r: Reachability, policy: Policy, { peers }: Rule, { peer, direction }: SideQuestion): Found {
  if (!peers) return { match: 'yes' }
  return best(peers.map((each) => matchPeer(r, policy, each, peer, direction)))
}

function portOf(r: Reachability, { ports }: Rule, { target, peer }: SideQuestion): Found {
  if (!ports) return { match: 'yes' }
  const unsaid = () => outsidePortDoubt(r.estate.cluster, peer.is === 'outside' ? peer.outside.outside : 'node')
  return best(
    ports.map((port) => {
      const match = portMatch(port, target)
      if (match !== 'yes') return match === 'unsaid' ? unsaid() : 'no'
      const isTwice = typeof port.port === 'string' && isCalledTwice(port.port, port.protocol ?? 'TCP', target.named)
      return isTwice ? portNameDoubt(r.estate.cluster, String(port.port)) : 'yes'
    }),
  )
}

function best(matches: readonly Match[]): Found {
  const yes = matches.indexOf('yes')
  if (yes >= 0) return { match: 'yes', at: yes }
  const doubt = matches.find((match) => match !== 'no')
  return { match: doubt ?? 'no' }
}

function joinedDoubt(peer: Match, port: Match): Doubt {
  if (typeof peer === 'string') return port as Doubt
  return typeof port === 'string' ? peer : bothDoubts(peer, port)
}

function deciding(
  { ref, source }: Policy,
  rule: Rule & { readonly name?: string },
  peer: number | undefined,
  port: number | undefined,
): Deciding {
  const ports = rule.portsPath ?? [...rule.path, 'ports', port ?? 0]
  const path = peer !== undefined ? peerPath(rule, peer) : port !== undefined ? ports : rule.path
  return {
    policy: ref,
    rule: rule.index,
    ...(rule.name !== undefined && { name: rule.name }),
    peer,
    port,
    path,
    source,
  }
}
