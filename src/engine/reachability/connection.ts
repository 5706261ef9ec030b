// Whether a connection passes: out of the one end and into the other, both judged, with what the answer rests on.

import type { Protocol, Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import { blockOf } from './address.ts'
import type { Endpoint } from './endpoint.ts'
import type { Party, SideQuestion } from './party.ts'
import { administered, eitherWay, enforced, loopback, ownNode } from './plugin.ts'
import type { Direction } from './policy.ts'
import type { PortTarget } from './port.ts'
import type { Reachability } from './reachability.ts'
import { type Shown, shownSide } from './side.ts'

export interface ConnectionQuestion {
  readonly from: Endpoint
  readonly to: Endpoint
  /** The port at the pods, after any Service; undefined where nobody says (only for what is outside). */
  readonly port?: number
  /** Default TCP. */
  readonly protocol?: Protocol
  /** Which answer is hoped for: assumptions are made in its favour. Default open. */
  readonly wanted?: 'open' | 'closed'
  /**
   * Policies are taken as they are meant where nobody says whether the plugin enforces them: what they refuse is refused,
   * or else they protect nothing.
   */
  readonly asMeant?: boolean
  /** Ids of assumptions that are taken to be false. */
  readonly denied?: ReadonlySet<string>
  /** False to leave out the rules that come near, which cost more than the answer. Default true. */
  readonly tells?: boolean
}

export interface Connection {
  /** undefined where something that nobody shows decides: `unknown` names it. */
  readonly open: boolean | undefined
  readonly egress: Side
  readonly ingress: Side
  readonly assumes: readonly Assumption[]
  readonly unknown: readonly string[]
  /** Policies that would stop it if the network plugin enforced any. */
  readonly voided: readonly Ref[]
}

export interface Side extends Omit<Shown, 'doubts'> {
  readonly assumes: readonly Assumption[]
  readonly unknown: readonly string[]
  /** Ids of the denied assumptions that made this side what it is. */
  readonly turned?: readonly string[]
}

type Answer = Pick<Connection, 'open' | 'assumes' | 'unknown'>

/** Judges one connection from pods to pods, or from or to the outside. Source: kubernetes.io/docs/concepts/services-networking/network-policies. */
export function connection(r: Reachability, question: ConnectionQuestion): Connection {
  const missing = [question.from, question.to].filter((end) => typeof end === 'string' && !r.classOf.has(end))
  if (missing.length > 0) return unknownConnection(missing.map((end) => `workload/${r.estate.cluster}/${String(end)}`))
  const as = (hostNetworkAs: 'pods' | 'nodes') => ownNode(r, question, between(r, question, hostNetworkAs))
  const judged = onHostNetwork(r, question) ? eitherWay(r, question, as('pods'), as('nodes')) : as('pods')
  return administered(r, question, enforced(r, question, loopback(r, question, judged)))
}

function unknownConnection(unknown: readonly string[]): Connection {
  const side: Side = { open: undefined, isolatedBy: [], refusals: [], assumes: [], unknown }
  return { open: undefined, egress: side, ingress: side, assumes: [], unknown, voided: [] }
}

function between(r: Reachability, question: ConnectionQuestion, hostNetworkAs: 'pods' | 'nodes'): Connection {
  const asked = sideQuestions(r, question, hostNetworkAs)
  const egress = settled(shownSide(r, asked.egress), question)
  const ingress = settled(shownSide(r, asked.ingress), question)
  return { ...bothSides(egress, ingress, question), egress, ingress, voided: [] }
}

/** What is asked of the policies on either end; of pods on their node's network as of pods, or as of their nodes. */
export function sideQuestions(
  r: Reachability,
  question: ConnectionQuestion,
  hostNetworkAs: 'pods' | 'nodes',
): { readonly [D in Direction]: SideQuestion } {
  const from = partyOf(r, question.from, hostNetworkAs)
  const to = partyOf(r, question.to, hostNetworkAs)
  const asked = { target: targetOf(r, question), tells: question.tells ?? true }
  return {
    egress: { direction: 'egress', subject: from, peer: to, ...asked },
    ingress: { direction: 'ingress', subject: to, peer: from, ...asked },
  }
}

function targetOf(r: Reachability, { to, port, protocol = 'TCP' }: ConnectionQuestion): PortTarget {
  const at = typeof to === 'string' ? r.classOf.get(to) : undefined
  return { port, protocol, named: at === undefined ? [] : (r.classes[at]?.named ?? []) }
}

function partyOf(r: Reachability, end: Endpoint, hostNetworkAs: 'pods' | 'nodes'): Party {
  if (typeof end !== 'string')
    return { is: 'outside', outside: end, block: end.address ? blockOf(end.address) : undefined }
  const at = r.classOf.get(end) ?? 0
  if (r.classes[at]?.hostNetwork && hostNetworkAs === 'nodes') return { is: 'node' }
  return { is: 'pods', at, namespace: r.classes[at]?.namespace ?? '' }
}

/** Settles the doubts of a side towards the hoped-for answer; a denied assumption turns it against. */
function settled(shown: Shown, { wanted = 'open', denied }: ConnectionQuestion): Side {
  if (shown.open !== undefined) return sideOf(shown, shown.open)
  const { doubts } = shown
  const assumes = wanted === 'open' ? doubts.find(({ opens }) => opens)?.opens : allClose(doubts)
  if (!assumes) return { ...unallowed(shown, undefined), unknown: doubts.map(({ name }) => name) }
  const turned = assumes.map(({ id }) => id).filter((id) => denied?.has(id))
  if (turned.length > 0) return { ...unallowed(shown, wanted === 'closed'), turned }
  return wanted === 'open' ? { ...sideOf(shown, true), assumes } : { ...unallowed(shown, false), assumes }
}

const none = [] as const

// Written out, as thousands are made: what is told of a side, without its doubts.
function unallowed({ isolatedBy, deniedBy, refusals }: Shown, open: boolean | undefined): Side {
  const side = { open, isolatedBy, refusals, assumes: none, unknown: none }
  return deniedBy ? { ...side, deniedBy } : side
}

function sideOf(shown: Shown, open: boolean): Side {
  const side = unallowed(shown, open)
  return shown.allowedBy ? { ...side, allowedBy: shown.allowedBy } : side
}

function allClose(doubts: readonly { readonly closes?: readonly Assumption[] }[]): readonly Assumption[] | undefined {
  const closing = doubts.map(({ closes }) => closes)
  return closing.every((each) => each !== undefined) ? closing.flat() : undefined
}

// Open takes both sides; one closed side is enough, the one that rests on the least. A side that a denial turned open
// is not hidden behind another that is closed by assumption only: the answer would have named either.
function bothSides(egress: Side, ingress: Side, { denied, wanted }: ConnectionQuestion): Answer {
  const sides = [egress, ingress]
  const closed = sides.filter(({ open }) => open === false).sort((a, b) => a.assumes.length - b.assumes.length)[0]
  const isTurned = wanted === 'closed' && sides.some(({ turned }) => turned?.some((id) => denied?.has(id)))
  if (closed && !(isTurned && closed.assumes.length > 0)) return { open: false, assumes: closed.assumes, unknown: [] }
  if (closed) return { open: true, assumes: [], unknown: [] }
  const unknown = [...new Set(sides.flatMap((side) => side.unknown))]
  if (sides.some(({ open }) => open === undefined)) return { open: undefined, assumes: [], unknown }
  return { open: true, assumes: sides.flatMap(({ assumes }) => assumes), unknown: [] }
}

function onHostNetwork(r: Reachability, { from, to }: ConnectionQuestion): boolean {
  return [from, to].some((end) => typeof end === 'string' && r.classes[r.classOf.get(end) ?? -1]?.hostNetwork)
}
