// Why displaced pods cannot stand on the nodes that are left, one by one.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { type Board, boardOf, type Member } from '../placement/board.ts'
import type { NodeAnswer } from '../placement/eligible.ts'
import type { Reason } from '../placement/reasons.ts'
import { emptyNodeRefusals, type RefusalOptions } from '../placement/refusals.ts'
import { tiedVolumes, volumeRefusals } from '../placement/tied-volumes.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fellowsOf } from './fellows.ts'

/** Per node, in their order: why a displaced pod of a class cannot stand there once another is lost; none where it may. */
export function refusedWithout(
  estate: Estate,
  pods: readonly PodClass[],
  { workload, node }: { readonly workload: Ref; readonly node: string },
  options: RefusalOptions = {},
): readonly NodeAnswer[] {
  const board = boardOf(estate, pods, options)
  const member = board.members.find(({ pod }) => pod.workload === workload)
  const lost = board.nodes.findIndex(({ name }) => name === node)
  if (!member || lost === -1) return []
  const refused = refusalsOf(board, member, lost, options)
  return board.nodes.map(({ name }, at) => ({ node: name, refused: refused[at] ?? [] }))
}

/** Per node: why a displaced pod cannot stand there, whatever else does. */
export function refusalsOf(
  board: Board,
  member: Member,
  lost: number,
  options: RefusalOptions,
): readonly (readonly Reason[])[] {
  const fellows = fellowsOf(board, member, lost, options)
  const isLoose = options.lift?.includes('VolumeBinding') === true
  const volumes = isLoose ? [] : tiedVolumes(member, fellows?.names.get(fellows.home))
  return board.nodes.map((_, node) =>
    node === lost
      ? [{ filter: 'NodeLost', volumes } satisfies Reason]
      : [
          ...emptyNodeRefusals(board, member, node, options),
          ...volumeRefusals(board, volumes, node, lost),
          ...(fellows?.on(node) ?? []),
        ],
  )
}
