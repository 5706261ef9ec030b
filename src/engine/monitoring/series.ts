// What is known of the series that an expression gives, whatever the data.

import type { Labels } from './labels.ts'
import type { Values } from './values.ts'

export interface Series {
  /** It gives none, ever. */
  readonly never?: Never
  /** It gives at least one, always. */
  readonly always?: boolean
  readonly scalar?: boolean
  readonly labels: Labels
  readonly values: Values
  /** The same for series that are the same but for those that comparisons took away; empty where that cannot be told. */
  readonly of: string
  /** More of them was taken away than `values` says. */
  readonly partly?: true
}

export type Never =
  /** Matchers of one label that no text meets. */
  | { readonly why: 'matchers'; readonly of: string; readonly said: string }
  /** A comparison that no value of `of` meets. */
  | { readonly why: 'value'; readonly of: string; readonly values: string; readonly op: string; readonly with: string }
  /** Sides whose series never have equal labels. */
  | { readonly why: 'sides'; readonly op: string; readonly left: string; readonly right: string }
  /** The absence of something that is always there. */
  | { readonly why: 'present'; readonly of: string }
  /** Two conditions on one value that exclude each other. */
  | { readonly why: 'both'; readonly left: string; readonly op: string; readonly right: string }
