// One known fault of the document, where it is found, and what puts it right.

import type { Correction } from '../changing.ts'

export interface Entry {
  /** As the list of known faults numbers it. */
  readonly id: `C${number}`
  readonly fault: string
  readonly found: readonly Found[]
  /** The correct design. It takes the causes away, in every verdict. */
  readonly by: readonly Correction[]
  /** What else is wrong with the same verdicts, put right too. */
  readonly beside?: readonly Correction[]
  /** How the verdicts end then: kept, resting on these assumptions, or no longer asked. */
  readonly ends: { readonly [verdict: string]: 'kept' | 'gone' | readonly string[] }
}

export interface Found {
  readonly verdict: string
  readonly rule: string
  readonly cause: string
  /** Parts of its line and of its rows (`label: text`): the entry's own figures among them. */
  readonly shows: readonly string[]
}
