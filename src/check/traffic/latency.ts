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
  readonly seconds: number
}

type Rules = { sum: { metric: string; seconds: number; hops: readonly Hop[]; sum: number } }

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
  const told = hops.map(({ metric, seconds }) => ({ metric: metric.name, seconds }))
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
    ],
  }
}

function say(seconds: number): string {
  return sayRoundTrip({ from: seconds, to: seconds })
}
