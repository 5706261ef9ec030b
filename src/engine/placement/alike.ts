// Nodes that the board cannot tell apart: exchange two of them, and every answer is the same but for their names.

import type { Board } from './board.ts'
import type { Domains } from './node-table.ts'
import { zoneKey } from './reasons.ts'
import { labelOf } from './static-filters.ts'

const known = new WeakMap<Board, readonly number[]>()

/** Per node: the first node that is like it. */
export function firstAlike(board: Board): readonly number[] {
  const found = known.get(board)
  if (found) return found
  const firsts = new Map<string, number>()
  const keys = looksOf(board)
  const made = board.nodes.map((_, node) => {
    const key = keys(node)
    const first = firsts.get(key) ?? node
    firsts.set(key, first)
    return first
  })
  known.set(board, made)
  return made
}

/** What the pods ask a node about, its own name aside: room, refusals, zone, and the domains that it shares. */
function looksOf({ nodes, rooms, members, terms }: Board): (node: number) => string {
  const refusals = [...new Set(members.map(({ refused }) => refused))]
  const domains = [
    ...terms.map((term) => term.domains),
    ...members.flatMap(({ near, spread }) => [...near, ...spread].map((rule) => rule.domains)),
  ]
  const shared = [...new Set(domains)].map(sharedDomains)
  return (node) => {
    const room = (rooms[node] ?? []).map(({ allocatable, taken, estimated }) =>
      [allocatable.nano, taken.nano, estimated].join(':'),
    )
    const refused = refusals.map((of) => (of[node] ?? []).map(({ filter }) => filter).join('+'))
    const at = nodes[node]
    const zone = at && (labelOf(at, zoneKey) ?? at.zone)
    return JSON.stringify([room, refused, zone, shared.map((of) => of(node))])
  }
}

/** The domain of a node where others share it; `alone` and `none` are alike wherever they are. */
function sharedDomains({ of }: Domains): (node: number) => number | string {
  const sizes = new Map<number, number>()
  for (const domain of of) sizes.set(domain, (sizes.get(domain) ?? 0) + 1)
  return (node) => {
    const domain = of[node] ?? -1
    if (domain === -1) return 'none'
    return sizes.get(domain) === 1 ? 'alone' : domain
  }
}
