// Where the next pod of a class goes: one node of each cell is judged as the scheduler judges nodes.
// Source: pkg/scheduler/schedule_one.go:480 (kubernetes v1.36.3), and the plugins that the imported files name.

import { normalizeBetween, normalizeDown, normalizeSpread, normalizeUp } from '../scheduling/normalize.ts'
import { domainWeight, spreadScore } from '../scheduling/spread-weight.ts'
import type { Asked } from './asked.ts'
import type { Cells } from './cells.ts'
import { countAt } from './counters.ts'
import type { Cell } from './live-cells.ts'
import type { HardSpread, SoftSpread } from './spreading.ts'

/** The first node, in node order, of those with the highest score over all nodes; undefined where none takes the pod. */
export function chooseNode(cells: Cells): number | undefined {
  const { tainted, preferred, company, spreading } = cells.asked
  const isComparing = tainted || preferred || company.pulls.length > 0 || spreading.soft.length > 0
  return isComparing ? chosenByTotal(cells) : chosenByBase(cells)
}

/** Where no score depends on the other nodes, cells are looked at one by one, and most of them not at all. */
function chosenByBase(cells: Cells): number | undefined {
  const least = leastOf(cells)
  let best: number | undefined
  let most = -1
  for (const cell of cells.all) {
    if (!cell.isOpen || cell.base < most) continue
    const node = cells.first(cell)
    if (cell.base === most && best !== undefined && node > best) continue
    if (!isFeasible(cells, node, least)) continue
    best = node
    most = cell.base
  }
  return best
}

function chosenByTotal(cells: Cells): number | undefined {
  const feasible = feasibleIn(cells)
  if (feasible.length === 0) return undefined
  const totals = totalsOf(cells.asked, feasible)
  let best = feasible[0]?.node ?? 0
  let most = totals[0] ?? 0
  for (let at = 1; at < feasible.length; at++) {
    const total = totals[at] ?? 0
    const node = feasible[at]?.node ?? 0
    if (total > most || (total === most && node < best)) {
      best = node
      most = total
    }
  }
  return best
}

/** Whether one node takes the next pod of a class. */
export function takesPod(cells: Cells, node: number): boolean {
  const cell = cells.cellOf(node)
  return cell?.isOpen === true && isFeasible(cells, node, leastOf(cells))
}

interface Judged {
  readonly cell: Cell
  /** Its first node, which stands for all. */
  readonly node: number
}

function feasibleIn(cells: Cells): readonly Judged[] {
  const least = leastOf(cells)
  const feasible: Judged[] = []
  for (const cell of cells.all) {
    if (!cell.isOpen) continue
    const node = cells.first(cell)
    if (isFeasible(cells, node, least)) feasible.push({ cell, node })
  }
  return feasible
}

function isFeasible({ asked: { company, spreading } }: Cells, node: number, least: readonly number[]): boolean {
  for (const counter of company.refused) if (!counter.isPerNode && countAt(counter, node) > 0) return false
  const { needed } = company
  if (needed.length > 0 && !needed.every((counter) => countAt(counter, node) > 0)) {
    if (!company.takesSelf || needed.some(({ total }) => total > 0)) return false
  }
  return spreading.hard.every(
    ({ counter, maxSkew, itself }, at) => countAt(counter, node) + itself - (least[at] ?? 0) <= maxSkew,
  )
}

/** Per hard constraint: pods in the emptiest domain that counts, or 0 where there are fewer domains than wanted. */
function leastOf(cells: Cells): readonly number[] {
  return cells.asked.spreading.hard.map((spread) =>
    spread.domains.length < spread.minDomains ? 0 : leastIn(cells, spread),
  )
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

function totalsOf(asked: Asked, feasible: readonly Judged[]): Float64Array {
  const totals = new Float64Array(feasible.length)
  for (let at = 0; at < feasible.length; at++) totals[at] = feasible[at]?.cell.base ?? 0
  const { tainted, preferred, company, spreading } = asked
  if (tainted) add(totals, 3, normalizeDown(rowOf(feasible, (node) => tainted[node] ?? 0)))
  if (preferred) add(totals, 2, normalizeUp(rowOf(feasible, (node) => preferred[node] ?? 0)))
  if (spreading.soft.length > 0) add(totals, 2, normalizeSpread(spreadRow(asked, feasible)))
  if (company.pulls.length > 0) add(totals, 2, normalizeBetween(rowOf(feasible, (node) => pullAt(asked, node))))
  return totals
}

// A loop, because Float64Array.from goes through an iterator: it would cost more than all else here.
function rowOf(feasible: readonly Judged[], valueAt: (node: number) => number): Float64Array {
  const row = new Float64Array(feasible.length)
  for (let at = 0; at < feasible.length; at++) row[at] = valueAt(feasible[at]?.node ?? 0)
  return row
}

function add(totals: Float64Array, weight: number, scores: Float64Array): void {
  for (let at = 0; at < totals.length; at++) totals[at] = (totals[at] ?? 0) + weight * (scores[at] ?? 0)
}

function pullAt({ company }: Asked, node: number): number {
  let sum = 0
  for (const { counter, weight } of company.pulls) sum += weight * countAt(counter, node)
  return sum
}

function spreadRow({ spreading: { soft, ignored } }: Asked, feasible: readonly Judged[]): Float64Array {
  const scored = feasible.filter(({ node }) => ignored[node] !== 1)
  const weights = soft.map((spread) => domainWeight(spread.isByNode ? nodesIn(scored) : domainsIn(spread, scored)))
  return rowOf(feasible, (node) => {
    if (ignored[node] === 1) return -1
    let sum = 0
    for (let at = 0; at < soft.length; at++) {
      const one = soft[at]
      if (one?.hasKey[node] === 1) sum += spreadScore(countAt(one.counter, node), one.maxSkew, weights[at] ?? 0)
    }
    return Math.round(sum)
  })
}

function nodesIn(scored: readonly Judged[]): number {
  let nodes = 0
  for (const { cell } of scored) nodes += cell.size
  return nodes
}

function domainsIn({ counter }: SoftSpread, scored: readonly Judged[]): number {
  // One node of a cell stands for all, but not for their domains where each node is its own.
  if (counter.isPerNode) return nodesIn(scored)
  return new Set(scored.map(({ node }) => counter.domainOf[node] ?? -1)).size
}
