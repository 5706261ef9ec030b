// How well a pod's cpu and memory suit a node: the two scores, as plain functions of amounts.
// Source: pkg/scheduler/framework/plugins/noderesources/{least_allocated,balanced_allocation}.go (kubernetes v1.36.3).

import type { Share } from './pod-requests.ts'
import { percentOf } from './whole-share.ts'

/**
 * 0 to 100: the more cpu and memory stay free, the more, averaged over what the node has at all.
 * `wanted` is what stands there plus the pod, both with missing requests filled in (least_allocated.go:30).
 */
export function leastAllocatedScore(wanted: Share, has: Share): number {
  let sum = 0
  let counted = 0
  if (has.milliCpu !== 0) {
    sum += freePercent(wanted.milliCpu, has.milliCpu)
    counted += 1
  }
  if (has.memoryBytes !== 0) {
    sum += freePercent(wanted.memoryBytes, has.memoryBytes)
    counted += 1
  }
  return counted === 0 ? 0 : Math.trunc(sum / counted)
}

function freePercent(wanted: number, has: number): number {
  return wanted > has ? 0 : percentOf(has - wanted, has)
}

/**
 * 50 to 100: whether the pod brings cpu and memory of the node closer together (towards 100) or further apart.
 * `taken` and `asked` are what is asked for, nothing filled in (balanced_allocation.go:204).
 */
export function balancedScore(taken: Share, asked: Share, has: Share): number {
  const before = evenness(taken.milliCpu, taken.memoryBytes, has)
  const after = evenness(taken.milliCpu + asked.milliCpu, taken.memoryBytes + asked.memoryBytes, has)
  return 50 + Math.trunc((50 + after - before) / 2)
}

// With one resource there is nothing to be uneven; with two the standard deviation is half their distance.
function evenness(milliCpu: number, memoryBytes: number, has: Share): number {
  if (has.milliCpu === 0 || has.memoryBytes === 0) return 100
  const cpu = Math.min(milliCpu / has.milliCpu, 1)
  const memory = Math.min(memoryBytes / has.memoryBytes, 1)
  return Math.trunc((1 - Math.abs((cpu - memory) / 2)) * 100)
}

/** A pod that asks for neither cpu nor memory is not scored by balance (balanced_allocation.go:84). */
export function isScoredByBalance({ milliCpu, memoryBytes }: Share): boolean {
  return milliCpu !== 0 || memoryBytes !== 0
}
