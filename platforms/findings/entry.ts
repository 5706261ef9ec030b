// One known fault of the document, where it is found, and what puts it right.

import type { Correction } from './changing.ts'

export interface Entry extends Listed {
  readonly found: readonly Found[]
  /** The correct design. It takes the causes away, in every verdict. Without it the amended platform does. */
  readonly by?: readonly Correction[]
  /** Why the amended platform shows it too: what somebody estimates, or what costs nothing until it is asked for. */
  readonly stays?: string
  /** What else is wrong with the same verdicts, put right too. */
  readonly beside?: readonly Correction[]
  /** How the verdicts end then: kept, resting on these assumptions, or no longer asked. */
  readonly ends?: { readonly [verdict: string]: 'kept' | 'gone' | readonly string[] }
}

export interface Listed {
  /** As the list of known faults numbers it: `C07`. */
  readonly id: string
  readonly fault: string
  /** How sure a reader may be of it: shown by the document alone, by what is known of the field, or in one reading of it. */
  readonly certainty?: 'certain' | 'likely' | 'interpretation'
  /** Where the document says it: lines, or the first and the last of a range. */
  readonly lines?: readonly (number | readonly [number, number])[]
}

export type Found = FoundByRule | FoundUnsaid | FoundAssumed | FoundAdvice | FoundOpen

/** A verdict that is broken, or is in one of the ways to decide what stands open. */
export interface FoundByRule {
  readonly verdict: string
  readonly rule: string
  readonly cause: string
  /** Parts of its line and of its rows (`label: text`): the entry's own figures among them. */
  readonly shows: readonly string[]
}

/** A verdict that cannot be decided, by one of its rules: the document does not say what it would take. */
export interface FoundUnsaid {
  readonly verdict: string
  readonly unsaid: string
  readonly shows: readonly string[]
}

/** A verdict that rests on what the document does not say; only where another reading takes the fault away. */
export interface FoundAssumed {
  readonly verdict: string
  /** The id of the assumption. */
  readonly assumes: string
  /** Parts of what the assumption says. */
  readonly shows: readonly string[]
}

/** What is worth knowing and fails nothing; only where another reading takes the fault away. */
export interface FoundAdvice {
  readonly advice: string
  readonly shows: readonly string[]
}

/** A choice that the document leaves open. */
export interface FoundOpen {
  readonly open: string
  /** The options, as they are named. */
  readonly shows: readonly string[]
}

/** A known fault that no rule finds, with the reason. */
export interface Named extends Listed {
  readonly why: string
}

/** Faults with one matter in common, as a README tells them. */
export interface Group {
  readonly title: string
  readonly entries: readonly Entry[]
}
