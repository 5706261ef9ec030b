// What outages that come again and again leave of the time.

import type { Span } from './span.ts'

export interface Outage {
  /** How long it lasts. */
  readonly takes: Span
  readonly everySeconds: number
}

/** Shares of the time, 0 to 1: at least `from`; at most `to`. */
export interface Share {
  readonly from: number
  readonly to: number
}

/**
 * The share of the time that is left where outages of these kinds follow each other and never overlap; one without a
 * known end leaves nothing at worst.
 */
export function shareLeft(outages: readonly Outage[]): Share {
  const lost = (of: (span: Span) => number) =>
    outages.reduce((sum, { takes, everySeconds }) => sum + of(takes) / everySeconds, 0)
  return {
    from: Math.max(0, 1 - lost(({ to }) => to ?? Number.POSITIVE_INFINITY)),
    to: Math.max(0, 1 - lost(({ from }) => from)),
  }
}
