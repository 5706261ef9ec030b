// The scores of feasible cells that depend on each other, added to those that do not: with the scheduler's arithmetic.
// Source: the plugins that the imported files name.

import { normalizeBetween, normalizeDown, normalizeSpread, normalizeUp } from '../scheduling/normalize.ts'
import { spreadScore } from '../scheduling/spread-weight.ts'
import type { Asked } from './asked.ts'
import { countAt } from './counters.ts'
import type { Tally } from './feasible.ts'

/** Adds to the first `count` totals. Plain loops over lists that are used again: this is what a pod costs. */
export function addScores(asked: Asked, tally: Tally, count: number): void {
  const { tainted, preferred, company, spreading } = asked
  const { nodes, row } = tally
  if (tainted) {
    for (let at = 0; at < count; at++) row[at] = tainted[nodes[at] ?? 0] ?? 0
    add(tally, 3, normalizeDown(row, count), count)
  }
  if (preferred) {
    for (let at = 0; at < count; at++) row[at] = preferred[nodes[at] ?? 0] ?? 0
    add(tally, 2, normalizeUp(row, count), count)
  }
  if (spreading.soft.length > 0) {
    countSpread(asked, tally, count)
    add(tally, 2, normalizeSpread(row, count), count)
  }
  if (company.pulls.length > 0) {
    for (let at = 0; at < count; at++) row[at] = pullAt(asked, nodes[at] ?? 0)
    add(tally, 2, normalizeBetween(row, count), count)
  }
}

function add({ totals }: Tally, weight: number, scores: Float64Array, count: number): void {
  for (let at = 0; at < count; at++) totals[at] = (totals[at] ?? 0) + weight * (scores[at] ?? 0)
}

function pullAt({ company }: Asked, node: number): number {
  let sum = 0
  for (const { counter, weight } of company.pulls) sum += weight * countAt(counter, node)
  return sum
}

/** Fills the row; −1 where the score leaves a node out. */
function countSpread({ spreading: { soft, ignored } }: Asked, tally: Tally, count: number): void {
  const { nodes, row } = tally
  for (let at = 0; at < count; at++) row[at] = ignored[nodes[at] ?? 0] === 1 ? -1 : 0
  for (const { counter, maxSkew, hasKey, domains } of soft) {
    // One node of a cell stands for all, but not for their domains where each node is its own.
    const weight = counter.isPerNode ? domains.weightOf(nodesIn(tally, count)) : domains.weightAmong(nodes, row, count)
    for (let at = 0; at < count; at++) {
      const node = nodes[at] ?? 0
      const sum = row[at] ?? 0
      if (sum >= 0 && hasKey[node] === 1) row[at] = sum + spreadScore(countAt(counter, node), maxSkew, weight)
    }
  }
  for (let at = 0; at < count; at++) row[at] = Math.round(row[at] ?? 0)
}

function nodesIn({ sizes, row }: Tally, count: number): number {
  let nodes = 0
  for (let at = 0; at < count; at++) if ((row[at] ?? 0) >= 0) nodes += sizes[at] ?? 0
  return nodes
}
