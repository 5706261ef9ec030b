import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { type BoardOptions, boardOf } from '../placement/board.ts'
import type { PodClass } from '../pods/pod-class.ts'

/** For how many pods of a class a node has room when nothing else of the estate is there, and by which resource no more. */
export interface RoomOn {
  readonly node: string
  readonly pods: number
  readonly by: string
}

/** Of the nodes that take such pods, but for the lost one. */
export function roomOnEach(
  estate: Estate,
  pods: readonly PodClass[],
  { workload, node: lost }: { readonly workload: Ref; readonly node: string },
  options: BoardOptions = {},
): readonly RoomOn[] {
  const { nodes, members, resources, room } = boardOf(estate, pods, options)
  const member = members.find(({ pod }) => pod.workload === workload)
  return nodes.flatMap(({ name }, at) => {
    if (!member || name === lost || member.eligible[at] !== 1) return []
    const each = [...member.needs.entries()]
      .filter(([, need]) => need > 0)
      .map(([r, need]) => ({ by: resources[r] ?? '', pods: Math.max(0, Math.floor((room[at]?.[r] ?? 0) / need)) }))
    const [least] = each.sort((a, b) => a.pods - b.pods)
    return least ? [{ node: name, ...least }] : []
  })
}
