// From what a plugin counts to 0 to 100 over the feasible nodes of one pod: in place, the first `length` of a list.
// Source: pkg/scheduler/framework/plugins/helper/normalize_score.go, interpodaffinity/scoring.go:258,
// podtopologyspread/scoring.go:229 (kubernetes v1.36.3).

import { percentOf } from './whole-share.ts'

/** In proportion to the largest; all zero stays zero. */
export function normalizeUp(counts: Float64Array, length: number = counts.length): Float64Array {
  const most = largest(counts, length)
  if (most !== 0) for (let at = 0; at < length; at++) counts[at] = percentOf(counts[at] ?? 0, most)
  return counts
}

/** The largest gets 0, and nothing 100. */
export function normalizeDown(counts: Float64Array, length: number = counts.length): Float64Array {
  const most = largest(counts, length)
  for (let at = 0; at < length; at++) counts[at] = most === 0 ? 100 : 100 - percentOf(counts[at] ?? 0, most)
  return counts
}

/** From the least to the most, in between by floating point as the scheduler does; all equal is 0. */
export function normalizeBetween(counts: Float64Array, length: number = counts.length): Float64Array {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < length; at++) {
    least = Math.min(least, counts[at] ?? 0)
    most = Math.max(most, counts[at] ?? 0)
  }
  const span = most - least
  for (let at = 0; at < length; at++) counts[at] = span > 0 ? Math.trunc(100 * (((counts[at] ?? 0) - least) / span)) : 0
  return counts
}

/** The least gets the most; below 0 stands for a node that is not scored, and gets 0. */
export function normalizeSpread(counts: Float64Array, length: number = counts.length): Float64Array {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (let at = 0; at < length; at++) {
    const count = counts[at] ?? 0
    if (count < 0) continue
    least = Math.min(least, count)
    most = Math.max(most, count)
  }
  for (let at = 0; at < length; at++) {
    const count = counts[at] ?? 0
    counts[at] = count < 0 ? 0 : most === 0 ? 100 : percentOf(most + least - count, most)
  }
  return counts
}

function largest(counts: Float64Array, length: number): number {
  let most = 0
  for (let at = 0; at < length; at++) most = Math.max(most, counts[at] ?? 0)
  return most
}
