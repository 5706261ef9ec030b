// The other members of a class that keeps apart: where they stand once one of them is displaced.

import { domainsAmong, pigeonholes } from '../placement/apart.ts'
import type { Board, Member } from '../placement/board.ts'
import type { Reason } from '../placement/reasons.ts'
import { type RefusalOptions, takesWhenEmpty } from '../placement/refusals.ts'

export interface Fellows {
  /** One way in which they may stand, domain → pod; all ways are alike. */
  readonly names: ReadonlyMap<number, string>
  readonly home: number
  readonly on: (node: number) => readonly Reason[]
}

/**
 * Required anti-affinity among m members: the other m − 1 stand in domains of their own, none of them the lost node's,
 * which its Terminating pod still holds. With no more than m − 1 such domains all are full; else undefined. A member of a
 * StatefulSet is made anew only once the old one is gone, and holds nothing.
 */
export function fellowsOf(board: Board, member: Member, lost: number, options: RefusalOptions): Fellows | undefined {
  if (member.keepsApart.length === 0 || member.count === 0) return undefined
  const stands = standable(board, member, options)
  const holes = pigeonholes(board, member, stands)
  if (!holes) return undefined
  const { domains, term } = holes.term
  const home = domains.of[lost] ?? -1
  if (holes.domains.filter((id) => id !== home).length > member.count - 1) return undefined

  const { podNames, name, workload } = member.pod
  const names = new Map(holes.domains.map((id, at) => [id, podNames[at] ?? name]))
  const { topologyKey, path } = term
  const isFreed = member.pod.kind === 'StatefulSet'
  const on = (node: number): Reason[] => {
    const id = domains.of[node] ?? -1
    if (node === lost || !stands.includes(node) || (isFreed && id === home)) return []
    const domain = domains.names[id] ?? ''
    return [
      { filter: 'InterPodAffinity', rule: 'apart', topologyKey, domain, holds: names.get(id) ?? name, workload, path },
    ]
  }
  return { names, home, on }
}

/** Where members may have stood before the loss: where nothing about the empty node refuses them. */
function standable(board: Board, member: Member, options: RefusalOptions): readonly number[] {
  return [...board.nodes.keys()].filter((node) => takesWhenEmpty(board, member, node, options))
}

/** Certain where the members fill every domain they may stand in, and the lost node is alone in its own. */
export function mustStandOn(board: Board, member: Member, lost: number, options: RefusalOptions): 'must' | 'may' {
  const stands = standable(board, member, { denied: options.denied })
  if (!stands.includes(lost)) return 'may'
  if (stands.length === 1) return 'must'
  const holes = pigeonholes(board, member, stands)
  if (!holes || member.count < holes.domains.length) return 'may'
  const home = holes.term.domains.of[lost]
  const alone = domainsAmong(
    holes.term,
    stands.filter((node) => node !== lost),
  ).every((id) => id !== home)
  return alone ? 'must' : 'may'
}
