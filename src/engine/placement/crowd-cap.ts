// The most voters that a set of nodes can hold, by rules alone: where they may stand, how they keep apart, how they spread.
// Room is left out: it is no rule, and changes with the next node.

import type { Ref } from '../../kubernetes/types.ts'
import type { Board, Member } from './board.ts'
import type { Domains } from './node-table.ts'
import type { TemplatePath } from './reasons.ts'

export interface CrowdRule {
  readonly rule: 'apart' | 'spread'
  readonly topologyKey: string
  readonly maxSkew?: number
  readonly workloads: readonly Ref[]
  readonly path: TemplatePath
}

export interface CrowdCap {
  readonly most: number
  readonly rules: readonly CrowdRule[]
}

/** Per set of nodes: the tightest of the bounds that each rule gives, the voters that it does not bind added as they are. */
export function crowdCap(board: Board, voters: readonly Member[]): (nodes: readonly number[]) => CrowdCap {
  const groups = [...apartGroups(board, voters), ...spreadGroups(board, voters)]
  const apart = disjoint(groups)
  return (nodes) => {
    const single = voters.map((member) => (openNodes(member, nodes).length > 0 ? member.count : 0))
    const free: CrowdCap = { most: sum(single), rules: [] }
    const caps = groups.map(({ bound, members, rule }): CrowdCap => {
      const others = sum(voters.map((member, at) => (members.includes(member) ? 0 : (single[at] ?? 0))))
      return { most: others + Math.min(bound(nodes), free.most - others), rules: [rule] }
    })
    // Rules that bind different voters add up; the tightest alone is a bound too, and most often the only one.
    const parts = apart.map(({ bound, members }) => {
      const own = sum(voters.map((member, at) => (members.includes(member) ? (single[at] ?? 0) : 0)))
      return own - Math.min(own, bound(nodes))
    })
    const joint = { most: free.most - sum(parts), rules: apart.map(({ rule }) => rule) }
    return [free, ...caps, joint].reduce((least, cap) => (cap.most < least.most ? cap : least))
  }
}

interface Group {
  readonly members: readonly Member[]
  readonly rule: CrowdRule
  readonly bound: (nodes: readonly number[]) => number
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function openNodes({ eligible }: Member, nodes: readonly number[]): readonly number[] {
  return nodes.filter((node) => eligible[node] === 1)
}

/** Groups that share no voter, in the order given. */
function disjoint(groups: readonly Group[]): readonly Group[] {
  const kept: Group[] = []
  for (const group of groups) {
    const isNew = group.members.every((member) => kept.every((other) => !other.members.includes(member)))
    if (isNew) kept.push(group)
  }
  return kept
}

/** Voters any two of which keep apart by one key, pods of one workload too: at most one per domain of the key. */
function apartGroups(board: Board, voters: readonly Member[]): readonly Group[] {
  const keys = new Map(board.terms.map(({ domains }) => [domains.key, domains]))
  return [...keys.values()].flatMap((domains) =>
    voters.flatMap((first) => {
      const members = clique(board, first, voters, domains.key)
      const path = pathOf(board, first, domains.key)
      if (!members.includes(first) || !path) return []
      const rule: CrowdRule = {
        rule: 'apart',
        topologyKey: domains.key,
        workloads: members.map(({ pod }) => pod.workload),
        path,
      }
      return [{ members, rule, bound: (nodes: readonly number[]) => oneEach(members, nodes, domains) }]
    }),
  )
}

/** `first`, and each voter in turn that keeps apart from all of them; nobody where its own pods do not. */
function clique(board: Board, first: Member, voters: readonly Member[], key: string): readonly Member[] {
  const members: Member[] = keepApart(board, first, first, key) ? [first] : []
  for (const member of voters.filter((one) => one !== first && members.length > 0)) {
    const isApart = [...members, member].every((other) => keepApart(board, member, other, key))
    if (isApart) members.push(member)
  }
  return members
}

// One pod has nobody to keep apart from in its own workload.
function keepApart({ terms }: Board, a: Member, b: Member, key: string): boolean {
  if (a === b && a.count <= 1) return true
  const binds = (x: Member, y: Member) =>
    x.keepsApart.some((term) => y.keptFrom.includes(term) && terms[term]?.domains.key === key)
  return binds(a, b) || binds(b, a)
}

function pathOf({ terms }: Board, member: Member, key: string): TemplatePath | undefined {
  const term = [...member.keepsApart, ...member.keptFrom].find((at) => terms[at]?.domains.key === key)
  return term === undefined ? undefined : terms[term]?.term.path
}

function oneEach(members: readonly Member[], nodes: readonly number[], { of }: Domains): number {
  const open = nodes.filter((node) => members.some(({ eligible }) => eligible[node] === 1))
  // A node without the key is bound by no rule.
  if (open.some((node) => of[node] === -1)) return Number.POSITIVE_INFINITY
  return new Set(open.map((node) => of[node])).size
}

/** Voters under one spread rule that counts them all and nobody else. */
function spreadGroups(board: Board, voters: readonly Member[]): readonly Group[] {
  return voters.flatMap((first) =>
    first.spread.flatMap((spread): Group[] => {
      const { rule, domains, among } = spread
      const members = board.members.filter((member) => rule.takes(member.pod))
      const isShared = members.every(
        (member) => voters.includes(member) && member.spread.some((other) => isAlike(board, spread, other)),
      )
      if (!members.includes(first) || !isShared) return []
      const { topologyKey, maxSkew, path } = rule
      const workloads = members.map(({ pod }) => pod.workload)
      const total = sum(members.map(({ count }) => count))
      const isEmpty = (id: number) =>
        !domains.of.some((d, node) => d === id && members.some(({ eligible }) => eligible[node] === 1))
      const isStuckAtZero = among.length < rule.minDomains || among.some(isEmpty)
      const bound = (nodes: readonly number[]) => {
        const own = new Set(nodes.flatMap((node) => (among.includes(domains.of[node] ?? -1) ? [domains.of[node]] : [])))
        return mostInside(total, maxSkew, own.size, among.length - own.size, isStuckAtZero)
      }
      return [{ members, bound, rule: { rule: 'spread', topologyKey, maxSkew, workloads, path } }]
    }),
  )
}

function isAlike(board: Board, a: Member['spread'][number], b: Member['spread'][number]): boolean {
  return (
    board.members.every(({ pod }) => a.rule.takes(pod) === b.rule.takes(pod)) &&
    a.domains === b.domains &&
    a.rule.maxSkew === b.rule.maxSkew &&
    a.rule.minDomains === b.rule.minDomains &&
    a.counted.every((one, node) => one === b.counted[node]) &&
    a.among.every((id) => b.among.includes(id))
  )
}

/**
 * Each domain holds at most `least` + maxSkew, and each outside at least `least`, which only grows while pods are added.
 */
function mostInside(total: number, maxSkew: number, inside: number, outside: number, isStuckAtZero: boolean): number {
  const highest = isStuckAtZero ? 0 : total
  let most = 0
  for (let least = 0; least <= highest && outside * least <= total; least++)
    most = Math.max(most, Math.min(inside * (least + maxSkew), total - outside * least))
  return most
}
