// Spans of time in words.

import type { Span } from '../engine/recovery/span.ts'

/** `350s`, `40-100s`, `6h and more`, `for ever`, `nobody says how long`. */
export function saySpan({ from, to, isMore }: Span): string {
  if (from === Number.POSITIVE_INFINITY) return 'for ever'
  if (to === undefined)
    return from === 0 ? 'a time that nobody says' : isMore ? `more than ${sayTime(from)}` : `at least ${sayTime(from)}`
  return from === to ? sayTime(from) : `${sayTime(from)} to ${sayTime(to)}`
}

/** `90s`, `6m5s`, `1h`, `90m`, `7.5d`: exact, in at most two units. */
export function sayTime(seconds: number): string {
  if (seconds < 120) return `${round(seconds)}s`
  if (seconds === 3600) return '1h'
  if (seconds < 7200) return units(seconds, 60, 'm', 's')
  if (seconds < 172_800) return units(seconds / 60, 60, 'h', 'm')
  return `${round(seconds / 86_400)}d`
}

/** A round trip, `50ms to 200ms`: in milliseconds below a second. */
export function sayRoundTrip({ from, to }: { readonly from: number; readonly to: number }): string {
  const say = (seconds: number) => (seconds < 1 ? `${round(seconds * 1000)}ms` : sayTime(seconds))
  return from === to ? say(from) : `${say(from)} to ${say(to)}`
}

function units(amount: number, size: number, big: string, small: string): string {
  const whole = Math.floor(amount / size)
  const rest = round(amount - whole * size)
  return rest === 0 ? `${whole}${big}` : `${whole}${big}${rest}${small}`
}

function round(amount: number): number {
  return Math.round(amount * 10) / 10
}
