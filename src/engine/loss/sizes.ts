// Requests of all that look for a node, the largest first: how few of them leave too little.

import type { Scene } from './scene.ts'

export interface Sizes {
  readonly need: Float64Array
  readonly count: Float64Array
  /** Of all before and with it. */
  readonly pods: Float64Array
  readonly sum: Float64Array
}

const known = new WeakMap<Scene['weightOn'], Map<number, Sizes[]>>()

/** Per resource, of those that may come to nodes of a pattern. */
export function sizesOf(scene: Scene, pattern: number): (resource: number) => Sizes {
  const tables = known.get(scene.weightOn) ?? new Map<number, Sizes[]>()
  known.set(scene.weightOn, tables)
  const table = tables.get(pattern) ?? []
  tables.set(pattern, table)
  return (r) => {
    const made = table[r] ?? sorted(scene, pattern, r)
    table[r] = made
    return made
  }
}

function sorted({ ground, movers }: Scene, pattern: number, r: number): Sizes {
  const { patterns, board } = ground
  const rows = [...movers].filter(([index]) => patterns.meet(pattern, patterns.of[index] ?? 0))
  return sizesFrom(rows.map(([index, count]) => ({ need: board.members[index]?.needs[r] ?? 0, count })))
}

export function sizesFrom(all: readonly { readonly need: number; readonly count: number }[]): Sizes {
  const rows = all.filter((row) => row.need > 0).sort((a, b) => b.need - a.need)
  const need = Float64Array.from(rows, (row) => row.need)
  const count = Float64Array.from(rows, (row) => row.count)
  return { need, count, pods: sums(count), sum: sums(need.map((one, at) => one * (count[at] ?? 0))) }
}

function sums(values: Float64Array): Float64Array {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}

/** The fewest pods that together take more than the gap, the largest first; one of the pod's own too many at worst. */
export function fewestBeyond({ need, count, pods, sum }: Sizes, gap: number): number {
  if (gap < 0) return 0
  let low = 0
  let high = sum.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sum[middle] ?? 0) > gap) high = middle
    else low = middle + 1
  }
  if (low === sum.length) return Number.POSITIVE_INFINITY
  const before = { pods: low === 0 ? 0 : (pods[low - 1] ?? 0), sum: low === 0 ? 0 : (sum[low - 1] ?? 0) }
  return before.pods + Math.min(count[low] ?? 0, Math.floor((gap - before.sum) / (need[low] ?? 1)) + 1)
}
