import type { Json, JsonObject } from './json.ts'

export interface Disagreement {
  readonly comparison: string
  readonly asked: JsonObject
  readonly ours: Json
  readonly theirs: Json
}

/** What one comparison came to. */
export interface Outcome {
  readonly comparison: string
  readonly says: string
  readonly passed: number
  readonly failed: number
  /** Not compared, by the reason's name. */
  readonly apart: ReadonlyMap<string, number>
  /** Passed, with something to be said about it. */
  readonly notes: ReadonlyMap<string, number>
  readonly disagreements: readonly Disagreement[]
  readonly tookSeconds: number
  /** The most memory that our side has held, where it answers in a process of its own. */
  readonly peakBytes?: number
}

export interface Bounds {
  readonly seed: number
  readonly cases: number
  /** `performance.now()` at which the comparison ends, whatever is left. */
  readonly until: number
  /** How many disagreements are made small and shown. */
  readonly show: number
  /** Whether the first disagreement is enough. */
  readonly isFirstEnough?: boolean
}

/** The bounds of the next comparison, which usually asks so many cases, or goes on for so long. */
export type BoundsFor = (usualCases: number, usualSeconds?: number) => Bounds

/** Counts, and the disagreements that are shown. */
export interface Tally {
  passed: number
  failed: number
  readonly apart: Map<string, number>
  readonly notes: Map<string, number>
  readonly disagreements: Disagreement[]
}

export function newTally(): Tally {
  return { passed: 0, failed: 0, apart: new Map(), notes: new Map(), disagreements: [] }
}

export function countOne(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}
