// A PromQL expression as plain data: what selects, what is computed of it, how two sides are matched.
// Source: https://prometheus.io/docs/prometheus/latest/querying/basics/ and /operators/.

export type MatchOp = '=' | '!=' | '=~' | '!~'

export interface Matcher {
  readonly label: string
  readonly op: MatchOp
  readonly value: string
}

/** How the sides of an operator find each other; without `on` and `ignoring` by all labels. */
export interface Matching {
  readonly on?: readonly string[]
  readonly ignoring?: readonly string[]
  readonly group?: 'left' | 'right'
  readonly include?: readonly string[]
}

interface Written {
  /** As it is written. */
  readonly text: string
}

export type Query = Written &
  (
    | { readonly is: 'number'; readonly value: number }
    | { readonly is: 'string'; readonly value: string }
    | { readonly is: 'selector'; readonly metric?: string; readonly matchers: readonly Matcher[] }
    /** A window of time over a selector or, as a subquery, over anything. */
    | { readonly is: 'range'; readonly of: Query; readonly subquery: boolean }
    /** `offset` or `@`: the same series at another time. */
    | { readonly is: 'shifted'; readonly of: Query; readonly by: string }
    | { readonly is: 'negative'; readonly of: Query }
    | { readonly is: 'call'; readonly name: string; readonly of: readonly Query[] }
    | {
        readonly is: 'aggregate'
        readonly name: string
        readonly by?: readonly string[]
        readonly without?: readonly string[]
        readonly of: readonly Query[]
      }
    | {
        readonly is: 'operator'
        readonly op: string
        readonly bool: boolean
        /** Absent series are filled in on a side: nothing ends for want of a partner. */
        readonly fills: boolean
        readonly matching: Matching
        readonly left: Query
        readonly right: Query
      }
  )

export type QueryOf<Is extends Query['is']> = Extract<Query, { is: Is }>
