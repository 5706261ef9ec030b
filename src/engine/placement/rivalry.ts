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
    const key = here.map(({ index }) => index).join(' ')
    const column = columns.get(key) ?? columnOf(board, here)
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

function columnOf({ resources }: Board, members: readonly Member[]): Column {
  const largest = resources.map((_, r) => {
    const sorted = members
      .filter(({ needs }) => (needs[r] ?? 0) > 0)
      .sort((a, b) => (b.needs[r] ?? 0) - (a.needs[r] ?? 0))
    const need = Float64Array.from(sorted, ({ needs }) => needs[r] ?? 0)
    const count = Float64Array.from(sorted, (member) => member.count)
    return { need, count, pods: sums(count), sum: sums(need.map((one, at) => one * (count[at] ?? 0))) }
  })
  return { largest, weight: weightOf(resources.length, members) }
}

function sums(values: Float64Array): Float64Array {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}

function weightOf(resources: number, members: readonly Member[]): Float64Array {
  const weight = new Float64Array(resources)
  for (const { needs, count } of members)
    needs.forEach((need, r) => {
      weight[r] = (weight[r] ?? 0) + need * count
    })
  return weight
}

function patternsOf({ resources }: Board, members: readonly Member[]): readonly Pattern[] {
  const groups = Map.groupBy(members, ({ eligible }) => eligible.join(''))
  return [...groups.values()].map((group) => ({
    eligible: group[0]?.eligible ?? new Uint8Array(),
    count: group.reduce((sum, { count }) => sum + count, 0),
    weight: weightOf(resources.length, group),
  }))
}

function takenBy({ terms, members }: Board): readonly (readonly Member[])[] {
  const taken: Member[][] = terms.map(() => [])
  for (const member of members) for (const term of member.keptFrom) taken[term]?.push(member)
  return taken
}
