// A promise on a measured value that is broken without anybody being told is worth little: some alert on the metric must
// fire at the promised bound or before it, and another where the metric is no longer there.

import type { Alert, Metric } from '../../platform/model.ts'
import { defineQuestion, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { amountOf, boundOf, directionOf, type StaysPromise } from './bound.ts'

interface Threshold {
  readonly metric: string
  readonly bound: string
  readonly alerts: readonly {
    readonly name: string
    readonly at: string
    readonly times: number | undefined
    readonly for?: string
  }[]
}

interface Absence {
  readonly metric: string
  readonly of?: string
  readonly alerts: readonly string[]
}

export const watched = defineQuestion<{ threshold: Threshold; absence: Absence }>({
  id: 'watched',
  asks: 'Is somebody told when a measured promise is broken, and when its metric is gone?',

  *judge(world) {
    const { promises = [], alerts = [] } = world.platform ?? {}
    for (const promise of promises) {
      if (promise.is === 'planned' || promise.kind !== 'stays') continue
      const { place, environment, cluster } = placeOf(promise, world)
      const on = alerts.filter((alert) => alert.when.metric.name === promise.metric.name)
      yield {
        id: [place, promise.metric.name],
        environment,
        cluster,
        says: `somebody is told when ${promise.metric.name} is not ${boundOf(promise)}`,
        source: { stated: promise.stated },
        parts: [thresholdPart(promise, on), absencePart(promise.metric, on)],
      }
    }
  },

  says: {
    threshold: ({ metric, bound, alerts }) =>
      alerts.length === 0
        ? `no alert looks at ${metric}`
        : `promised is ${bound}; ${alerts.map(thresholdWords).join('; ')}`,
    absence: ({ metric, of, alerts }, truth) =>
      truth === true
        ? `${alerts.join(', ')} fires when ${metric} is absent`
        : `when ${of ?? 'what exposes it'} is down, the series ${metric} ends, and a comparison over no series never fires; no alert looks for its absence`,
  },
})

type Seen = Threshold['alerts'][number]

function thresholdWords({ name, at, times, for: held }: Seen): string {
  const waits = held ? `, and only after ${held} more` : ''
  if (times === undefined) return `${name} fires ${at}${waits}, which cannot be compared`
  return times > 1
    ? `${name} fires ${at}, ${rounded(times)} times the bound${waits}: between them nobody is told`
    : `${name} fires ${at}, within the bound${waits}`
}

function rounded(times: number): string {
  return `${Math.round(times * 100) / 100}`
}

function thresholdPart(promise: StaysPromise, alerts: readonly Alert[]) {
  const seen = alerts.filter(({ when }) => !when.absent).map((alert) => seenOf(alert, promise))
  const holds = seen.some(({ times }) => times !== undefined && times <= 1)
  const unclear = seen.some(({ times }) => times === undefined)
  const stated = [promise.stated, ...alerts.map((alert) => alert.stated)]
  const because = { metric: promise.metric.name, bound: boundOf(promise), alerts: seen }
  return part('threshold', holds ? true : unclear ? undefined : false, because, {
    cause: `threshold/${promise.metric.name}`,
    hint: `an alert on ${promise.metric.name} at the promised bound, or a little before it`,
    stated,
  })
}

// How far beyond the promise an alert fires: 1 is the bound itself, less is before it.
function seenOf(alert: Alert, { metric, above, below }: StaysPromise): Seen {
  const direction = directionOf(alert)
  const fires = amountOf(alert.when.above ?? alert.when.below, alert.when.metric)
  const bound = amountOf(direction === 'above' ? below : above, metric)
  const at = `${direction ?? ''} ${alert.when.above ?? alert.when.below ?? ''}`.trim()
  if (fires === undefined || bound === undefined || bound === 0 || fires === 0)
    return { name: alert.name, at, times: undefined, for: alert.for }
  return { name: alert.name, at, times: direction === 'above' ? fires / bound : bound / fires, for: alert.for }
}

function absencePart(metric: Metric, alerts: readonly Alert[]) {
  const absent = alerts.filter(({ when }) => when.absent).map(({ name }) => name)
  const because = { metric: metric.name, of: metric.of?.name, alerts: absent }
  return part('absence', absent.length > 0, because, {
    cause: `absence/${metric.name}`,
    hint: `an alert that fires when ${metric.name} is absent`,
    stated: alerts.map(({ stated }) => stated),
  })
}
