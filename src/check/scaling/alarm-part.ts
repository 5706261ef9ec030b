// Alerts on how much is used of what grows: who orders when the first of them fires has to have more before it is full.
// Source: Site Reliability Engineering, "Monitoring Distributed Systems" (sre.google/sre-book/monitoring-distributed-systems):
// of saturation, systems degrade "before they achieve 100% utilization, so having a utilization target is essential".

import { sourceOf } from '../../estate/source.ts'
import { boundAmount, unitOf } from '../../estate/watching/bound-amount.ts'
import { dayAfter } from '../../platform/calendar.ts'
import type { Alert, Forecast, Indicator } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { percentOf } from '../../platform/units.ts'
import { part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { amountIn, sayGrown } from './grown.ts'
import { grownTo, periods, periodsWithin } from './growth.ts'

export interface Alarm {
  readonly first: string
  readonly at: string
  /** The day on which it fires; absent: it fires already. */
  readonly fires?: string
  readonly full: string
  readonly lead: string
  /** The day on which there is more that is ordered when it fires. */
  readonly there: string
  /** Ordered on the day of the check: what is used when more is there. */
  readonly today: readonly [label: string, text: string]
}

const shownBy: { readonly [resource in Forecast['resource']]?: readonly Indicator[] } = {
  compute: ['cpu-used', 'memory-used'],
  cpu: ['cpu-used'],
  memory: ['memory-used'],
}

/** Of shares alone: nothing where no alert looks at one, where more is there at once, or nobody says when. */
export function alarmParts(forecast: Forecast, { platform, asOf }: Pick<World, 'platform' | 'asOf'>) {
  const { lead, now, every, most = '100%' } = forecast
  const alerts = (platform?.alerts ?? [])
    .flatMap((alert) => alarmOf(alert, forecast))
    .sort((a, b) => a.share - b.share || byCodePoint(a.alert.name, b.alert.name))
  const [first] = alerts
  const all = amountIn(most)
  if (!first || first.share >= all || lead === undefined || lead === 'none') return []
  if (percentOf(now) === undefined || !percentOf(forecast.grows)) return []
  const fires = dayAfter(asOf, every, periods(first.share / amountIn(now), forecast))
  const full = dayAfter(asOf, every, periods(all / amountIn(now), forecast))
  const there = fires && dayAfter(fires, lead)
  const needed = periodsWithin(lead, forecast, asOf)
  if (fires === undefined || full === undefined || there === undefined) return []
  const truth: Truth = needed <= periods(all / first.share, forecast) + 1e-9
  const because: Alarm = {
    first: first.alert.name,
    at: first.at,
    ...(fires > asOf && { fires }),
    full,
    lead,
    there,
    today: todayRow(forecast, first.share, { needed, asOf, lead }),
  }
  const before = Math.floor((all * 100) / grownTo(needed, forecast))
  return [
    part('alarm', truth, because, {
      at: { source: sourceOf(forecast, forecast.stated) },
      cause: `ordered-late/${forecast.name}`,
      hint: `an alert above ${before}% or less that starts the order`,
      stated: alerts.map(({ alert }) => alert.stated),
    }),
  ]
}

function alarmOf(alert: Alert, { resource, of }: Forecast) {
  const { metric, above } = alert.when
  const isMeant = metric?.shows !== undefined && shownBy[resource]?.includes(metric.shows)
  const isThere = alert.in === undefined || of.is !== 'environment' || alert.in.name === of.name
  const amount = isMeant && isThere && above !== undefined ? boundAmount(above, unitOf(metric)) : undefined
  if (!amount || !metric) return []
  return [{ alert, at: `${above}`, share: unitOf(metric) === 'percent' ? amount / 100 : amount }]
}

function todayRow(
  forecast: Forecast,
  share: number,
  now: { needed: number; asOf: string; lead: string },
): Alarm['today'] {
  const later = amountIn(forecast.now) * grownTo(now.needed, forecast)
  const day = dayAfter(now.asOf, now.lead)
  const beyond = later > share ? ', more than that at which it fires' : ''
  return [`ordered on ${now.asOf}`, `there on ${day}, when ${sayGrown(later, forecast)} is used${beyond}`]
}

export function alarmWords({ first, at, fires, full, lead, there, today }: Alarm, truth: Truth): Words {
  const fired = fires === undefined ? `${first} fires above ${at} already` : `${first} fires above ${at} on ${fires}`
  return {
    line: truth
      ? `${fired}: who orders then has more on ${there}, ${lead} later, before it is full on ${full}`
      : `${fired}: who orders then has more on ${there}, ${lead} later, and it is full on ${full}`,
    rows: [today],
  }
}
