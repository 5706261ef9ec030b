// What grows by a share of itself: how much it is after so many periods, and after how many it is so much.

import { dayAfter } from '../../platform/calendar.ts'
import type { Forecast } from '../../platform/model.ts'
import { percentOf } from '../../platform/units.ts'

type Growing = Pick<Forecast, 'grows' | 'every'>

export function grownTo(times: number, { grows }: Pick<Growing, 'grows'>): number {
  return (1 + (percentOf(grows) ?? 0) / 100) ** times
}

/** After how many of its periods it is so many times as much; without end where it does not grow. */
export function periods(times: number, { grows }: Pick<Growing, 'grows'>): number {
  if (times <= 1) return 0
  return Math.log(times) / Math.log(1 + (percentOf(grows) ?? 0) / 100)
}

/** How many of its periods lie in a time from a day on. */
export function periodsIn(span: string, { every }: Pick<Growing, 'every'>, asOf: string): number {
  const end = dayAfter(asOf, span)
  if (end === undefined) return 0
  let times = 0
  while (times < 1000 && (dayAfter(asOf, every, times + 1) ?? '9') <= end) times++
  return times
}

/** The same, with the part of the last one that lies in it. */
export function periodsWithin(span: string, growing: Pick<Growing, 'every'>, asOf: string): number {
  const whole = periodsIn(span, growing, asOf)
  const at = (times: number) => Date.parse(dayAfter(asOf, growing.every, times) ?? asOf)
  const rest = Date.parse(dayAfter(asOf, span) ?? asOf) - at(whole)
  const last = at(whole + 1) - at(whole)
  return last > 0 ? whole + rest / last : whole
}
