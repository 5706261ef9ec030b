// Time by the calendar: months have the days that they have.

import { secondsOf } from './units.ts'

const spanForm = /^(\d{1,6}) (day|week|month|quarter|year)s?$/
const months: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['year', 12],
])
const dayMilliseconds = 86_400_000

/** Is this a duration, or a span such as `3 months`? */
export function isSpan(value: unknown): boolean {
  return secondsOf(value) !== undefined || (typeof value === 'string' && spanForm.test(value))
}

/**
 * The day that lies so many spans after a day (`2026-11-22`), or before it for a negative number; undefined for what is no
 * span. A day that a month has not is its last; a part of a span counts its part of the days up to the next.
 */
export function dayAfter(day: string, span: string, times = 1): string | undefined {
  const whole = Math.floor(times)
  const from = exactly(day, span, whole)
  const to = exactly(day, span, whole + 1)
  if (from === undefined || to === undefined) return undefined
  const time = from + Math.floor(((to - from) * (times - whole)) / dayMilliseconds) * dayMilliseconds
  return Number.isNaN(new Date(time).getTime()) ? undefined : new Date(time).toISOString().slice(0, 10)
}

function exactly(day: string, span: string, times: number): number | undefined {
  const start = new Date(`${day}T00:00:00Z`)
  const seconds = secondsOf(span)
  if (seconds !== undefined) return start.getTime() + Math.floor((seconds * times) / 86_400) * dayMilliseconds
  const [, count, unit = ''] = spanForm.exec(span) ?? spanForm.exec(`1 ${span}`) ?? []
  if (count === undefined) return undefined
  const all = Number(count) * times
  const byMonth = months.get(unit)
  if (byMonth === undefined) return start.getTime() + all * (unit === 'week' ? 7 : 1) * dayMilliseconds
  const target = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + all * byMonth, 1))
  const days = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  return target.setUTCDate(Math.min(start.getUTCDate(), days))
}
