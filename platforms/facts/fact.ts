// One row of what a document says, and how it is shown that the platform says it too.

import type { Platform } from '../../src/platform/model.ts'
import type { Claim } from './claim.ts'

export type FactKind = 'express' | 'render' | 'check' | 'run' | 'deliver' | 'drill' | 'observe' | 'secure' | 'document'

interface Row {
  /** As the list of facts numbers it: `GX-105`. */
  readonly id: string
  readonly title: string
  /** How it can be shown, the main way first. */
  readonly kinds: readonly [main: FactKind, ...others: FactKind[]]
}

/**
 * It holds on the platform as amended, or, where the document has it wrong, as written: there as a broken verdict. With
 * just that fact said differently at least one of the claims fails.
 */
export interface Shown extends Row {
  readonly on?: 'as-written'
  readonly holds: readonly [Claim, ...Claim[]]
  readonly unless: (platform: Platform) => Platform
}

/** What only a later part can show. */
export interface NotYet extends Row {
  readonly waitsFor: 'rendering' | 'running' | 'delivering' | 'drilling' | 'observing' | 'documenting' | 'nothing'
  readonly why: string
}

export type Fact = Shown | NotYet

/** What is known of one platform. */
export interface Facts {
  readonly platform: Platform
  readonly asWritten: Platform
  readonly facts: readonly Fact[]
}
