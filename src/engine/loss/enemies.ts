// Whom the pods of a class cannot stand beside: by required anti-affinity in either direction, or for the same port.

import type { Board, Member } from '../placement/board.ts'
import type { Domains } from '../placement/node-table.ts'
import { portsClash } from '../scheduling/host-ports.ts'

export interface Enemies {
  /** Per rule that keeps them apart: the domains in which it does, and the members that it keeps away. */
  readonly conflicts: readonly { readonly domains: Domains; readonly by: readonly number[] }[]
  /** Members that want a port of theirs; their own class too. */
  readonly clashing: readonly number[]
  /** All of them, each once. */
  readonly all: readonly number[]
  /** One of them blocks one node at most. */
  readonly isByNode: boolean
}

const none: Enemies = { conflicts: [], clashing: [], all: [], isByNode: true }

export function enemiesOf(board: Board): readonly Enemies[] {
  const { members, terms } = board
  const taken: number[][] = terms.map(() => [])
  for (const { index, keptFrom } of members) for (const term of keptFrom) taken[term]?.push(index)
  const withPorts = members.filter(({ ports }) => ports.length > 0)
  const single = new Map<Domains, boolean>()
  const isSingle = (domains: Domains) => {
    const found = single.get(domains) ?? hasOneNodeEach(domains)
    single.set(domains, found)
    return found
  }
  return members.map((member) => {
    const { keepsApart, keptFrom, ports } = member
    if (keepsApart.length + keptFrom.length + ports.length === 0) return none
    const conflicts = [
      ...keepsApart.map((term) => ({ term, by: taken[term] ?? [] })),
      ...keptFrom.map((term) => ({ term, by: [terms[term]?.owner ?? -1] })),
    ].flatMap(({ term, by }) => {
      const domains = terms[term]?.domains
      return domains && by.length > 0 ? [{ domains, by }] : []
    })
    const clashing =
      ports.length === 0 ? [] : withPorts.filter((other) => clash(member, other)).map(({ index }) => index)
    return {
      conflicts,
      clashing,
      all: [...new Set([...conflicts.flatMap(({ by }) => by), ...clashing])],
      isByNode: conflicts.every(({ domains }) => isSingle(domains)),
    }
  })
}

function clash(a: Member, b: Member): boolean {
  return a.ports.some((port) => b.ports.some((other) => portsClash(port, other)))
}

function hasOneNodeEach({ of }: Domains): boolean {
  const seen = new Set<number>()
  for (const domain of of) {
    if (domain !== -1 && seen.has(domain)) return false
    seen.add(domain)
  }
  return true
}
