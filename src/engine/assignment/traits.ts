// What makes a difference between nodes for one class, as numbers: nodes with the same row of numbers are one cell.

import type { Asked } from './asked.ts'
import { type Counter, countAt } from './counters.ts'

type Trait = (node: number) => number

export interface Traits {
  /** What tells nodes apart for good: taints, labels, domains of several nodes. */
  readonly fixed: readonly List[]
  /** What pods that come to a node change, beside its room. */
  readonly moving: readonly Trait[]
  /** Counters of single nodes that bar a node where they are not 0. */
  readonly barring: readonly Counter[]
  /** Nodes that do not take the pod count all the same, where the least of all nodes is asked for. */
  readonly countsClosed: boolean
}

export function traitsOf(asked: Asked): Traits {
  const { company, spreading } = asked
  const hard = spreading.hard.filter(({ counter }) => counter.isPerNode)
  return {
    fixed: fixedLists(asked),
    moving: [
      ...pullOf(company.pulls.filter(({ counter }) => counter.isPerNode)),
      ...company.needed.filter(({ isPerNode }) => isPerNode).map(isThere),
      ...[...hard, ...spreading.soft]
        .map(({ counter }) => counter)
        .filter(({ isPerNode }) => isPerNode)
        .map(howMany),
    ],
    barring: company.refused.filter(({ isPerNode }) => isPerNode),
    countsClosed: hard.length > 0,
  }
}

/** A value per node. */
export type List = Int32Array | Float64Array | Uint8Array

function fixedLists({ tainted, preferred, company, spreading }: Asked): readonly List[] {
  const { hard, soft, ignored } = spreading
  const counters = [
    ...company.needed,
    ...company.refused,
    ...[...company.pulls, ...hard, ...soft].map(({ counter }) => counter),
  ]
  const domains = new Set(counters.filter(({ isPerNode }) => !isPerNode).map(({ domainOf }) => domainOf))
  const counted = hard.filter(({ counter }) => counter.isPerNode).map(({ within }) => within)
  const marks = soft.length > 0 ? [ignored, ...soft.map(({ hasKey }) => hasKey)] : []
  return [...[tainted, preferred].filter((list) => list !== undefined), ...domains, ...counted, ...marks]
}

function pullOf(pulls: Asked['company']['pulls']): readonly Trait[] {
  if (pulls.length === 0) return []
  return [
    (node) => {
      let sum = 0
      for (const { counter, weight } of pulls) sum += weight * countAt(counter, node)
      return sum
    },
  ]
}

function isThere(counter: Counter): Trait {
  return (node) => (countAt(counter, node) > 0 ? 1 : 0)
}

function howMany(counter: Counter): Trait {
  return (node) => countAt(counter, node)
}
