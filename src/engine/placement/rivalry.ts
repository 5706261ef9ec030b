// Sums over all classes of a board that the proofs ask for again and again: computed once per board, when first needed.

import type { Board, Member } from './board.ts'

export interface Rivalry {
  readonly daemons: readonly Member[]
  /** Per node, per resource: free once every DaemonSet that takes the node has its pod there. */
  readonly left: readonly Float64Array[]
  /** Per node: what all other classes that take it could bring there. */
  readonly onNode: readonly Column[]
  /** Classes that take the same nodes, together. */
  readonly patterns: readonly Pattern[]
  /** Per term: the members that it takes. */
  readonly taken: readonly (readonly Member[])[]
}

export interface Column {
  /** Per resource: the sum of all requests. */
  readonly weight: Float64Array
  /** Per resource: requests from the largest on, with sums so far. */
  readonly largest: readonly Sizes[]
}

export interface Sizes {
  readonly need: Float64Array
  readonly count: Float64Array
  /** Of all before and with it. */
  readonly pods: Float64Array
  readonly sum: Float64Array
}

export interface Pattern {
  readonly eligible: Uint8Array
  readonly count: number
  readonly weight: Float64Array
}

const known = new WeakMap<Board, Rivalry>()

export function rivalryOf(board: Board): Rivalry {
  const found = known.get(board)
  if (found) return found
  const made = build(board)
  known.set(board, made)
  return made
}

function build(board: Board): Rivalry {
  const daemons = board.members.filter(({ daemon }) => daemon)
  const others = board.members.filter(({ daemon, count }) => !daemon && count > 0)
  // Nodes that the same classes take have the same column.
  const columns = new Map<string, Column>()
  const onNode = board.nodes.map((_, node) => {
    const here = others.filter(({ eligible }) => eligible[node] === 1)
    const most = here.map((member) => mostOn(board, member, node))
    const key = here.map(({ index }, at) => `${index}:${most[at]}`).join(' ')
    const column = columns.get(key) ?? columnOf(board, here, most)
    columns.set(key, column)
    return column
  })
  return { daemons, left: leftBy(board, daemons), onNode, patterns: patternsOf(board, others), taken: takenBy(board) }
}

function leftBy({ room }: Board, daemons: readonly Member[]): readonly Float64Array[] {
  return room.map((row, node) =>
    row.map((free, r) =>
      daemons.reduce((left, { eligible, needs }) => left - (eligible[node] === 1 ? (needs[r] ?? 0) : 0), free),
    ),
  )
}

/** Pods that keep apart from their own kind stand one by one. */
function mostOn({ terms }: Board, { keepsApart, keptFrom, count }: Member, node: number): number {
  const isAlone = keepsApart.some((term) => keptFrom.includes(term) && (terms[term]?.domains.of[node] ?? -1) !== -1)
  return isAlone ? Math.min(1, count) : count
}

function columnOf({ resources }: Board, members: readonly Member[], most: readonly number[]): Column {
  const largest = resources.map((_, r) => {
    const sizes = members.map(({ needs }, at) => ({ need: needs[r] ?? 0, count: most[at] ?? 0 }))
    const sorted = sizes.filter((size) => size.need > 0).sort((a, b) => b.need - a.need)
    const need = Float64Array.from(sorted, (size) => size.need)
    const count = Float64Array.from(sorted, (size) => size.count)
    return { need, count, pods: sums(count), sum: sums(need.map((one, at) => one * (count[at] ?? 0))) }
  })
  return { largest, weight: weightOf(resources.length, members, most) }
}

function sums(values: Float64Array): Float64Array {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}

function weightOf(resources: number, members: readonly Member[], most: readonly number[]): Float64Array {
  const weight = new Float64Array(resources)
  for (const [at, { needs }] of members.entries())
    needs.forEach((need, r) => {
      weight[r] = (weight[r] ?? 0) + need * (most[at] ?? 0)
    })
  return weight
}

function patternsOf({ resources }: Board, members: readonly Member[]): readonly Pattern[] {
  const groups = Map.groupBy(members, ({ eligible }) => eligible.join(''))
  return [...groups.values()].map((group) => ({
    eligible: group[0]?.eligible ?? new Uint8Array(),
    count: group.reduce((sum, { count }) => sum + count, 0),
    weight: weightOf(
      resources.length,
      group,
      group.map(({ count }) => count),
    ),
  }))
}

function takenBy({ terms, members }: Board): readonly (readonly Member[])[] {
  const taken: Member[][] = terms.map(() => [])
  for (const member of members) for (const term of member.keptFrom) taken[term]?.push(member)
  return taken
}
