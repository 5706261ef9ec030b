// A time that is promised of an answer holds the times that are promised of what has to be asked for it.

import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment, Metric } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { secondsOf } from '../../platform/units.ts'
import type { StaysPromise } from '../alerting/bound.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { sayRoundTrip } from '../span-words.ts'

interface Hop {
  readonly metric: string
  /** Of all values, the share that the bound says nothing of. */
  readonly beyond: number
  readonly seconds: number
}

type Rules = {
  sum: { metric: string; seconds: number; hops: readonly Hop[]; sum: number }
  share: { metric: string; beyond: number; hops: readonly Hop[] }
}

export const latency = defineQuestion<Rules>({
  id: 'latency',
  asks: 'Does a promised time of an answer leave room for what has to be asked for it?',

  *judge({ platform }) {
    const timed = (platform?.promises ?? []).flatMap((one) =>
      one.is === 'promise' && one.kind === 'stays' ? timedBy(one) : [],
    )
    for (const outer of timed) {
      const hops = timed.filter((inner) => inner !== outer && isWithin(inner, outer))
      if (hops.length > 0) yield findingOf(outer, hops)
    }
  },

  says: {
    share: ({ metric, beyond, hops }, truth) => {
      const slow = hops.map((hop) => `${hop.metric} ${sayShare(hop.beyond)}`).join(' + ')
      const told = `of ${metric}, ${sayShare(beyond)} may be slower than its bound, and of what it asks ${slow}`
      return truth ? told : `${told}: those bounds do not show that this one holds`
    },
    sum: ({ metric, seconds, hops, sum }, truth) => {
      const asked = hops.map((hop) => `${hop.metric} ${say(hop.seconds)}`)
      const all = hops.length === 1 ? asked.join('') : `${asked.join(' + ')} = ${say(sum)}`
      const promised = `${metric} is promised below ${say(seconds)}`
      if (truth === false) return `${promised}, and what it asks takes longer: ${all}`
      if (truth === undefined)
        return `${promised}, and ${all} one after the other: longer, unless they are asked at once`
      return `${promised}, and each asked once takes ${all}: ${say(seconds - sum)} are left`
    },
  },
})

interface Timed {
  readonly promise: StaysPromise
  readonly seconds: number
  readonly metric: Metric
  readonly where: Environment | undefined
  readonly of: Component
}

function timedBy(promise: StaysPromise): readonly Timed[] {
  const { metric, below, in: where } = promise
  const seconds = secondsOf(below)
  return seconds === undefined || !metric.of ? [] : [{ promise, seconds, metric, where, of: metric.of }]
}

/** A call that the one who answers makes itself, or the answer of somebody whom it calls. */
function isWithin(inner: Timed, outer: Timed): boolean {
  if (inner.where !== outer.where || outer.metric.over) return false
  if (inner.metric.over) return inner.of.name === outer.of.name
  const own = outer.where ? (componentIn(outer.where, outer.of) ?? outer.of) : outer.of
  return traitsOf(own).calls.some((called) => (called.is === 'port' ? called.component : called).name === inner.of.name)
}

function findingOf(outer: Timed, hops: readonly Timed[]): Finding<Rules> {
  const told = hops.map(({ metric, seconds }) => ({ metric: metric.name, seconds, beyond: beyondOf(metric) }))
  const sum = told.reduce((all, { seconds }) => all + seconds, 0)
  const isLonger = told.some(({ seconds }) => seconds > outer.seconds)
  const place = outer.where?.name ?? 'platform'
  return {
    id: [place, outer.metric.name],
    ...(outer.where && { environment: outer.where.name, cluster: outer.where.on.name }),
    says: `${outer.metric.name} leaves room for what has to be asked`,
    source: { stated: outer.promise.stated },
    parts: [
      part(
        'sum',
        isLonger ? false : sum <= outer.seconds ? true : undefined,
        { metric: outer.metric.name, seconds: outer.seconds, hops: told, sum },
        {
          cause: `slower-than-its-parts/${place}/${outer.metric.name}`,
          waitsFor: `which calls ${outer.of.name} makes at once`,
          hint: `a bound of ${say(sum)} at least, or shorter ones within`,
          stated: [outer.promise.stated, ...hops.map(({ promise }) => promise.stated)],
        },
      ),
      ...shareParts(outer, told),
    ],
  }
}

// A slow answer of one that is asked may make each slow answer: of 100, no more may be slow than of all that is asked together.
function shareParts({ metric, promise, where }: Timed, hops: readonly Hop[]): Finding<Rules>['parts'] {
  const beyond = beyondOf(metric)
  // Nobody says of which values its own bound is.
  if ((metric.quantiles ?? []).length === 0) return []
  const slow = hops.reduce((all, hop) => all + hop.beyond, 0)
  return [
    part(
      'share',
      slow <= beyond + 1e-9 || undefined,
      { metric: metric.name, beyond, hops },
      {
        waitsFor: `quantiles of what ${metric.name} asks in ${where?.name ?? 'platform'}`,
        hint: 'a higher quantile of what is asked',
        stated: [promise.stated, metric.stated],
      },
    ),
  ]
}

// Of a mean, all but one may be slower.
const shares = { p50: 0.5, p90: 0.1, p95: 0.05, p99: 0.01, mean: 1, max: 0 } as const

/** Where no quantile is said, each value is meant. */
function beyondOf({ quantiles = [] }: Metric): number {
  return quantiles.length === 0 ? 0 : Math.min(...quantiles.map((one) => shares[one]))
}

function sayShare(share: number): string {
  return `${Math.round(share * 100)}%`
}

function say(seconds: number): string {
  return sayRoundTrip({ from: seconds, to: seconds })
}
