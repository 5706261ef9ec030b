// From what a plugin counts to 0 to 100 over the feasible nodes of one pod.
// Source: pkg/scheduler/framework/plugins/helper/normalize_score.go, interpodaffinity/scoring.go:258,
// podtopologyspread/scoring.go:229 (kubernetes v1.36.3).

import { percentOf } from './whole-share.ts'

/** In proportion to the largest; all zero stays zero. */
export function normalizeUp(counts: Float64Array): Float64Array {
  const most = largest(counts)
  return most === 0 ? counts : counts.map((count) => percentOf(count, most))
}

/** The largest gets 0, and nothing 100. */
export function normalizeDown(counts: Float64Array): Float64Array {
  const most = largest(counts)
  return counts.map((count) => (most === 0 ? 100 : 100 - percentOf(count, most)))
}

/** From the least to the most, in between by floating point as the scheduler does; all equal is 0. */
export function normalizeBetween(counts: Float64Array): Float64Array {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const count of counts) {
    least = Math.min(least, count)
    most = Math.max(most, count)
  }
  const span = most - least
  return counts.map((count) => (span > 0 ? Math.trunc(100 * ((count - least) / span)) : 0))
}

/** The least gets the most; below 0 stands for a node that is not scored, and gets 0. */
export function normalizeSpread(counts: Float64Array): Float64Array {
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (const count of counts) {
    if (count < 0) continue
    least = Math.min(least, count)
    most = Math.max(most, count)
  }
  return counts.map((count) => (count < 0 ? 0 : most === 0 ? 100 : percentOf(most + least - count, most)))
}

function largest(counts: Float64Array): number {
  let most = 0
  for (const count of counts) most = Math.max(most, count)
  return most
}
