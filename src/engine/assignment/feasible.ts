// Which cells take the next pod of a class: what domains of several nodes say is asked here, of one node of each cell.

import type { Cells } from './cells.ts'
import { countAt } from './counters.ts'
import { noNode } from './node-set.ts'
import type { HardSpread } from './spreading.ts'

/** Lists that are used again for every pod: making them would cost more than filling them. */
export interface Tally {
  /** The first node of each feasible cell, which stands for all of them. */
  nodes: Int32Array
  /** How many nodes the cell has. */
  sizes: Int32Array
  totals: Float64Array
  /** What one plugin counts. */
  row: Float64Array
  /** Per hard constraint: pods in the emptiest domain that counts, or 0 where there are fewer domains than wanted. */
  readonly least: number[]
}

export function emptyTally(): Tally {
  return { ...listsOf(16), least: [] }
}

function listsOf(length: number): Omit<Tally, 'least'> {
  return {
    nodes: new Int32Array(length),
    sizes: new Int32Array(length),
    totals: new Float64Array(length),
    row: new Float64Array(length),
  }
}

/** Fills nodes, sizes and totals, these with the scores that need no other node; how many cells are feasible. */
export function findFeasible(cells: Cells): number {
  const { all, tally } = cells
  if (tally.nodes.length < all.length) Object.assign(tally, listsOf(all.length * 2))
  const { nodes, sizes, totals } = tally
  findLeast(cells)
  let count = 0
  for (let at = 0; at < all.length; at++) {
    const cell = all[at]
    if (!cell?.isOpen) continue
    const node = cells.first(cell)
    if (node === noNode || !isFeasible(cells, node)) continue
    nodes[count] = node
    sizes[count] = cell.size
    totals[count] = cell.base
    count += 1
  }
  return count
}

/** Of a node in an open cell, after the least of each constraint has been found. */
export function isFeasible({ asked: { company, spreading }, tally: { least } }: Cells, node: number): boolean {
  for (const counter of company.refused) if (!counter.isPerNode && countAt(counter, node) > 0) return false
  const { needed } = company
  if (needed.length > 0 && !needed.every((counter) => countAt(counter, node) > 0)) {
    if (!company.takesSelf || needed.some(({ total }) => total > 0)) return false
  }
  const { hard } = spreading
  for (let at = 0; at < hard.length; at++) {
    const spread = hard[at]
    if (spread && countAt(spread.counter, node) + spread.itself - (least[at] ?? 0) > spread.maxSkew) return false
  }
  return true
}

export function findLeast(cells: Cells): void {
  const { hard } = cells.asked.spreading
  for (let at = 0; at < hard.length; at++) {
    const spread = hard[at]
    if (spread) cells.tally.least[at] = spread.domains.length < spread.minDomains ? 0 : leastIn(cells, spread)
  }
}

function leastIn(cells: Cells, { counter, domains, within }: HardSpread): number {
  let least = Number.POSITIVE_INFINITY
  // Where each node is a domain, the cells say the same with fewer steps.
  if (counter.isPerNode) {
    for (const cell of cells.all) {
      const node = cells.first(cell)
      if (within[node] === 1) least = Math.min(least, countAt(counter, node))
    }
  } else for (const domain of domains) least = Math.min(least, counter.counts[domain] ?? 0)
  return least
}
