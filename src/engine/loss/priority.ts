import type { Board, Member } from '../placement/board.ts'

export function priorityOf({ pod }: Member): number {
  return typeof pod.spec.priority === 'number' ? pod.spec.priority : 0
}

/** Whether the scheduler makes room for such a pod by taking others of lower priority away. */
export function mayPreempt({ pod }: Member): boolean {
  return pod.spec.preemptionPolicy !== 'Never'
}

const ranked = new WeakMap<Board, boolean>()

/** Whether priorities differ at all: else nobody preempts. */
export function hasRanks(board: Board): boolean {
  const found = ranked.get(board) ?? new Set(board.members.map(priorityOf)).size > 1
  ranked.set(board, found)
  return found
}
