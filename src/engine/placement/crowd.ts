// The most pods of some workloads that one failure domain may hold: what its loss takes.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { aloneOf } from './alone.ts'
import { type Board, boardOf, type Member } from './board.ts'
import { type CrowdCap, type CrowdRule, crowdCap } from './crowd-cap.ts'
import { type Domains, domainsOf } from './node-table.ts'
import { choose, putDaemon } from './pack.ts'
import { hostnameKey, zoneKey } from './reasons.ts'
import { emptyStand, place, type Stand } from './stand.ts'

/** A failure domain: a node, a zone, or the nodes that share a value of a label. */
export type DomainBy = 'node' | 'zone' | { readonly label: string }

/** The most pods of some workloads that may stand in one domain. */
export interface Crowd {
  readonly pods: number
  readonly worst: { readonly domain: string; readonly voters: number }
  readonly atMost: number
  readonly rules: readonly CrowdRule[]
  readonly workloads: readonly PodClass[]
  readonly domains: number
}

/** The fullest that one domain can get with pods of these workloads: by a placement that was found, and by a bound. */
export function worstCrowd(estate: Estate, pods: readonly PodClass[], workloads: readonly Ref[], by: DomainBy): Crowd {
  const board = boardOf(estate, pods)
  const members = board.members.filter(({ pod }) => workloads.includes(pod.workload))
  const domains = failureDomains(board, by)
  const caps = capsOf(board, members, domains)
  const tries = domains.names.map((domain, id) => ({ domain, voters: crowdOn(board, members, nodesIn(domains, id)) }))
  return {
    pods: members.reduce((sum, { count }) => sum + count, 0),
    worst: tries.reduce((most, one) => (one.voters > most.voters ? one : most), { domain: '', voters: 0 }),
    atMost: Math.max(0, ...caps.map(({ most }) => most)),
    rules: uniqueRules(caps.flatMap(({ rules }) => rules)),
    workloads: members.map(({ pod }) => pod),
    domains: domains.names.length,
  }
}

/** No placement that the rules permit has more pods of the class on one node, or in one zone; preferences promise nothing. */
export function mostTogether(estate: Estate, pod: PodClass, by: 'node' | 'zone'): number {
  const board = boardOf(estate, aloneOf(pod))
  return Math.max(0, ...capsOf(board, board.members, failureDomains(board, by)).map(({ most }) => most))
}

function capsOf(board: Board, members: readonly Member[], domains: Domains): readonly CrowdCap[] {
  const cap = crowdCap(board, members)
  return domains.names.map((_, id) => cap(nodesIn(domains, id)))
}

function failureDomains({ nodes }: Board, by: DomainBy): Domains {
  if (by === 'node')
    return { key: hostnameKey, names: nodes.map(({ name }) => name), of: Int32Array.from(nodes.keys()) }
  if (by !== 'zone') return domainsOf(nodes, by.label)
  const labelled = nodes.map((node) => ({ ...node, labels: { [zoneKey]: node.zone ?? node.name, ...node.labels } }))
  return domainsOf(labelled, zoneKey)
}

function nodesIn({ of }: Domains, id: number): readonly number[] {
  return [...of.keys()].filter((node) => of[node] === id)
}

/** The most voters that were brought onto these nodes, those under rules first, or last. */
function crowdOn(board: Board, members: readonly Member[], nodes: readonly number[]): number {
  const isBound = ({ spread, keepsApart, keptFrom }: Member) => spread.length + keepsApart.length + keptFrom.length > 0
  const bound = members.filter(isBound)
  const free = members.filter((member) => !isBound(member))
  return Math.max(gather(board, [bound, free], nodes), gather(board, [free, bound], nodes))
}

/** Puts as many voters on these nodes as will go there, wave by wave, others elsewhere where that makes room for more. */
function gather(board: Board, waves: readonly (readonly Member[])[], nodes: readonly number[]): number {
  const stand = emptyStand(board)
  for (const member of board.members.filter(({ daemon }) => daemon)) putDaemon(stand, member)
  const elsewhere = [...board.nodes.keys()].filter((node) => !nodes.includes(node))
  let here = 0
  for (const members of waves) {
    const left = members.map(({ count }) => count)
    while (true) {
      if (putOne(stand, members, left, nodes)) here++
      else if (!putOne(stand, members, left, elsewhere)) break
    }
  }
  return here
}

function putOne(stand: Stand, members: readonly Member[], left: number[], among: readonly number[]): boolean {
  return members.some((member, at) => {
    const node = (left[at] ?? 0) > 0 ? choose(stand, member, among) : undefined
    if (node === undefined) return false
    place(stand, member, node)
    left[at] = (left[at] ?? 0) - 1
    return true
  })
}

function uniqueRules(rules: readonly CrowdRule[]): readonly CrowdRule[] {
  const byKey = new Map(rules.map((rule) => [`${rule.rule} ${rule.topologyKey} ${rule.workloads.join(' ')}`, rule]))
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
}
