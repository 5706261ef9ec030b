// Members that keep apart from each other: at most one per domain, whatever the order in which they are placed.

import type { ApartTerm, Board, Member } from './board.ts'

export interface Pigeonholes {
  readonly term: ApartTerm
  /** Domain ids in which one member may stand, each at most once. */
  readonly domains: readonly number[]
}

/**
 * The tightest rule by which members of one class keep apart on the given nodes. No rule binds a pod on a node without
 * the key: where one of the nodes lacks it, that rule proves nothing.
 */
export function pigeonholes(board: Board, member: Member, nodes: readonly number[]): Pigeonholes | undefined {
  const holes = member.keepsApart
    .filter((term) => member.keptFrom.includes(term))
    .map((at) => board.terms[at])
    .filter((term) => term !== undefined)
    .filter(({ domains }) => nodes.every((node) => (domains.of[node] ?? -1) !== -1))
    .map((term): Pigeonholes => ({ term, domains: domainsAmong(term, nodes) }))
  return holes.sort((a, b) => a.domains.length - b.domains.length)[0]
}

export function domainsAmong({ domains }: ApartTerm, nodes: readonly number[]): readonly number[] {
  return [...new Set(nodes.map((node) => domains.of[node] ?? -1))].sort((a, b) => a - b)
}
