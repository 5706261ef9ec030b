// Where the next pod of a class goes: one node of each cell is judged as the scheduler judges nodes.
// Source: pkg/scheduler/schedule_one.go:480 (kubernetes v1.36.3), and the plugins that the imported files name.

import type { Cells } from './cells.ts'
import { findFeasible, findLeast, isFeasible } from './feasible.ts'
import { noNode } from './node-set.ts'
import { addScores } from './totals.ts'

/** The first node, in node order, of those with the highest score over all nodes; undefined where none takes the pod. */
export function chooseNode(cells: Cells): number | undefined {
  const { tainted, preferred, company, spreading } = cells.asked
  const isComparing = tainted || preferred || company.pulls.length > 0 || spreading.soft.length > 0
  return isComparing ? chosenByTotal(cells) : chosenByBase(cells)
}

/** Where no score depends on the other nodes, cells are looked at one by one, and most of them not at all. */
function chosenByBase(cells: Cells): number | undefined {
  findLeast(cells)
  let best: number | undefined
  let most = -1
  for (const cell of cells.all) {
    if (!cell.isOpen || cell.base < most) continue
    const node = cells.first(cell)
    if (cell.base === most && best !== undefined && node > best) continue
    if (node === noNode || !isFeasible(cells, node)) continue
    best = node
    most = cell.base
  }
  return best
}

function chosenByTotal(cells: Cells): number | undefined {
  const count = findFeasible(cells)
  if (count === 0) return undefined
  addScores(cells.asked, cells.tally, count)
  const { nodes, totals } = cells.tally
  let best = nodes[0] ?? 0
  let most = totals[0] ?? 0
  for (let at = 1; at < count; at++) {
    const total = totals[at] ?? 0
    const node = nodes[at] ?? 0
    if (total > most || (total === most && node < best)) {
      best = node
      most = total
    }
  }
  return best
}

/** Whether one node takes the next pod of a class. */
export function takesPod(cells: Cells, node: number): boolean {
  if (!cells.isOpen(node)) return false
  findLeast(cells)
  return isFeasible(cells, node)
}
