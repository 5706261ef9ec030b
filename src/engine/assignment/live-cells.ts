// Cells that hold nodes, and which node is in which of them.

import { addNode, dropNode, firstNode, type NodeBits, type NodeSet, nodeSet } from './node-set.ts'

export interface Cell {
  readonly id: number
  /** Whether its nodes take the pod as far as they alone decide: domains of several nodes are not asked here. */
  readonly isOpen: boolean
  /** Scores that need no other node: room, balance, images. */
  readonly base: number
  size: number
}

export interface LiveCells {
  readonly all: readonly Cell[]
  /** Takes a node out of its cell and into the one of that number, made where there is none. */
  move(node: number, to: Pick<Cell, 'id' | 'isOpen' | 'base'> | undefined): void
  /** The first node of a cell, in node order, that is not left out. */
  first(cell: Cell, leftOut: readonly NodeBits[]): number
  cellOf(node: number): Cell | undefined
}

interface Kept extends Cell {
  readonly nodes: NodeSet
  /** In the list of all. */
  place: number
}

const nowhere = -1

export function liveCells(nodes: number): LiveCells {
  const cells = new Map<number, Kept>()
  const all: Kept[] = []
  const now = new Int32Array(nodes).fill(nowhere)

  const leave = (cell: Kept, node: number) => {
    cell.size -= 1
    dropNode(cell.nodes, node)
    if (cell.size > 0) return
    cells.delete(cell.id)
    const last = all.pop()
    if (last === undefined || last === cell) return
    all[cell.place] = last
    last.place = cell.place
  }
  const made = ({ id, isOpen, base }: Pick<Cell, 'id' | 'isOpen' | 'base'>): Kept => {
    const cell: Kept = { id, isOpen, base, size: 0, nodes: nodeSet(), place: all.length }
    cells.set(id, cell)
    all.push(cell)
    return cell
  }
  return {
    all,
    move(node, to) {
      const id = to?.id ?? nowhere
      if (now[node] === id) return
      const left = cells.get(now[node] ?? nowhere)
      if (left) leave(left, node)
      now[node] = id
      if (!to) return
      const joined = cells.get(id) ?? made(to)
      joined.size += 1
      addNode(joined.nodes, node, nodes)
    },
    first: (cell, leftOut) => firstNode((cell as Kept).nodes, leftOut),
    cellOf: (node) => cells.get(now[node] ?? nowhere),
  }
}
