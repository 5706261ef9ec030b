// The nodes as one class of pods sees them, in cells: nodes between which it makes no difference, now and as long as no
// pod comes to one of them. Judging one node of a cell judges all. A class looks again only at nodes to which pods have
// come since it looked last, so that a row of equal pods costs one node each.

import type { Asked } from './asked.ts'
import { type Counter, countAt } from './counters.ts'
import { addNode, firstNode, type NodeQueue, nodeQueue } from './node-queue.ts'
import { pairNumbers } from './pair-numbers.ts'

export interface Cell {
  readonly id: number
  /** Whether its nodes take the pod as far as they alone decide: domains of several nodes are not asked here. */
  readonly isOpen: boolean
  /** Scores that need no other node: room, balance, images. */
  readonly base: number
  /** Nodes in it; some may have left. */
  readonly nodes: NodeQueue
  size: number
  /** In the list of live cells. */
  place: number
}

export interface Cells {
  readonly asked: Asked
  /** Cells that hold nodes. */
  readonly live: readonly Cell[]
  /** Looks again at the nodes to which pods have come. */
  refresh(changed: readonly number[]): void
  /** The first node of a cell. */
  first(cell: Cell): number
  /** The cell of a node; absent for a node that the class never asks about. */
  cellOf(node: number): Cell | undefined
}

const nowhere = -1

/** `changed` are all nodes to which pods have come so far, in order. */
export function cellsOf(asked: Asked, changed: readonly number[]): Cells {
  const pairs = pairNumbers()
  const traits = traitsOf(asked)
  const alike = asked.nodes.map(({ index }) => traits.fixed.reduce((id, trait) => pairs.of(id, trait(index)), 0))
  const cells = new Map<number, Cell>()
  const live: Cell[] = []
  const now = new Int32Array(asked.nodes.length).fill(nowhere)
  let seen = changed.length

  const look = (node: number) => {
    const room = asked.mayTake[node] === 1 && isUnbarred(traits.barring, node) ? asked.room(node) : -1
    const base = room < 0 ? -1 : room + (asked.images?.[node] ?? 0)
    const id = base >= 0 || traits.countsClosed ? numberOf(node, base) : nowhere
    if (id !== now[node]) move(node, id)
  }
  const numberOf = (node: number, base: number): number => {
    let id = pairs.of(alike[node] ?? 0, base)
    for (const trait of traits.moving) id = pairs.of(id, trait(node))
    if (!cells.has(id)) cells.set(id, { id, isOpen: base >= 0, base, nodes: nodeQueue(), size: 0, place: -1 })
    return id
  }
  const move = (node: number, id: number) => {
    const left = cells.get(now[node] ?? nowhere)
    if (left) leave(left)
    now[node] = id
    const joined = cells.get(id)
    if (!joined) return
    if (joined.size === 0) joined.place = live.push(joined) - 1
    joined.size += 1
    addNode(joined.nodes, node)
  }
  const leave = (cell: Cell) => {
    cell.size -= 1
    if (cell.size > 0) return
    cells.delete(cell.id)
    const last = live.pop()
    if (last === undefined || last === cell) return
    live[cell.place] = last
    last.place = cell.place
  }
  for (let node = 0; node < now.length; node++) look(node)
  return {
    asked,
    live,
    refresh(list) {
      if (list.length - seen > now.length) for (let node = 0; node < now.length; node++) look(node)
      else for (; seen < list.length; seen++) look(list[seen] ?? 0)
      seen = list.length
    },
    first: ({ id, nodes }) => firstNode(nodes, (node) => now[node] === id) ?? nowhere,
    cellOf: (node) => cells.get(now[node] ?? nowhere),
  }
}

type Trait = (node: number) => number

interface Traits {
  /** What tells nodes apart for good. */
  readonly fixed: readonly Trait[]
  /** What pods that come to a node change. */
  readonly moving: readonly Trait[]
  /** Counters of single nodes that bar a node where they are not 0. */
  readonly barring: readonly Counter[]
  /** Nodes that do not take the pod count all the same, where the least of all is asked for. */
  readonly countsClosed: boolean
}

function traitsOf({ tainted, preferred, company, spreading }: Asked): Traits {
  const counts =
    (counter: Counter): Trait =>
    (node) =>
      countAt(counter, node)
  const pulls = company.pulls.filter(({ counter }) => counter.isPerNode)
  const needed = company.needed.filter(({ isPerNode }) => isPerNode)
  const hard = spreading.hard.filter(({ counter }) => counter.isPerNode)
  const soft = spreading.soft.filter(({ counter }) => counter.isPerNode)
  const all = [...company.needed, ...company.refused, ...company.pulls.map(({ counter }) => counter)]
  const shared = [
    ...all,
    ...spreading.hard.map(({ counter }) => counter),
    ...spreading.soft.map(({ counter }) => counter),
  ]
  const domains = new Set(shared.filter(({ isPerNode }) => !isPerNode).map(({ domainOf }) => domainOf))
  const lists = [tainted, preferred, ...domains, ...hard.map(({ within }) => within)]
  const marks = [
    spreading.soft.length > 0 ? spreading.ignored : undefined,
    ...spreading.soft.map(({ hasKey }) => hasKey),
  ]
  const pull: Trait = (node) => pulls.reduce((sum, { counter, weight }) => sum + weight * countAt(counter, node), 0)
  return {
    fixed: [...lists, ...marks]
      .filter((list) => list !== undefined)
      .map(
        (list): Trait =>
          (node) =>
            list[node] ?? 0,
      ),
    moving: [
      ...(pulls.length > 0 ? [pull] : []),
      ...needed.map(
        (counter): Trait =>
          (node) =>
            countAt(counter, node) > 0 ? 1 : 0,
      ),
      ...[...hard, ...soft].map(({ counter }) => counts(counter)),
    ],
    barring: company.refused.filter(({ isPerNode }) => isPerNode),
    countsClosed: hard.length > 0,
  }
}

function isUnbarred(barring: readonly Counter[], node: number): boolean {
  for (const counter of barring) if (countAt(counter, node) > 0) return false
  return true
}
