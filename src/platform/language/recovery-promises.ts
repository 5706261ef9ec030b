// Promises on what fails, and on what comes back.

import type { Component } from '../component.ts'
import type { Cadence, Failure, Losing, Procedure } from '../model.ts'
import { cadence, count, duration, durationRange, either, list, need, noun, oneOf, percent, record } from '../schema.ts'
import type { Duration } from '../units.ts'
import { definePromise as define, type PromiseOf, type PromiseOptions } from './define-promise.ts'

const losing = either(oneOf('nothing'), duration)
const component = noun('component')
const nonEmpty = list(component, 1)
const availability = define('availability', {
  atLeast: need(percent, 'the share of the time'),
  expects: list(
    record("what happens how often, such as { of: 'node', every: '1y', takes: '10m' }", {
      of: need(oneOf('pod', 'node', 'zone', 'cluster', 'store', 'corruption', 'release'), 'what happens'),
      every: need(cadence, 'how often'),
      takes: durationRange,
    }),
  ),
})
const survives = define('survives', {
  failure: need(noun('failure'), ''),
  keeps: need(nonEmpty, 'what survives'),
  within: need(duration, 'how soon it is back'),
  losing: need(losing, "what may be lost: 'nothing', or the last '6h'"),
  restores: oneOf('service', 'replicas'),
  by: noun('procedure'),
})
const recovers = define(
  'recovers',
  {
    store: need(component, ''),
    from: need(noun('failure'), 'what it recovers from'),
    within: duration,
    losing,
    by: noun('procedure'),
  },
  ({ within, losing, from }, say) => {
    if (from.kind === 'hang')
      say({ path: 'from', found: 'hang', allowed: 'a loss or corruption: what hangs loses nothing' })
    if (within === undefined && losing === undefined) {
      say({ path: 'within', found: 'neither within nor losing', allowed: 'a time, a loss, or both' })
    }
  },
)
const prepares = define('prepares', { store: need(component, ''), by: need(noun('procedure'), 'what prepares it') })
const operated = define('operated', { component: need(component, '') })
const drilled = define('drilled', { every: cadence })
const retains = define(
  'retains',
  { store: need(component, ''), copies: count(1), for: duration },
  ({ copies, for: time }, say) => {
    if (copies === undefined && time === undefined)
      say({ path: 'copies', found: 'neither copies nor for', allowed: 'a number, a time, or both' })
  },
)

export const recoveryKinds = { availability, operated, prepares, recovers, retains, survives }

/** Those about metrics, alerts and drills, which a file of promises does not declare. */
export const recoveryOfPlatforms = { drilled }

export const recoveryPromises = {
  /** What fails and what is drilled leaves this share of the time. `promise.availability({ in: live, atLeast: '99.9%', expects: [{ of: 'node', every: 'year' }] })` */
  availability: (options: PromiseOptions & Pick<PromiseOf<'availability'>, 'atLeast' | 'expects'>) =>
    availability(options, {}),

  /** After any one such failure, all of `keeps` are back in time. `promise.survives(loss.node, { in: live, keeps: [checkout], within: '5m', losing: 'nothing' })` */
  survives: (
    failure: Failure,
    options: PromiseOptions & {
      readonly keeps: readonly Component[]
      readonly within: Duration
      readonly losing: Losing
      /** `service` (default): callers are answered again; `replicas`: every pod is back too. */
      readonly restores?: 'service' | 'replicas'
      readonly by?: Procedure
    },
  ) => survives(options, { failure }),

  /** A store comes back from a failure in time (`within`, RTO) and with at most so much lost (`losing`, RPO). */
  recovers: (
    store: Component,
    options: PromiseOptions & {
      readonly from: Failure
      readonly within?: Duration
      readonly losing?: Losing
      readonly by?: Procedure
    },
  ) => recovers(options, { store }),

  /** Once the procedure is over, every member of the store has the tables and rows that it was to bring. */
  prepares: (store: Component, options: PromiseOptions & { readonly by: Procedure }) => prepares(options, { store }),

  /** An operator runs it: its pods come of a resource, and no controller of our own makes them. */
  operated: (component: Component, options: PromiseOptions = {}) => operated(options, { component }),

  /** Each promise that a store comes back is rehearsed by a drill that can be held. `promise.drilled({ in: live, every: 'quarter' })` */
  drilled: (options: PromiseOptions & { readonly every?: Cadence } = {}) => drilled(options, {}),

  /** So many copies of a store, or all of so long a time, are kept, and have room. `promise.retains(db, { copies: 28, for: '7d' })` */
  retains: (store: Component, options: PromiseOptions & { readonly copies?: number; readonly for?: Duration }) =>
    retains(options, { store }),
}
