import type { Cadence } from './model.ts'
import { secondsOf } from './units.ts'

const days = { hour: 1 / 24, day: 1, week: 7, month: 30, quarter: 90, year: 365 } as const

const mostDays: { readonly [every: string]: number } = { month: 31, quarter: 92, year: 366 }

/** Seconds between two times: of a month 30 days, of a quarter 90. */
export function cadenceSeconds(every: Cadence): number {
  return every in days ? days[every as keyof typeof days] * 86_400 : (secondsOf(every) ?? 0)
}

/** The longest time between two, by the calendar: of a month 31 days, of a quarter 92. */
export function longestCadenceSeconds(every: Cadence): number {
  const most = Object.hasOwn(mostDays, every) ? mostDays[every] : undefined
  return most === undefined ? cadenceSeconds(every) : most * 86_400
}
