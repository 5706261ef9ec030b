// One side of a connection: do the policies on these pods let it out (or in)?

import type { Source } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { assumptionOf } from '../unseen.ts'
import { bothDoubts, type Doubt, outsidePortDoubt, unreadDoubt, unseenDoubt } from './doubt.ts'
import { type Match, matchPeer } from './match-peer.ts'
import type { SideQuestion } from './party.ts'
import type { Policy, Rule } from './policy.ts'
import { portMatch } from './port.ts'
import type { Reachability } from './reachability.ts'
import { peerPath, type Refusal, refusalOf } from './refusal.ts'

/** The rule that lets a connection through, and where it stands. */
export interface Allowance {
  readonly policy: Ref
  readonly rule: number
  /** Absent where the rule takes anyone, or every port. */
  readonly peer?: number
  readonly port?: number
  readonly path: readonly (string | number)[]
  readonly source: Source
}

/** What the policies say of one side, before anything is assumed: undefined where doubts decide. */
export interface Shown {
  readonly open: boolean | undefined
  readonly doubts: readonly Doubt[]
  readonly isolatedBy: readonly Ref[]
  readonly allowedBy?: Allowance
  /** Nearest first; told only where nothing lets the connection through. */
  readonly refusals: readonly Refusal[]
}

/**
 * Open where no policy isolates the pods in this direction, or where one rule of one of those that do takes both the
 * far end and the port. Where policies are said to exist that nobody shows, an isolation that is shown stays as shown:
 * whoever shows the policy that isolates shows those that let through.
 */
export function shownSide(r: Reachability, asked: SideQuestion): Shown {
  const { subject, direction } = asked
  if (subject.is !== 'pods') return { open: true, doubts: [], isolatedBy: [], refusals: [] }
  const unread = [...(r.unread.get(subject.namespace) ?? []), ...(r.unread.get('') ?? [])]
  const isolating = r.isolating[direction][subject.at] ?? []
  const isolatedBy = isolating.map(({ ref }) => ref)
  if (unread.length > 0)
    return {
      open: undefined,
      doubts: unread.map((ref) => unreadDoubt(r.estate.cluster, ref)),
      isolatedBy,
      refusals: [],
    }
  if (isolating.length === 0) return unisolated(r, subject.namespace)
  const weighed = weigh(r, isolating, asked)
  // Policies add up: what was not read may let through what those that were read refuse.
  const lets = weighed.open === false ? r.unseenPolicies(subject.namespace) : []
  if (lets.length === 0) return { isolatedBy, ...weighed }
  return { isolatedBy, open: undefined, doubts: lets.map(({ id }) => ({ name: id })), refusals: weighed.refusals }
}

function unisolated({ estate, unseen, unseenPolicies }: Reachability, namespace: string): Shown {
  const said = unseen.get(namespace)
  const hidden = unseenPolicies(namespace)
  if (!said && hidden.length > 0) {
    const assumes = hidden.map(assumptionOf)
    const doubts = [{ name: hidden.map(({ id }) => id).join(', '), opens: assumes }]
    return { open: undefined, doubts, isolatedBy: [], refusals: [] }
  }
  if (!said) return { open: true, doubts: [], isolatedBy: [], refusals: [] }
  const doubt = unseenDoubt(estate.cluster, namespace, said.says, said.source)
  return { open: undefined, doubts: [doubt], isolatedBy: [], refusals: [] }
}

function weigh(r: Reachability, isolating: readonly Policy[], asked: SideQuestion): Omit<Shown, 'isolatedBy'> {
  const doubts: Doubt[] = []
  const refusals: Refusal[] = []
  for (const policy of isolating) {
    for (const rule of policy[asked.direction] ?? []) {
      const peer = peerOf(r, policy, rule, asked)
      const port = portOf(r, rule, asked)
      if (peer.match === 'yes' && port.match === 'yes')
        return { open: true, doubts: [], allowedBy: allowance(policy, rule, peer.at, port.at), refusals: [] }
      const missed = { peers: peer.match === 'no', ports: port.match === 'no' }
      if (!missed.peers && !missed.ports) doubts.push(joinedDoubt(peer.match, port.match))
      else if (asked.tells) refusals.push(refusalOf(r, policy, rule, asked, missed))
    }
  }
  refusals.sort((a, b) => Number(b.isMeant) - Number(a.isMeant) || a.distance - b.distance)
  return { open: doubts.length > 0 ? undefined : false, doubts, refusals }
}

interface Found {
  readonly match: Match
  readonly at?: number
}

function peerOf(r: Reachability, policy: Policy, { peers }: Rule, { peer, direction }: SideQuestion): Found {
  if (!peers) return { match: 'yes' }
  return best(peers.map((each) => matchPeer(r, policy, each, peer, direction)))
}

function portOf(r: Reachability, { ports }: Rule, { target, peer }: SideQuestion): Found {
  if (!ports) return { match: 'yes' }
  const unsaid = outsidePortDoubt(r.estate.cluster, peer.is === 'outside' ? peer.outside.outside : 'node')
  return best(
    ports.map((port) => {
      const match = portMatch(port, target)
      return match === 'yes' ? 'yes' : match === 'unsaid' ? unsaid : 'no'
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

function allowance({ ref, source }: Policy, rule: Rule, peer: number | undefined, port: number | undefined): Allowance {
  const path =
    peer !== undefined ? peerPath(rule, peer) : port !== undefined ? [...rule.path, 'ports', port] : rule.path
  return { policy: ref, rule: rule.index, peer, port, path, source }
}
