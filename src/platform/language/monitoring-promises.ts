// Promises on what is measured, and on who is told.

import type { Component } from '../component.ts'
import type { Failure, FigureValue, Measure, Metric, PlatformPromise } from '../model.ts'
import { duration, durationRange, either, need, noun, oneOf, percent, price, quantity, set, text } from '../schema.ts'
import type { Duration } from '../units.ts'
import { definePromise as define, type PromiseOptions } from './define-promise.ts'

const component = noun('component')
const figure = define('figure', {
  measure: need(noun('measure', 'minus', 'sum', 'lag', 'stated'), 'what is counted'),
  is: need(either(quantity, percent, durationRange, price), 'the number that is stated'),
})
const scrapes = define('scrapes', { by: need(component, ''), every: duration, keeps: duration })
const collects = define('collects', {
  by: need(component, ''),
  metrics: need(set(noun('metric'), 1), 'what is collected'),
})
const noticed = define(
  'noticed',
  { what: need(either(oneOf('crash-loops'), noun('failure', 'component')), 'what is noticed'), within: duration },
  ({ what }, say) => {
    if (typeof what === 'object' && what.is === 'failure' && (what.kind !== 'loss' || what.of !== 'cluster'))
      say({
        path: 'what',
        found: `${what.kind} of a ${what.of}`,
        allowed: "'crash-loops', a component, or loss.cluster",
      })
  },
)
const gathers = define(
  'gathers',
  {
    by: need(component, ''),
    of: text,
    share: percent,
    for: duration,
    tier: text,
    format: oneOf('json', 'text'),
    keptIn: oneOf('search-index', 'time-series', 'object-storage', 'own-storage'),
    propagates: oneOf('w3c', 'b3', 'jaeger'),
  },
  ({ share, for: time, format, keptIn, propagates, tier }, say) => {
    if ([share, time, format, keptIn, propagates].every((one) => one === undefined))
      say({ path: 'for', found: 'nothing', allowed: "what is promised of them, as for: '30d' or share: '100%'" })
    if (tier !== undefined && time === undefined)
      say({ path: 'for', found: 'nothing', allowed: `how long ${tier} keeps them` })
  },
)
const bound = either(percent, duration, quantity)
const stays = define(
  'stays',
  { metric: need(noun('metric'), ''), above: bound, below: bound, now: bound },
  ({ above, below }, say) => {
    if (above === undefined && below === undefined) {
      say({ path: 'below', found: 'neither above nor below', allowed: "a bound, as below: '500ms'" })
    }
  },
)

export const monitoringKinds = { figure, scrapes, stays }

/** Those about metrics, alerts and drills, which a file of promises does not declare. */
export const monitoringOfPlatforms = { collects, gathers, noticed }

export const monitoringPromises = {
  /**
   * The collector reaches the metrics of everything that exposes some, as often as `every`, and keeps them for so long.
   * `promise.scrapes(prometheus, { in: live, every: '15s', keeps: '30d' })`
   */
  scrapes: (by: Component, options: PromiseOptions & { readonly every?: Duration; readonly keeps?: Duration } = {}) =>
    scrapes(options, { by }),

  /**
   * Somebody is told when it happens: that containers keep dying, that some of a component's data or all of its service
   * is away, that a whole cluster is lost. `promise.noticed(crashLoops, { in: live })`
   */
  noticed: (what: 'crash-loops' | Failure | Component, options: PromiseOptions & { readonly within?: Duration } = {}) =>
    noticed(options, { what }),

  /** These metrics are to be had: something that is there exposes each. `promise.collects(prometheus, { in: live, metrics: [latency] })` */
  collects: (by: Component, options: PromiseOptions & { readonly metrics: readonly Metric[] }) =>
    collects(options, { by }),

  /**
   * Records of a kind get to what gathers them, and are kept as long as that.
   * `promise.gathers(logs, { in: live, of: 'errors', share: '100%', for: '90d' })`
   */
  gathers: (by: Component, options: Omit<Extract<PlatformPromise, { kind: 'gathers' }>, 'is' | 'kind' | 'by'>) =>
    gathers(options, { by }),

  /** A metric stays within its bound. `promise.stays(latency, { below: '500ms' })` */
  stays: (
    metric: Metric,
    options: PromiseOptions & { readonly above?: string; readonly below?: string; readonly now?: string },
  ) => stays(options, { metric }),

  /** A number that a document states, judged against the computed one. `promise.figure(total.pods(live), { is: 22 })` */
  figure: (measure: Measure, options: PromiseOptions & { readonly is: FigureValue }) => figure(options, { measure }),
}
