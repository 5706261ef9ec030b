// When a thing happens, and whether it does at all, for all that is not known: the phase of every period, races, order.

/** Seconds after the loss, between bounds. */
export interface Seconds {
  readonly from: number
  readonly to: number
}

/** One summand of a time. */
export interface Term {
  readonly what: TermName
  /** `to` is undefined where nobody can tell how long. */
  readonly seconds: { readonly from: number; readonly to: number | undefined }
}

export type TermName =
  | 'last heartbeat'
  | 'heartbeat seen'
  | 'grace'
  | 'looked at'
  | 'requests'
  | 'evictions suspended'
  | 'queue of the zone'
  | 'turn lost'
  | 'tolerated'
  | 'out-of-service'
  | 'node removed'
  | 'quarantine'
  | 'collected'
  | 'charged to the quota'
  | 'tried again'
  | 'counted by the job'
  | 'back-off of the job'
  | 'earlier ordinals'

export type When = Happens | Never

export interface Happens {
  readonly is: 'certain' | 'possible'
  readonly from: number
  /** Undefined: no bound is known. */
  readonly to: number | undefined
  /**
   * What `to` is the sum of, in the order in which it passes, and `from` too where there is one way only: what may happen
   * in two ways has the terms of the one that bounds it.
   */
  readonly terms: readonly Term[]
}

export interface Never {
  readonly is: 'never'
  readonly because: NeverBecause
}

export type NeverBecause =
  | 'tolerates for ever'
  | 'evictions suspended'
  | 'all zones lost'
  | 'node removed before'
  | 'node stays'
  | 'stays Terminating'
  | 'bare pod'
  | 'pod of a kubelet'
  | 'pod of a DaemonSet'
  | 'job gives up'
  | 'earlier ordinal stays away'

export const never = (because: NeverBecause): Never => ({ is: 'never', because })

export const term = (what: TermName, from: number, to: number | undefined): Term => ({
  what,
  seconds: { from: tidy(from), to: to === undefined ? undefined : tidy(to) },
})

/** A time as the sum of its terms; those that are nothing are left out. */
export function sum(is: Happens['is'], terms: readonly Term[]): Happens {
  return after({ is, from: 0, to: 0, terms: [] }, ...terms)
}

/** What passes after something else. */
export function after(first: Happens, ...terms: readonly Term[]): Happens {
  let { from, to } = first
  for (const { seconds } of terms) {
    from += seconds.from
    to = to === undefined || seconds.to === undefined ? undefined : to + seconds.to
  }
  const all = terms.filter(isSome).reduce(withTerm, first.terms)
  return { is: first.is, from: tidy(from), to: to === undefined ? undefined : tidy(to), terms: all }
}

// What passes twice in a row is one term.
function withTerm(terms: readonly Term[], next: Term): readonly Term[] {
  const last = terms.at(-1)
  if (last?.what !== next.what) return [...terms, next]
  const ends = [last.seconds.to, next.seconds.to]
  const to = ends.includes(undefined) ? undefined : (ends[0] ?? 0) + (ends[1] ?? 0)
  return [...terms.slice(0, -1), term(next.what, last.seconds.from + next.seconds.from, to)]
}

/** Whichever is first; where neither ever happens, the reason is that of `a`. */
export function earliest(a: When, b: When): When {
  if (a.is === 'never') return b.is === 'never' ? a : b
  if (b.is === 'never') return a
  // What is certain bounds what is only possible, and the terms are those of the one that ends it.
  const bounds = [a, b].filter(({ is }) => is === 'certain')
  const [one, two] = bounds.length === 2 || bounds.length === 0 ? [a, b] : [bounds[0] as Happens, undefined]
  const last = two !== undefined && isSooner(two, one) ? two : one
  const from = Math.min(a.from, b.from)
  const to = two === undefined ? one.to : bounds.length === 0 ? latest(a.to, b.to) : last.to
  return { is: bounds.length > 0 ? 'certain' : 'possible', from, to, terms: last.terms }
}

/** Both, so whichever is last. */
export function both(a: Happens, b: Happens): Happens {
  const is = a.is === 'certain' && b.is === 'certain' ? 'certain' : 'possible'
  const last = isSooner(a, b) ? b : a
  return { is, from: Math.max(a.from, b.from), to: latest(a.to, b.to), terms: last.terms }
}

/** What may not happen after all. */
export function possible(when: When): When {
  return when.is === 'certain' ? { ...when, is: 'possible' } : when
}

function isSooner(a: Happens, b: Happens): boolean {
  return (a.to ?? Number.POSITIVE_INFINITY) < (b.to ?? Number.POSITIVE_INFINITY)
}

function latest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : Math.max(a, b)
}

function isSome({ seconds }: Term): boolean {
  return seconds.from !== 0 || seconds.to !== 0
}

// Sums of tenths of seconds: nobody wants to read 50.099999999999994.
function tidy(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6
}
