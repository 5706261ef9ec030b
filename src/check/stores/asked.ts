import type { Source } from '../../estate/estate.ts'
import type { ServiceShape } from '../../knowledge/managed-stores.ts'
import type { Managed } from '../../platform/model.ts'
import type { DeclaredStore } from './stores-of.ts'

/** A store that a provider is asked to run. */
export interface Asked extends DeclaredStore {
  readonly managed: Managed
  readonly shape: ServiceShape | undefined
  /** Undefined where nobody says. */
  readonly members: number | undefined
  readonly at: { readonly source: Source }
}
