// Why a node does not take pods of a class even when nothing else of the estate stands there.

import { quantityOf, zeroQuantity } from '../../kubernetes/quantity.ts'
import { nodeRoom } from '../capacity/node-room.ts'
import type { Board, Member } from './board.ts'
import type { Filter, Reason } from './reasons.ts'

export interface RefusalOptions {
  readonly denied?: ReadonlySet<string>
  /** Filters that are left out, so that each cause can be judged on its own. */
  readonly lift?: readonly Filter[]
}

/** Static refusals of a node, and requests beyond its whole room. */
export function emptyNodeRefusals(
  board: Board,
  member: Member,
  node: number,
  { denied, lift = [] }: RefusalOptions = {},
): readonly Reason[] {
  const reasons = [...(member.refused[node] ?? []), ...sizeRefusals(board, member, node, denied)]
  return reasons.filter(({ filter }) => !lift.includes(filter))
}

function sizeRefusals(board: Board, { needs, pod }: Member, node: number, denied?: ReadonlySet<string>): Reason[] {
  const found = board.nodes[node]
  if (!found) return []
  return board.resources.flatMap((resource, r): Reason[] => {
    const need = needs[r] ?? 0
    if (need === 0 || need <= (board.room[node]?.[r] ?? 0)) return []
    const { free, taken } = nodeRoom(board.estate, found, resource, denied)
    const asks = resource === 'pods' ? quantityOf(1) : (pod.requests[resource] ?? zeroQuantity)
    const path = ['spec', 'containers']
    return [{ filter: 'NodeResourcesFit', resource, asks, room: free, ...(taken.nano > 0n && { taken }), path }]
  })
}

/** Whether a refusal is for want of room that there would be, had nobody taken it. */
export function restsOnEstimate(reasons: readonly Reason[]): boolean {
  return (
    reasons.length > 0 &&
    reasons.every(
      (reason) =>
        reason.filter === 'NodeResourcesFit' &&
        reason.taken !== undefined &&
        reason.room.nano + reason.taken.nano >= reason.asks.nano,
    )
  )
}
