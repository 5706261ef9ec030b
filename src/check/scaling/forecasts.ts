// How something grows, against what there is room for: the day on which it is full, and whether more can be had by then.

import { sourceOf } from '../../estate/source.ts'
import { dayAfter } from '../../platform/calendar.ts'
import type { Forecast } from '../../platform/model.ts'
import { percentOf } from '../../platform/units.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { type Alarm, alarmParts, alarmWords } from './alarm-part.ts'
import { type Bound, boundsOf, type Unsized, unsizedVolume } from './forecast-bounds.ts'
import { amountIn, sayGrown } from './grown.ts'
import { grownTo, periods, periodsIn } from './growth.ts'

type Rows = readonly (readonly [string, string])[]

interface Counted {
  readonly now: string
  /** The day of the check: nobody says of which day what there is now is. */
  readonly asOf: string
}

interface InOneYear extends Counted {
  readonly later: string
  readonly day: string
}

type Rules = {
  alarm: Alarm
  room: Counted & {
    readonly grows: string
    readonly most: string
    readonly full: string
    readonly lead?: string
    readonly order?: string
    readonly rows: Rows
  }
  unsaid: InOneYear & { readonly what: 'room' | 'lead' }
  volume: InOneYear & { readonly of: string; readonly rows: Rows }
  budget: {
    readonly more: string
    readonly within?: string
    readonly grown?: string
    readonly day: string
  }
}

export const forecasts = defineQuestion<Rules>({
  id: 'forecasts',
  asks: 'Can there be more of what grows before it is full?',

  *judge(world) {
    for (const forecast of world.platform?.forecasts ?? []) yield findingOf(forecast, world)
  },

  says: {
    alarm: alarmWords,
    room: ({ now, asOf, grows, most, full, lead, order, rows }, truth): Words => {
      const grown = `${now}, counted from ${asOf}, that grow by ${grows} are ${most} on ${full}`
      if (order === undefined) return { line: `${grown}${lead === 'none' ? ', and more is there at once' : ''}`, rows }
      const ordered = `${lead} before that more has to be ordered, by ${order}`
      return { line: truth === true ? `${grown}: ${ordered}` : `${grown}: ${ordered}, which is over`, rows }
    },
    unsaid: ({ now, asOf, later, day, what }) =>
      what === 'lead'
        ? 'nobody says how long it takes to have more'
        : `nobody says how much there is room for: ${now}, counted from ${asOf}, are ${later} on ${day}`,
    volume: ({ of, now, asOf, later, day, rows }): Words => ({
      line: `nobody says how large the volume of ${of} is: ${now}, counted from ${asOf}, are ${later} on ${day}`,
      rows,
    }),
    budget: ({ more, within, grown, day }, truth) =>
      within === undefined
        ? `${more} more may be spent, and nobody says in how long: at one price for each it is spent on ${day}`
        : truth === true
          ? `${grown} more in a ${within} cost no more than the ${more} that may be spent`
          : `${grown} more in a ${within}, and ${more} more may be spent: at one price for each it is spent on ${day}`,
  },
})

function findingOf(forecast: Forecast, world: World): Finding<Rules> {
  const bounds = boundsOf(forecast, world)
  const unsized = unsizedVolume(forecast, world)
  return {
    id: [world.platform?.name ?? 'platform', forecast.name],
    says: `there can be more ${forecast.resource} of ${forecast.of.name} before it is full`,
    source: sourceOf(forecast, forecast.stated),
    parts: [
      ...bounds.map((bound) => roomPart(forecast, bound, world)),
      ...(unsized ? [volumePart(forecast, unsized, world)] : []),
      ...(bounds.length === 0 && !unsized ? [unboundedPart(forecast, world)] : []),
      ...(forecast.lead === undefined ? [unsaidLead(forecast, world)] : []),
      ...alarmParts(forecast, world),
      ...budgetParts(forecast, world),
    ],
  }
}

function roomPart(forecast: Forecast, bound: Bound, { asOf }: World) {
  const { now, every, lead, grows } = forecast
  const most = amountIn(bound.most)
  const there = amountIn(now)
  const at = { source: sourceOf(forecast, forecast.stated) }
  const after = there > 0 ? periods(most / there, forecast) : Number.POSITIVE_INFINITY
  const full = (Number.isFinite(after) && dayAfter(asOf, every, after)) || undefined
  const order = full !== undefined && lead !== undefined && lead !== 'none' ? dayAfter(full, lead, -1) : undefined
  const data = {
    now: sayGrown(there, forecast),
    asOf,
    grows: `${grows} every ${every}`,
    most: `${sayGrown(most, forecast)}${bound.of}`,
    full: full ?? 'no day that can be told',
    ...(lead !== undefined && { lead }),
    ...(order !== undefined && { order }),
    rows: rowsUntil(after, forecast, asOf),
  }
  const truth = most <= there ? false : order === undefined ? true : order >= asOf
  return part('room', truth, data, {
    at,
    cause: `full/${forecast.name}/${bound.cause}`,
    hint: order !== undefined && order < asOf ? `more ordered now, or had sooner than in ${lead}` : 'more room',
    stated: [bound.stated],
  })
}

// A year of it, or what there is of one until it is full.
function rowsUntil(after: number, forecast: Forecast, asOf: string): Rows {
  const last = Math.min(12, Math.ceil(after))
  return Array.from({ length: Math.max(0, last) }, (_, index) => {
    const times = index + 1
    const grown = amountIn(forecast.now) * grownTo(times, forecast)
    return [dayAfter(asOf, forecast.every, times) ?? '', sayGrown(grown, forecast)] as const
  })
}

function unboundedPart(forecast: Forecast, world: World) {
  const data = { ...inOneYear(forecast, world), what: 'room' as const }
  const at = { source: sourceOf(forecast, forecast.stated) }
  return part('unsaid', undefined, data, { at, hint: 'how much there is room for (most)' })
}

function volumePart(forecast: Forecast, { name, disk }: Unsized, world: World) {
  const there = disk && sayGrown(amountIn(disk.most), forecast)
  const rows: Rows = disk ? [[`${disk.of.replace(/^ of /, '')}, if it is a part of that`, `${there}`]] : []
  return part(
    'volume',
    undefined,
    { of: name, ...inOneYear(forecast, world), rows },
    {
      at: { source: sourceOf(forecast, forecast.stated) },
      waitsFor: `the volume of ${name}`,
      hint: 'the size of its volume',
      stated: disk ? [disk.stated] : [],
    },
  )
}

function inOneYear(forecast: Forecast, { asOf }: World): InOneYear {
  const times = periodsIn('year', forecast, asOf)
  return {
    now: sayGrown(amountIn(forecast.now), forecast),
    asOf,
    later: sayGrown(amountIn(forecast.now) * grownTo(times, forecast), forecast),
    day: dayAfter(asOf, 'year') ?? '',
  }
}

function unsaidLead(forecast: Forecast, { asOf }: World) {
  const data = { now: `${forecast.now}`, asOf, later: '', day: asOf, what: 'lead' as const }
  return part('unsaid', undefined, data, { at: { source: sourceOf(forecast, forecast.stated) }, hint: 'lead' })
}

function budgetParts(forecast: Forecast, { asOf }: World) {
  const { budget, every } = forecast
  if (budget === undefined) return []
  const { more, within } =
    typeof budget === 'string' ? { more: budget, within: undefined } : { more: budget.more, within: budget.in }
  const allowed = (percentOf(more) ?? 0) / 100
  const spent = periods(1 + allowed, forecast)
  const day = (Number.isFinite(spent) && dayAfter(asOf, every, spent)) || 'no day that can be told'
  const at = { source: sourceOf(forecast, forecast.stated) }
  if (within === undefined)
    return [part('budget', undefined, { more, day }, { at, hint: 'in how long so much more may be spent' })]
  const grown = grownTo(periodsIn(within, forecast, asOf), forecast) - 1
  return [
    part(
      'budget',
      grown <= allowed + 1e-9,
      { more, within: within, grown: `${Math.round(grown * 1000) / 10}%`, day },
      { at, cause: `budget/${forecast.name}`, hint: 'a larger budget, or less growth' },
    ),
  ]
}
