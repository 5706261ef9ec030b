// What is the network plugin's: whether it enforces policy at all, how it sees pods on their node's network, and a pod
// that calls itself. Source: kubernetes.io/docs/concepts/services-networking/network-policies, "hostNetwork pods".

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import type { Connection, ConnectionQuestion, Side } from './connection.ts'
import type { Reachability } from './reachability.ts'

/** Policies are void where the plugin enforces none; where nobody knows, what they close is not known to be closed. */
export function enforced(r: Reachability, question: ConnectionQuestion, judged: Connection): Connection {
  const { holds, source } = r.estate.enforcesPolicy
  if (holds === false) return voided(judged)
  if (judged.open !== false || (holds && source.known)) return judged
  if (question.asMeant && holds === undefined) return judged
  const id = `enforces-policy/${r.estate.cluster}`
  if (question.wanted === 'closed') {
    if (question.denied?.has(id)) return voided(judged)
    const says = `the network plugin of ${r.estate.cluster} enforces NetworkPolicy`
    const assumption: Assumption = { id, says, kind: holds ? 'declared' : 'outside', source }
    return { ...judged, assumes: [...judged.assumes, assumption] }
  }
  return holds ? judged : { ...judged, open: undefined, assumes: [], unknown: [id] }
}

function voided(judged: Connection): Connection {
  const open = (side: Side): Side => ({
    open: true,
    isolatedBy: side.isolatedBy,
    refusals: [],
    assumes: [],
    unknown: [],
  })
  const stopping = [judged.egress, judged.ingress].filter((side) => side.open === false)
  const voids: Ref[] = [...new Set(stopping.flatMap(({ isolatedBy }) => isolatedBy))].sort()
  const sides = { egress: open(judged.egress), ingress: open(judged.ingress) }
  return { open: true, ...sides, assumes: [], unknown: [], voided: voids }
}

/**
 * Pods on their node's network: a plugin applies policy to them as to all pods, or takes them for the node. Where the
 * two give one answer it stands; else the answer rests on the plugin being of the kind that gives the one hoped for.
 */
export function eitherWay(
  r: Reachability,
  question: ConnectionQuestion,
  asPods: Connection,
  asNodes: Connection,
): Connection {
  const hoped = question.wanted !== 'closed'
  if (asPods.open === asNodes.open) {
    const more = asNodes.assumes.filter(({ id }) => !asPods.assumes.some((other) => other.id === id))
    return {
      ...asPods,
      assumes: [...asPods.assumes, ...more],
      unknown: [...new Set([...asPods.unknown, ...asNodes.unknown])],
    }
  }
  const { cluster } = r.estate
  const ways = [
    { judged: asNodes, other: asPods, id: `host-network-as-nodes/${cluster}`, as: 'their nodes' },
    { judged: asPods, other: asNodes, id: `host-network-as-pods/${cluster}`, as: 'other pods' },
  ]
  const way = ways.find(({ judged }) => judged.open === hoped)
  if (!way) return asPods.open === undefined ? asPods : asNodes
  if (question.denied?.has(way.id)) return way.other
  const says = `the network plugin of ${cluster} treats pods on the host network like ${way.as}`
  return { ...way.judged, assumes: [...way.judged.assumes, { id: way.id, says, kind: 'outside' }] }
}

/** A pod cannot cut itself off from itself, but whether a call through its own Service returns to it is the plugin's. */
export function loopback(r: Reachability, question: ConnectionQuestion, judged: Connection): Connection {
  const { from, to, wanted, denied } = question
  if (judged.open !== false || typeof to !== 'string' || from !== to || r.pods.get(to)?.count !== 1) return judged
  const id = `loopback/${r.estate.cluster}`
  if (wanted === 'closed') return { ...judged, open: undefined, assumes: [], unknown: [id] }
  if (denied?.has(id)) return judged
  const says = `the network plugin of ${r.estate.cluster} lets a pod reach itself through its Service`
  return { ...judged, open: true, assumes: [{ id, says, kind: 'outside' }] }
}

/**
 * Traffic between a node and its own pods is let through whatever the policies say: pods on their node's network reach
 * every pod beside them. Source: kubernetes.io/docs/concepts/services-networking/network-policies, "What you can't do".
 */
export function ownNode(r: Reachability, question: ConnectionQuestion, judged: Connection): Connection {
  const { from, wanted, denied } = question
  const isHost = typeof from === 'string' && r.classes[r.classOf.get(from) ?? -1]?.hostNetwork
  if (judged.open !== false || !isHost || judged.egress.open === false) return judged
  const id = `own-node/${r.estate.cluster}`
  if (wanted === 'closed') {
    const says = `pods on the host network of ${r.estate.cluster} do not stand on the nodes of those that they must not reach`
    if (denied?.has(id)) return { ...judged, open: true, assumes: [] }
    return { ...judged, assumes: [...judged.assumes, { id, says, kind: 'outside' }] }
  }
  // On one node everything stands beside everything; of several, some pods are always elsewhere.
  return r.estate.nodes.length > 1 ? judged : { ...judged, open: undefined, assumes: [], unknown: [id] }
}

const ofAdministrators: ReadonlySet<string> = new Set([
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
])

/**
 * A plugin that enforces NetworkPolicy need not know the policies of administrators. Taken as they are meant they hold;
 * else what one of their rules decides rests on that.
 */
export function administered(r: Reachability, question: ConnectionQuestion, judged: Connection): Connection {
  if (!r.tiers || judged.open === undefined || question.asMeant) return judged
  const sides = [judged.egress, judged.ingress].filter((side) => judged.open || side.open === false)
  const kinds = sides.map(({ deniedBy, allowedBy }) => partsOf((deniedBy ?? allowedBy)?.policy ?? '//').kind)
  const kind = kinds.find((each) => ofAdministrators.has(each))
  // One side that is closed without them is enough.
  if (kind === undefined || (judged.open === false && kinds.some((each) => !ofAdministrators.has(each)))) return judged
  const id = `enforces-${kind}/${r.estate.cluster}`
  if (question.denied?.has(id)) return { ...judged, open: undefined, assumes: [], unknown: [id] }
  const says = `the network plugin of ${r.estate.cluster} enforces ${kind}`
  return { ...judged, assumes: [...judged.assumes, { id, says, kind: 'outside' }] }
}
