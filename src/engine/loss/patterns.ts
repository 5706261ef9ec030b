// Sets of nodes that classes of pods may stand on: most classes share a few of them.

import type { Board, Member } from '../placement/board.ts'
import type { Domains } from '../placement/node-table.ts'

export interface Patterns {
  /** Per member: its pattern. */
  readonly of: Int32Array
  /** Per pattern: its nodes, in their order. */
  readonly nodes: readonly Int32Array[]
  /** Per pattern: whether it holds a node. */
  readonly has: readonly Uint8Array[]
  /** Whether two patterns share a node. */
  readonly meet: (a: number, b: number) => boolean
  /** The nodes of a pattern by their domain; those without one are left out. */
  readonly within: (pattern: number, domains: Domains) => ReadonlyMap<number, Int32Array>
  /** How many of them there are by domain. */
  readonly sizes: (pattern: number, domains: Domains) => Int32Array
}

const known = new WeakMap<Board, Patterns>()

export function patternsOf(board: Board): Patterns {
  const found = known.get(board) ?? build(board)
  known.set(board, found)
  return found
}

function build({ members, nodes: all }: Board): Patterns {
  const ids = new Map<string, number>()
  const byArray = new Map<Uint8Array, number>()
  const has: Uint8Array[] = []
  const idOf = ({ eligible }: Member) => {
    const seen = byArray.get(eligible)
    if (seen !== undefined) return seen
    const key = eligible.join('')
    const id = ids.get(key) ?? has.push(eligible) - 1
    ids.set(key, id)
    byArray.set(eligible, id)
    return id
  }
  const of = Int32Array.from(members, idOf)
  const nodes = has.map((eligible) => Int32Array.from(all.keys()).filter((node) => eligible[node] === 1))
  return { of, nodes, has, meet: meeting(nodes, has), within: once(nodes, byDomain), sizes: once(nodes, countByDomain) }
}

function meeting(nodes: readonly Int32Array[], has: readonly Uint8Array[]): Patterns['meet'] {
  const known = new Map<number, boolean>()
  return (a, b) => {
    if (a === b) return (nodes[a]?.length ?? 0) > 0
    const key = Math.min(a, b) * nodes.length + Math.max(a, b)
    const found = known.get(key)
    if (found !== undefined) return found
    const made = nodes[a]?.some((node) => has[b]?.[node] === 1) === true
    known.set(key, made)
    return made
  }
}

type ByDomain<T> = (nodes: Int32Array, domains: Domains) => T

function once<T>(nodes: readonly Int32Array[], make: ByDomain<T>): (pattern: number, domains: Domains) => T {
  const known = new Map<Domains, T[]>()
  return (pattern, domains) => {
    const row = known.get(domains) ?? []
    known.set(domains, row)
    const made = row[pattern] ?? make(nodes[pattern] ?? new Int32Array(), domains)
    row[pattern] = made
    return made
  }
}

function byDomain(nodes: Int32Array, { of }: Domains): ReadonlyMap<number, Int32Array> {
  const lists = Map.groupBy(nodes, (node) => of[node] ?? -1)
  lists.delete(-1)
  return new Map([...lists].map(([domain, list]) => [domain, Int32Array.from(list)]))
}

function countByDomain(nodes: Int32Array, { of, names }: Domains): Int32Array {
  const counts = new Int32Array(names.length)
  for (const node of nodes) if (of[node] !== -1) counts[of[node] ?? 0] = (counts[of[node] ?? 0] ?? 0) + 1
  return counts
}
