// How long a CronJob's schedule may leave between two runs.
// Source: github.com/robfig/cron/v3@v3.0.1 parser.go:91, spec.go; k8s.io/kubernetes@v1.36.3/pkg/apis/batch/validation/validation.go:833.
import { type CronFields, readCronFields, runsOn } from './cron-fields.ts'
import { goDurationSeconds } from './go-duration.ts'

/** Either why the API server refuses the schedule, or the longest time between two runs in seconds: Infinity if it never runs. */
export type Cron = { readonly problem: string } | { readonly longestGapSeconds: number }

const descriptors: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
])

/** Reads a CronJob's `schedule`. Days are taken as 24 hours: where the clocks change, a gap is up to an hour off. */
export function readCron(schedule: string): Cron {
  if (schedule === '') return { problem: 'the schedule is empty' }
  if (schedule.includes('TZ')) return { problem: 'a schedule names no time zone: say it in the field timeZone' }
  if (schedule.startsWith('@every ')) return readEvery(schedule.slice('@every '.length))
  const spelled = schedule.startsWith('@') ? descriptors.get(schedule) : schedule
  if (spelled === undefined) {
    return { problem: `${schedule} is none of ${[...descriptors.keys()].join(', ')} or @every 1h30m` }
  }
  const fields = readCronFields(spelled)
  return 'problem' in fields ? fields : { longestGapSeconds: longestGapSeconds(fields) }
}

// Shorter than a second is a second, and the rest below a second is cut (constantdelay.go:14).
function readEvery(duration: string): Cron {
  const seconds = goDurationSeconds(duration)
  if (seconds === undefined) return { problem: `@every ${duration} has no duration such as 1h30m` }
  return { longestGapSeconds: Math.max(1, Math.floor(seconds)) }
}

function longestGapSeconds(fields: CronFields): number {
  const times = fields.hours.flatMap((hour) => fields.minutes.map((minute) => hour * 3600 + minute * 60))
  const first = times[0]
  const last = times.at(-1)
  const daysApart = longestDayGap(fields)
  if (first === undefined || last === undefined || daysApart === undefined) return Number.POSITIVE_INFINITY
  const withinDay = times.reduce((gap, time, i) => Math.max(gap, time - (times[i - 1] ?? time)), 0)
  return Math.max(withinDay, daysApart * 86_400 - (last - first))
}

// The calendar repeats after 400 years, which are whole weeks. The first of them is 2000, which began on a Saturday.
const cycleYears = 400
const saturday = 6

function longestDayGap(fields: CronFields): number | undefined {
  if (fields.isEveryDay) return 1
  let first: number | undefined
  let last = 0
  let longest = 0
  let day = 0
  for (let month = 0; month < cycleYears * 12; month++) {
    const length = daysIn(month)
    for (let date = 1; date <= length; date++, day++) {
      if (!runsOn(fields, (month % 12) + 1, date, (saturday + day) % 7)) continue
      longest = first === undefined ? 0 : Math.max(longest, day - last)
      first ??= day
      last = day
    }
  }
  return first === undefined ? undefined : Math.max(longest, first + day - last)
}

function daysIn(month: number): number {
  const year = Math.floor(month / 12)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month % 12 === 1 && isLeap ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month % 12] ?? 0)
}
