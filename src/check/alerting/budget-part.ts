// The error budget of a promised availability, against the alerts on the share of requests that fail: a share that stays
// just below all of them may last, and nobody is told.
// Source: The Site Reliability Workbook, "Alerting on SLOs" (sre.google/workbook/alerting-on-slos): a constant share of
// failures above the budget spends it before the window ends, at a burn rate of their quotient.

import { unitOf } from '../../estate/watching/bound-amount.ts'
import type { Alert, PlatformPromise } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import { part } from '../define.ts'
import { sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { amountOf, directionOf } from './bound.ts'
import { looksAt } from './looks-at.ts'

type Available = Extract<PlatformPromise, { kind: 'availability' }>

export interface Budget {
  readonly promised: string
  /** Of a hundred requests so many may fail. */
  readonly percent: number
  /** Undefined where nobody says over which time the share counts. */
  readonly over?: string
  readonly alerts: readonly {
    readonly name: string
    readonly at: string
    /** What fails when it fires, of a hundred; undefined where it cannot be told. */
    readonly percent?: number
    /** It looks at a part of what is available alone. */
    readonly of?: string
  }[]
}

/** The strictest availability that is promised of each place, with the alerts on what fails there. */
export function budgetsIn(world: World): readonly { readonly promise: Available; readonly alerts: readonly Alert[] }[] {
  const { platform } = world
  const promised = (platform?.promises ?? []).flatMap((one) =>
    one.is !== 'planned' && one.kind === 'availability' ? [one] : [],
  )
  return [...Map.groupBy(promised, (one) => one.in?.name).values()].flatMap((same) => {
    const [promise] = same.toSorted((a, b) => allowed(a) - allowed(b))
    const alerts = (platform?.alerts ?? []).filter((alert) => isOnFailures(alert) && looksAt(alert, promise?.in, world))
    return promise && alerts.length > 0 ? [{ promise, alerts }] : []
  })
}

function isOnFailures({ when: { metric, above, below } }: Alert): boolean {
  return (
    (metric?.shows === 'failed-requests' && above !== undefined) ||
    (metric?.shows === 'served-requests' && below !== undefined)
  )
}

function allowed({ atLeast }: Available): number {
  return 100 - (percentOf(atLeast) ?? 0)
}

export function budgetPart(promise: Available, on: readonly Alert[]) {
  const percent = allowed(promise)
  const alerts = on.toSorted((a, b) => byCodePoint(a.name, b.name)).map(seenOf)
  const because: Budget = { promised: promise.atLeast, percent, ...(promise.over && { over: promise.over }), alerts }
  const isNoticed = alerts.some((one) => one.of === undefined && isWithin(one, percent))
  const isOpen = alerts.some((one) => one.percent === undefined || one.of !== undefined)
  const truth: Truth = isNoticed ? true : isOpen ? undefined : false
  return part('budget', truth, because, {
    cause: `error-budget/${promise.in?.name ?? 'all'}`,
    hint: `an alert on a share of ${round(percent)}% or less over a longer time, as over three days`,
    stated: [promise.stated, ...on.map(({ stated }) => stated)],
  })
}

function seenOf(alert: Alert): Budget['alerts'][number] {
  const { metric, above, below } = alert.when
  const amount = metric && amountOf(above ?? below, metric)
  const unit = metric && unitOf(metric)
  const share =
    amount === undefined ? undefined : unit === 'percent' ? amount : unit === 'ratio' ? amount * 100 : undefined
  const percent = share === undefined || above !== undefined ? share : 100 - share
  return {
    name: alert.name,
    at: `${directionOf(alert)} ${above ?? below}`,
    ...(percent !== undefined && { percent }),
    ...(metric?.of && { of: metric.of.name }),
  }
}

function isWithin(one: Budget['alerts'][number], percent: number): boolean {
  return one.percent !== undefined && one.percent <= percent * (1 + 1e-9)
}

export function budgetWords({ promised, percent, over, alerts }: Budget, truth: Truth): Words {
  const may = `${promised}, counted in what is asked, lets ${round(percent)}% fail`
  const rows = alerts.map(
    ({ name, at, of }) => [name, `${at}${of === undefined ? '' : `, of what ${of} answers`}`] as const,
  )
  const known = alerts.flatMap((one) => (one.percent === undefined ? [] : [{ ...one, percent: one.percent }]))
  const sorted = known.toSorted((a, b) => a.percent - b.percent)
  if (truth) {
    const first = sorted.find(({ of }) => of === undefined)
    return { line: `${may}: ${first?.name} fires ${first?.at}, before more than that has failed`, rows }
  }
  const [first] = sorted
  if (!first) return { line: `${may}, and nobody says at which share of it an alert fires`, rows }
  const part = first.of === undefined ? '' : ` of what ${first.of} answers`
  const open = first.of === undefined ? '' : `; nobody says that ${promised} is of that alone`
  const seen = `${may}, and ${first.name} is the first alert that fires, ${first.at}${part}`
  if (isWithin(first, percent)) return { line: `${seen}${open}`, rows }
  const time = over ?? month
  const lost = spent(first.percent / percent, time)
  const assumed = over === undefined ? [['counted over', `${month}, as nobody says over which time`] as const] : []
  return {
    line: `${seen}: where a little less fails for ${time}, ${lost}, and nobody is told${open}`,
    rows: [...rows, ...assumed],
  }
}

// What is promised to customers is reckoned by the month.
const month = '30d'

function spent(times: number, over: string): string {
  if (!Number.isFinite(times)) return 'more has failed than ever may'
  return `what may fail is spent ${round(times)} times over, at first after ${sayTime((secondsOf(over) ?? 0) / times)}`
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
