// The nodes as one class of pods sees them, in cells: nodes between which it makes no difference, now and as long as no
// pod comes to one of them. Judging one node of a cell judges all. A class looks again only at nodes to which pods have
// come since it looked last, so that a row of equal pods costs one node each.

import type { Asked } from './asked.ts'
import { type Counter, countAt } from './counters.ts'
import { emptyTally, type Tally } from './feasible.ts'
import { type LiveCells, liveCells } from './live-cells.ts'
import { pairNumbers } from './pair-numbers.ts'
import { traitsOf } from './traits.ts'

export interface Cells extends LiveCells {
  readonly asked: Asked
  readonly tally: Tally
  /** Looks again at the nodes to which pods have come. */
  refresh(changed: readonly number[]): void
}

/** `changed` are all nodes to which pods have come so far, in order; it only grows. */
export function cellsOf(asked: Asked, changed: readonly number[]): Cells {
  const count = asked.nodes.length
  const traits = traitsOf(asked)
  const pairs = pairNumbers()
  const alike = asked.nodes.map(({ index }) => traits.fixed.reduce((id, trait) => pairs.of(id, trait(index)), 0))
  const cells = liveCells(count)
  const look = (node: number) => {
    const room = asked.mayTake[node] === 1 && isUnbarred(traits.barring, node) ? asked.room(node) : -1
    const isOpen = room >= 0
    if (!isOpen && !traits.countsClosed) return cells.move(node, undefined)
    const base = isOpen ? room + (asked.images?.[node] ?? 0) : -1
    let id = pairs.of(alike[node] ?? 0, base)
    for (const trait of traits.moving) id = pairs.of(id, trait(node))
    cells.move(node, { id, isOpen, base })
  }
  const lookAtAll = () => {
    for (let node = 0; node < count; node++) look(node)
  }
  lookAtAll()
  let seen = changed.length
  return {
    ...cells,
    asked,
    tally: emptyTally(),
    refresh(list) {
      if (list.length - seen > count) lookAtAll()
      else for (let at = seen; at < list.length; at++) look(list[at] ?? 0)
      seen = list.length
    },
  }
}

function isUnbarred(barring: readonly Counter[], node: number): boolean {
  for (const counter of barring) if (countAt(counter, node) > 0) return false
  return true
}
