// The five fields of a cron line, as robfig/cron's standard parser takes them (parser.go:225 getField).

export interface CronFields {
  /** Sorted; empty where the field names nothing, which the parser lets through. */
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly isEveryDay: boolean
  readonly daysOfMonth: Field
  readonly months: Field
  readonly daysOfWeek: Field
}

interface Field {
  readonly values: ReadonlySet<number>
  /** Written with `*` or `?` and no step: then day of month and day of week must both match, else either does. */
  readonly isStar: boolean
}

interface Bounds {
  readonly name: string
  readonly min: number
  readonly max: number
  readonly names: readonly string[]
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const bounds: readonly Bounds[] = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: monthNames },
  { name: 'day of week', min: 0, max: 6, names: dayNames },
]

/** The fields of `minute hour day-of-month month day-of-week`, or what is wrong with them. */
export function readCronFields(line: string): CronFields | { readonly problem: string } {
  const texts = line.split(/\s+/).filter((text) => text !== '')
  if (texts.length !== bounds.length) return { problem: `expected 5 fields, found ${texts.length}` }
  const read = texts.map((text, i) => readField(text, bounds[i] as Bounds))
  const fields: Field[] = []
  for (const field of read) {
    if ('problem' in field) return field
    fields.push(field)
  }
  const [minutes, hours, daysOfMonth, months, daysOfWeek] = fields as [Field, Field, Field, Field, Field]
  return {
    minutes: [...minutes.values].sort((a, b) => a - b),
    hours: [...hours.values].sort((a, b) => a - b),
    isEveryDay: daysOfMonth.values.size === 31 && months.values.size === 12 && daysOfWeek.values.size === 7,
    daysOfMonth,
    months,
    daysOfWeek,
  }
}

/** Whether the schedule runs on a day: month and date from 1, weekdays from Sunday, which is 0. */
export function runsOn(fields: CronFields, month: number, date: number, weekday: number): boolean {
  if (!fields.months.values.has(month)) return false
  const isDay = fields.daysOfMonth.values.has(date)
  const isWeekday = fields.daysOfWeek.values.has(weekday)
  return fields.daysOfMonth.isStar || fields.daysOfWeek.isStar ? isDay && isWeekday : isDay || isWeekday
}

function readField(text: string, bound: Bounds): Field | { readonly problem: string } {
  const values = new Set<number>()
  let isStar = false
  for (const part of text.split(',').filter((range) => range !== '')) {
    const range = readRange(part, bound)
    if ('problem' in range) return { problem: `${bound.name} ${part}: ${range.problem}` }
    for (let value = range.from; value <= range.to; value += range.step) values.add(value)
    isStar ||= range.isStar
  }
  return { values, isStar }
}

type Range = { from: number; to: number; step: number; isStar: boolean }

function readRange(part: string, bound: Bounds): Range | { readonly problem: string } {
  const [span = '', stepText, ...slashes] = part.split('/')
  const ends = span.split('-')
  const isStar = ends[0] === '*' || ends[0] === '?'
  if (slashes.length > 0) return { problem: 'more than one /' }
  if (!isStar && ends.length > 2) return { problem: 'more than one hyphen' }

  const from = isStar ? bound.min : readNumber(ends[0] ?? '', bound)
  const to = isStar ? bound.max : ends.length === 2 ? readNumber(ends[1] ?? '', bound) : from
  const step = stepText === undefined ? 1 : readNumber(stepText, { ...bound, names: [] })
  if (from === undefined || to === undefined || step === undefined) return { problem: 'expected a number' }
  // `5/15` goes on to the end of the field.
  return checkRange(
    { from, to: stepText !== undefined && ends.length === 1 ? bound.max : to, step, isStar: isStar && step <= 1 },
    bound,
  )
}

function checkRange(range: Range, { min, max }: Bounds): Range | { readonly problem: string } {
  if (range.from < min) return { problem: `${range.from} is below ${min}` }
  if (range.to > max) return { problem: `${range.to} is above ${max}` }
  if (range.from > range.to) return { problem: `${range.from} is beyond ${range.to}` }
  return range.step === 0 ? { problem: 'a step of 0 never moves' } : range
}

function readNumber(text: string, { names, min }: Bounds): number | undefined {
  const named = names.indexOf(text.toLowerCase())
  if (named >= 0) return named + min
  return /^\+?[0-9]{1,15}$/.test(text) ? Number(text) : undefined
}
