// Cron fields from a plain interval, where cron can say it evenly.

import { cadenceSeconds } from '../cadence.ts'
import type { Cadence } from '../model.ts'
import { joined } from '../plain.ts'
import type { Say } from '../validate.ts'
import { foundWords } from '../words.ts'
import { open } from './rules.ts'

export interface Scheduled {
  readonly schedule?: string
  readonly every?: Cadence
}

/** The declared cron fields, or those of the interval: `6h` is `0 *\/6 * * *`; undefined where cron cannot say it evenly. */
export function scheduleOf({ schedule, every }: Scheduled): string | undefined {
  if (schedule !== undefined) return schedule
  const minutes = (every === undefined ? 0 : cadenceSeconds(every)) / 60
  if (minutes === 7 * 24 * 60) return '0 0 * * 0'
  if (minutes === 24 * 60) return '0 0 * * *'
  if (minutes === 60) return '0 * * * *'
  if (minutes === 1) return '* * * * *'
  if (minutes > 60 && (24 * 60) % minutes === 0 && minutes % 60 === 0) return `0 */${minutes / 60} * * *`
  if (minutes > 1 && Number.isInteger(minutes) && 60 % minutes === 0) return `*/${minutes} * * * *`
  return undefined
}

export function checkSchedule(options: Scheduled, path: string, say: Say): void {
  if (open(options.schedule) || open(options.every)) return
  if (options.schedule === undefined && options.every === undefined) {
    say({
      path: joined(path, 'schedule'),
      found: 'nothing',
      allowed: "when it runs: schedule: '0 2 * * *' or every: '6h'",
    })
  } else if (scheduleOf(options) === undefined) {
    const allowed = 'an interval that divides an hour, a day or a week evenly, or a schedule beside it'
    say({ path: joined(path, 'every'), found: foundWords(options.every), allowed })
  }
}
