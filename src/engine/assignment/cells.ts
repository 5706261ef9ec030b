// The nodes as one class of pods sees them, in cells: nodes between which it makes no difference, now and as long as no
// pod comes to one of them. Judging one node of a cell judges all.

import type { Asked } from './asked.ts'
import { emptyTally, type Tally } from './feasible.ts'
import type { Cell } from './live-cells.ts'
import { hasBit, type NodeBits } from './node-set.ts'
import { type Shelf, type Shelves, shelfOf } from './shelf.ts'
import { traitsOf } from './traits.ts'

export interface Cells {
  readonly asked: Asked
  readonly tally: Tally
  /** The size of a cell counts nodes that bar the class where nothing that needs it is asked. */
  readonly all: readonly Cell[]
  /** The first node of a cell that does not bar the class; `noNode` where all do. */
  first(cell: Cell): number
  /** Whether a node takes a pod as far as it alone decides. */
  isOpen(node: number): boolean
  /** Looks again at the nodes that have changed. */
  refresh(changed: readonly number[]): void
}

/** `changed` are all nodes that have changed so far, in order; it only grows. */
export function cellsOf(asked: Asked, shelves: Shelves, changed: readonly number[]): Cells {
  const traits = traitsOf(asked)
  // Where a class only bars nodes it takes part in the cells of others, and passes over those nodes.
  const isShared = traits.moving.length === 0 && !traits.countsClosed
  const shelf: Shelf = isShared ? shelves.shared(asked, traits) : shelfOf(asked, traits, changed)
  const barred: readonly NodeBits[] = isShared ? traits.barring.map(({ present }) => present) : []
  const { all, first, cellOf, refresh } = shelf
  refresh(changed)
  return {
    asked,
    tally: emptyTally(),
    all,
    first: (cell) => first(cell, barred),
    isOpen: (node) => cellOf(node)?.isOpen === true && !barred.some((bits) => hasBit(bits, node)),
    refresh,
  }
}
