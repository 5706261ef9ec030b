// Lengths of time that are known between bounds: at least `from` seconds, at most `to`, which nobody may know.

import type { SecondsRange } from '../../estate/estate.ts'

export interface Span {
  readonly from: number
  /** undefined: nobody says how long. */
  readonly to: number | undefined
  /** Longer than `from`, by an amount that nobody says. */
  readonly isMore?: true
}

export const noTime: Span = { from: 0, to: 0 }
/** Takes time, and nobody says how much. */
export const unsaidTime: Span = { from: 0, to: undefined, isMore: true }
export const forEver: Span = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY }

export function spanOf(range: SecondsRange | undefined): Span {
  return range ? { from: range.from, to: range.to } : unsaidTime
}

/** One after the other. */
export function sumOf(spans: readonly Span[]): Span {
  return spans.reduce(
    (sum, span) =>
      spanWith({
        from: sum.from + span.from,
        to: sum.to === undefined || span.to === undefined ? undefined : sum.to + span.to,
        isMore: sum.isMore ?? span.isMore,
      }),
    noTime,
  )
}

/** Side by side: over when the last is. */
export function latestOf(spans: readonly Span[]): Span {
  const from = Math.max(0, ...spans.map((span) => span.from))
  const ends = spans.map(({ to }) => to)
  const to = ends.includes(undefined) ? undefined : Math.max(0, ...ends.filter((end) => end !== undefined))
  return spanWith({ from, to, isMore: spans.find((span) => span.from === from && span.isMore)?.isMore })
}

/** Whether a span is over within a time: false where it certainly is not, undefined where nobody can tell. */
export function isWithin({ from, to, isMore }: Span, seconds: number): boolean | undefined {
  if (from > seconds || (isMore && from >= seconds)) return false
  return to !== undefined && to <= seconds ? true : to === undefined ? undefined : false
}

function spanWith({ from, to, isMore }: Omit<Span, 'isMore'> & { isMore: true | undefined }): Span {
  return isMore ? { from, to, isMore } : { from, to }
}
