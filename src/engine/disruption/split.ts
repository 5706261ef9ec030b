// How many voters of a quorum may stand in one failure domain: the worst split that the rules permit. Preferences and the
// scheduler's habit of spreading promise nothing; volumes bound to their nodes keep a bad split for ever.

import type { Estate, FactOf } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { type Board, boardOf, type Domains, domainsOf, type Member } from '../placement/board.ts'
import { choose, putDaemon } from '../placement/pack.ts'
import { hostnameKey, zoneKey } from '../placement/reasons.ts'
import { emptyStand, place, type Stand } from '../placement/stand.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type SplitRule, voterCap } from './voter-cap.ts'

export interface Split {
  readonly election: string
  readonly by: 'node' | 'zone'
  readonly voters: number
  /** A majority: more than half. */
  readonly needed: number
  /** Voters minus needed. */
  readonly mayLose: number
  /** A split that the rules permit: so many voters in that domain. */
  readonly worst: { readonly domain: string; readonly voters: number }
  /** No split that the rules permit has more voters in one domain. */
  readonly atMost: number
  /** `holds`: no loss of one domain takes the majority. `breaks`: the worst split does. */
  readonly answer: 'holds' | 'breaks' | 'unknown'
  /** Rules that bind voters, and so lower the bound; empty where nothing keeps them apart. */
  readonly rules: readonly SplitRule[]
  readonly workloads: readonly PodClass[]
  /** Voters whose volumes are bound to their nodes: where they stand they stay. */
  readonly settled: readonly Ref[]
}

/** A failure domain: a node, a zone, or the nodes that share a value of a label. */
export type DomainBy = 'node' | 'zone' | { readonly label: string }

/** The most pods of some workloads that may stand in one domain. */
export interface Crowd {
  readonly pods: number
  readonly worst: { readonly domain: string; readonly voters: number }
  readonly atMost: number
  readonly rules: readonly SplitRule[]
  readonly workloads: readonly PodClass[]
  readonly domains: number
}

/**
 * The worst split of an election's voters over nodes, or over zones, among placements reachable from an empty cluster.
 * Nodes without a zone count as a zone each. Voters that are no workload of the estate are not counted.
 */
export function worstSplit(
  estate: Estate,
  pods: readonly PodClass[],
  election: Pick<FactOf<'elects'>, 'name' | 'voters'>,
  by: 'node' | 'zone',
): Split {
  const crowd = worstCrowd(estate, pods, election.voters, by)
  const { pods: voters, worst, atMost, rules, workloads } = crowd
  const needed = Math.floor(voters / 2) + 1
  const mayLose = voters - needed
  return {
    election: election.name,
    by,
    voters,
    needed,
    mayLose,
    worst,
    atMost,
    answer: answerOf(crowd.domains > 0 && voters > 0, worst.voters, atMost, mayLose),
    rules,
    workloads,
    settled: workloads
      .filter(({ claims }) => claims.some(({ bound }) => bound === 'node'))
      .map(({ workload }) => workload),
  }
}

/** The fullest that one domain can get with pods of these workloads: by a placement that was found, and by a bound. */
export function worstCrowd(estate: Estate, pods: readonly PodClass[], workloads: readonly Ref[], by: DomainBy): Crowd {
  const board = boardOf(estate, pods)
  const members = board.members.filter(({ pod }) => workloads.includes(pod.workload))
  const domains = failureDomains(board, by)
  const caps = domains.names.map((_, id) => voterCap(board, members, nodesIn(domains, id)))
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

function answerOf(isKnown: boolean, worst: number, atMost: number, mayLose: number): Split['answer'] {
  if (!isKnown) return 'unknown'
  if (atMost <= mayLose) return 'holds'
  return worst > mayLose ? 'breaks' : 'unknown'
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

function uniqueRules(rules: readonly SplitRule[]): readonly SplitRule[] {
  const byKey = new Map(rules.map((rule) => [`${rule.rule} ${rule.topologyKey} ${rule.workloads.join(' ')}`, rule]))
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? [])
}
