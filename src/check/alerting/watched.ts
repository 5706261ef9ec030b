// Alerts on a metric that is promised a bound: one of them must fire at the bound or before it, and another where the
// metric is no longer there. A metric that no alert looks at is told as advice: nobody says that somebody would be told.
// Of an availability, alerts on what fails must fire before the failures that it allows are spent; of what may be lost, one on
// what would be.

import { unitOf } from '../../estate/watching/bound-amount.ts'
import type { Alert, Metric } from '../../platform/model.ts'
import { defineQuestion, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { World } from '../world.ts'
import { amountOf, boundOf, boundsOf, directionOf, isHere, type StaysPromise } from './bound.ts'
import { type Budget, budgetPart, budgetsIn, budgetWords } from './budget-part.ts'
import { type Loss, lossesIn, lossPart, lossWords } from './loss-part.ts'

interface Threshold {
  readonly metric: string
  readonly bound: string
  readonly alerts: readonly {
    readonly name: string
    readonly at: string
    readonly direction?: 'above' | 'below'
    /** At the bound or before it; undefined where they cannot be compared. */
    readonly within?: boolean
    readonly times?: string
    readonly for?: string
  }[]
}

interface Absence {
  readonly metric: string
  readonly of?: string
  readonly alerts: readonly string[]
  /** Alerts of which nobody says what makes them fire: one may look for it. */
  readonly open: readonly string[]
}

export const watched = defineQuestion<{ threshold: Threshold; absence: Absence; budget: Budget; loss: Loss }>({
  id: 'watched',
  asks: 'Is somebody told when a measured promise is broken, and when its metric is gone?',

  *judge(world) {
    for (const { promise, alerts: on } of boundsOf(world)) {
      if (on.length === 0) continue
      const { place, environment, cluster } = placeOf(promise, world)
      yield {
        id: [place, promise.metric.name],
        environment,
        cluster,
        says: `somebody is told when ${promise.metric.name} is not ${boundOf(promise)}`,
        source: { stated: promise.stated },
        parts: [thresholdPart(promise, on), absencePart(promise, on, world)],
      }
    }
    for (const { promise, alerts } of budgetsIn(world)) {
      const { place, environment, cluster } = placeOf(promise, world)
      yield {
        id: [place, 'error-budget'],
        environment,
        cluster,
        says: `somebody is told before more fails in ${place} than an availability of ${promise.atLeast} allows`,
        source: { stated: promise.stated },
        parts: [budgetPart(promise, alerts)],
      }
    }
    for (const one of lossesIn(world)) {
      const { place, environment, cluster } = placeOf({ in: one.environment }, world)
      yield {
        id: [place, 'loss'],
        environment,
        cluster,
        says: `somebody is told when more than ${one.losing} would be lost in ${place}`,
        source: { stated: one.promise.stated },
        parts: [lossPart(one, world)],
      }
    }
  },

  says: {
    budget: budgetWords,
    loss: lossWords,
    threshold: ({ metric, bound, alerts }) =>
      alerts.length === 0
        ? `no alert compares ${metric} with a bound`
        : `promised is ${bound}; ${alerts.map(thresholdWords).join('; ')}`,
    absence: ({ metric, of, alerts, open }, truth) => {
      if (truth === true) return `${alerts.join(', ')} fires when ${metric} is absent`
      const ends = `when ${of ?? 'what exposes it'} is down, the series ${metric} ends, and a comparison over no series never fires`
      return truth === false
        ? `${ends}; no alert looks for its absence`
        : `${ends}; nobody says what makes ${open.join(', ')} fire, and no other alert looks for its absence`
    },
  },
})

type Seen = Threshold['alerts'][number]

function thresholdWords({ name, at, within, times, for: held }: Seen): string {
  const waits = held ? `, and only after ${held} more` : ''
  if (within === undefined) return `${name} fires ${at}${waits}, which cannot be compared`
  if (within) return `${name} fires ${at}, within the bound${waits}`
  return `${name} fires ${at}${times === undefined ? '' : `, ${times} the bound`}${waits}: between them nobody is told`
}

function thresholdPart(promise: StaysPromise, alerts: readonly Alert[]) {
  const seen = alerts.filter(({ when }) => !when.absent).map((alert) => seenOf(alert, promise))
  // A promise with two bounds is watched where both are.
  const needed = [...(promise.below === undefined ? [] : ['above']), ...(promise.above === undefined ? [] : ['below'])]
  const truths = needed.map((direction) => watchedOn(seen.filter((one) => one.direction === direction)))
  const unclear = seen.some(({ within }) => within === undefined)
  const truth = truths.every(Boolean) ? true : unclear ? undefined : false
  const because = { metric: promise.metric.name, bound: boundOf(promise), alerts: seen }
  return part('threshold', truth, because, {
    cause: `threshold/${promise.metric.name}`,
    hint: `an alert on ${promise.metric.name} at the promised bound, or a little before it`,
    stated: [promise.stated, ...alerts.map((alert) => alert.stated)],
  })
}

function watchedOn(seen: readonly Seen[]): boolean {
  return seen.some(({ within }) => within === true)
}

/** Whether an alert fires at the bound or before it, and else how far beyond. */
function seenOf(alert: Alert, { metric, above, below }: StaysPromise): Seen {
  const direction = directionOf(alert)
  const fires = amountOf(alert.when.above ?? alert.when.below, alert.when.metric ?? metric)
  const bound = amountOf(direction === 'above' ? below : above, metric)
  const at = `${direction ?? ''} ${alert.when.above ?? alert.when.below ?? ''}`.trim()
  const base = { name: alert.name, direction, at, for: alert.for }
  if (fires === undefined || bound === undefined) return base
  const within = direction === 'above' ? fires <= bound : fires >= bound
  return { ...base, within, times: within ? undefined : timesBeyond(fires, bound, metric) }
}

// Of 99.9% and 99% the one lets ten times as much be missing: of shares that stay high, what is missing is compared.
function timesBeyond(fires: number, bound: number, metric: Metric): string | undefined {
  const unit = unitOf(metric)
  const whole = unit === 'percent' ? 100 : unit === 'ratio' ? 1 : 0
  if (fires < bound && bound < whole) return `${rounded((whole - fires) / (whole - bound))} times as far from 100% as`
  const times = fires > bound ? fires / bound : bound / fires
  return Number.isFinite(times) ? `${rounded(times)} times` : undefined
}

function rounded(times: number): string {
  return `${Math.round(times * 100) / 100}`
}

function absencePart({ metric, in: place }: StaysPromise, alerts: readonly Alert[], { platform }: World) {
  const absent = alerts.filter(({ when }) => when.absent).map(({ name }) => name)
  const open = (platform?.alerts ?? []).filter((alert) => isUnsaid(alert) && isHere(alert.in, place))
  const because = {
    metric: metric.name,
    of: metric.of?.name,
    alerts: absent,
    open: open.map(({ name }) => name).sort(),
  }
  const truth = absent.length > 0 ? true : open.length > 0 ? undefined : false
  return part('absence', truth, because, {
    waitsFor: `when ${because.open.join(', ')} ${open.length === 1 ? 'fires' : 'fire'}`,
    cause: `absence/${metric.name}`,
    hint: `an alert that fires when ${metric.name} is absent`,
    stated: [...alerts, ...open].map(({ stated }) => stated),
  })
}

function isUnsaid({ when, expression }: Alert): boolean {
  return expression === undefined && Object.values(when).every((value) => value === undefined)
}
