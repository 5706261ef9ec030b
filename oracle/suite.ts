import type { BoundsFor, Outcome } from './outcome.ts'
import type { ProgramName } from './programs.ts'

/** Comparisons that one real thing answers, asked together. */
export interface Suite {
  /** What `--only` calls all of them. */
  readonly name: string
  readonly comparisons: readonly string[]
  /** Programs that are built before the first question of these comparisons. */
  needs(comparisons: readonly string[]): readonly ProgramName[]
  /** Starts what answers, asks it, and ends it; tells each outcome when it is there. */
  ask(comparisons: readonly string[], boundsFor: BoundsFor, tell: Tell): Promise<void>
  /** Who answers a comparison, with its version: kept with each case. */
  answeredBy(comparison: string): string
}

export interface Tell {
  line(text: string): void
  outcome(outcome: Outcome): void
}
