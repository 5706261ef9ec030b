// What is deployed and migrated, one after the other, and what of it comes too early: a schema cannot be migrated in a
// store that is not there, and what calls the store finds no tables until it is.

export interface Act {
  /** As it is called: a step, a wave. */
  readonly name: string
  readonly deploys: readonly string[]
  readonly migrates: readonly string[]
  /** Indices of the acts that are over when it begins. */
  readonly after: ReadonlySet<number>
}

export interface TooEarly {
  readonly act: string
  readonly what: string
  readonly store: string
  /** The act that should be over. */
  readonly needs: string
  readonly why: 'no-store' | 'no-schema'
}

/** What comes too early, in the order of the acts. `callers`: who calls each store, by names. */
export function tooEarly(acts: readonly Act[], callers: ReadonlyMap<string, readonly string[]>): readonly TooEarly[] {
  return acts.flatMap((act, at) => [
    ...act.migrates.flatMap((store) => {
      const needs = acts.find((other, index) => other.deploys.includes(store) && index !== at && !act.after.has(index))
      return needs ? [{ act: act.name, what: store, store, needs: needs.name, why: 'no-store' as const }] : []
    }),
    ...act.deploys.flatMap((what) =>
      [...callers].flatMap(([store, called]) => {
        const isLate = (other: Act, index: number) => other.migrates.includes(store) && !act.after.has(index)
        const needs = called.includes(what) ? acts.find(isLate) : undefined
        return needs ? [{ act: act.name, what, store, needs: needs.name, why: 'no-schema' as const }] : []
      }),
    ),
  ])
}

export function tooEarlyWords({ act, what, store, needs, why }: TooEarly): readonly [label: string, text: string] {
  if (why === 'no-store') return [act, `migrates ${store}, which ${needs} deploys no earlier`]
  return [act, `deploys ${what}, which calls ${store}; its schema is migrated no earlier, by ${needs}`]
}
