// Why a node does not take pods of a class even when nothing else of the estate stands there.

import { quantityOf, zeroQuantity } from '../../kubernetes/quantity.ts'
import { driverOf } from './attach-limits.ts'
import type { Board, Member } from './board.ts'
import type { Filter, Reason } from './reasons.ts'

export interface RefusalOptions {
  readonly denied?: ReadonlySet<string>
  /** Filters that are left out, so that each cause can be judged on its own. */
  readonly lift?: readonly Filter[]
}

const none: readonly Reason[] = []

/** Static refusals of a node, and requests beyond its whole room. */
export function emptyNodeRefusals(
  board: Board,
  member: Member,
  node: number,
  { lift = [] }: RefusalOptions = {},
): readonly Reason[] {
  if (member.eligible[node] === 1 && member.roomy[node] === 1) return none
  const reasons = [...(member.refused[node] ?? []), ...sizeRefusals(board, member, node)]
  return reasons.filter(({ filter }) => !lift.includes(filter))
}

/** Whether nothing about the empty node refuses the pods. */
export function takesWhenEmpty(board: Board, member: Member, node: number, options: RefusalOptions = {}): boolean {
  if (member.eligible[node] === 1 && member.roomy[node] === 1) return true
  return (options.lift ?? []).length > 0 && emptyNodeRefusals(board, member, node, options).length === 0
}

function sizeRefusals(board: Board, { needs, pod }: Member, node: number): Reason[] {
  return board.resources.flatMap((resource, r): Reason[] => {
    const need = needs[r] ?? 0
    const room = board.rooms[node]?.[r]
    if (!room || need === 0 || need <= (board.room[node]?.[r] ?? 0)) return []
    const driver = driverOf(resource)
    if (driver !== undefined)
      return [
        { filter: 'NodeVolumeLimits', driver, left: board.room[node]?.[r] ?? 0, asks: need, path: ['spec', 'volumes'] },
      ]
    const asks = resource === 'pods' ? quantityOf(1) : (pod.requests[resource] ?? zeroQuantity)
    const path = ['spec', 'containers']
    const { free, taken } = room
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
