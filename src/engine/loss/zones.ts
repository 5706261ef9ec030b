import type { Board } from '../placement/board.ts'
import { type Domains, domainsOf } from '../placement/node-table.ts'
import { zoneKey } from '../placement/reasons.ts'

const known = new WeakMap<Board, Domains>()

/** The zone of each node, by its label, or as somebody says it. */
export function zonesOf(board: Board): Domains {
  const found = known.get(board)
  if (found) return found
  const labelled = board.nodes.map((node) =>
    node.zone === undefined ? node : { ...node, labels: { [zoneKey]: node.zone, ...node.labels } },
  )
  const made = domainsOf(labelled, zoneKey)
  known.set(board, made)
  return made
}
