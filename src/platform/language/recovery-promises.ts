// Promises on what fails, and on what comes back.

import type { Component } from '../component.ts'
import { isMade } from '../made.ts'
import type { Cadence, DnsFailover, Environment, Failure, Losing, Monitoring, Procedure } from '../model.ts'
import {
  cadence,
  count,
  duration,
  durationRange,
  either,
  flag,
  list,
  need,
  noun,
  oneOf,
  percent,
  record,
} from '../schema.ts'
import type { Duration } from '../units.ts'
import { definePromise as define, type PromiseOf, type PromiseOptions } from './define-promise.ts'

const losing = either(oneOf('nothing'), duration)
const component = noun('component')
const nonEmpty = list(component, 1)
const availability = define('availability', {
  atLeast: need(percent, 'the share of the time'),
  now: percent,
  over: duration,
  expects: list(
    record("what happens how often, such as { of: 'node', every: '1y', takes: '10m' }", {
      of: need(
        oneOf('pod', 'node', 'zone', 'cluster', 'region', 'store', 'corruption', 'breach', 'release'),
        'what happens',
      ),
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
    what: need(noun('component', 'environment', 'dnsFailover', 'monitoring'), ''),
    part: oneOf('data', 'application', 'infrastructure'),
    from: noun('failure'),
    within: duration,
    strictly: flag,
    losing,
    by: noun('procedure'),
    tested: cadence,
  },
  ({ what, part, within, strictly, losing, from }, say) => {
    if (strictly === true && within === undefined)
      say({ path: 'strictly', found: 'no within', allowed: 'a time that it has to be less than' })
    if (from?.kind === 'hang')
      say({ path: 'from', found: 'hang', allowed: 'a loss or corruption: what hangs loses nothing' })
    if (part !== undefined && what.is !== 'environment')
      say({ path: 'part', found: `a part of ${what.name}`, allowed: 'a part of an environment' })
    if (what.is === 'dnsFailover' && losing !== undefined)
      say({ path: 'losing', found: `rows of ${what.name}`, allowed: 'nothing: a name keeps no rows' })
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
  {
    store: need(component, ''),
    copies: count(1),
    for: duration,
    every: cadence,
    archived: duration,
    acrossRegions: flag,
    immutable: flag,
    asRequired: flag,
    verified: cadence,
    how: oneOf('full', 'incremental', 'snapshot', 'continuous'),
  },
  ({ copies, for: time, every, archived, acrossRegions, immutable, asRequired, verified }, say) => {
    if (
      [copies, time, every, archived, acrossRegions, immutable, asRequired, verified].every((one) => one === undefined)
    )
      say({ path: 'copies', found: 'neither copies nor for', allowed: 'a number, a time, or both' })
  },
)

export const recoveryKinds = { availability, operated, prepares, recovers, retains, survives }

/** Those about metrics, alerts and drills, which a file of promises does not declare. */
export const recoveryOfPlatforms = { drilled }

export const recoveryPromises = {
  /** What fails and what is drilled leaves this share of the time. `promise.availability({ in: live, atLeast: '99.9%', expects: [{ of: 'node', every: 'year' }] })` */
  availability: (options: PromiseOptions & Pick<PromiseOf<'availability'>, 'atLeast' | 'now' | 'over' | 'expects'>) =>
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

  /**
   * It comes back from a failure (default: from any) in time (`within`, RTO) and with at most so much lost (`losing`, RPO):
   * a component, the names that lead to an environment, an environment as a whole, or one part of it.
   * `promise.recovers(live, { part: 'data', within: '4h', losing: '15m', tested: 'week' })`
   */
  recovers: (
    what: Component | DnsFailover | Environment | Monitoring,
    options: PromiseOptions & {
      /** Of an environment: its stores, what runs there, or the clusters and networks under it; default: all of it. */
      readonly part?: 'data' | 'application' | 'infrastructure'
      readonly from?: Failure
      readonly within?: Duration
      /** In less than that, and not in as much: `<4h`. */
      readonly strictly?: boolean
      readonly losing?: Losing
      readonly by?: Procedure
      readonly tested?: Cadence
    },
  ) => recovers(options, { what, ...(options?.in === undefined && placeOf(what)) }),

  /** Once the procedure is over, every member of the store has the tables and rows that it was to bring. */
  prepares: (store: Component, options: PromiseOptions & { readonly by: Procedure }) => prepares(options, { store }),

  /** An operator runs it: its pods come of a resource, and no controller of our own makes them. */
  operated: (component: Component, options: PromiseOptions = {}) => operated(options, { component }),

  /** Each promise that a store comes back is rehearsed by a drill that can be held. `promise.drilled({ in: live, every: 'quarter' })` */
  drilled: (options: PromiseOptions & { readonly every?: Cadence } = {}) => drilled(options, {}),

  /**
   * So many copies of a store, or all of so long a time, are kept, and have room; one is taken as often as `every`, lies in an
   * archive afterwards, and in two regions at least (`acrossRegions`); nobody can delete one before its time (`immutable`), they
   * are kept as long as laws and standards want (`asRequired`, which is open until it is a time), and one is brought back as often as `verified`, to see that it can be; `how`: of copies that are taken so.
   * `promise.retains(db, { copies: 28, for: '7d', every: '6h' })`
   */
  retains: (
    store: Component,
    options: PromiseOptions &
      Partial<
        Pick<
          PromiseOf<'retains'>,
          'copies' | 'for' | 'every' | 'archived' | 'acrossRegions' | 'immutable' | 'asRequired' | 'verified' | 'how'
        >
      >,
  ) => retains(options, { store }),
}

// An environment is its own place, and names belong to the one that they lead to when all is well.
function placeOf(what: unknown): { readonly in?: Environment } {
  if (isMade(what, 'environment')) return { in: what as Environment }
  return isMade(what, 'dnsFailover') && (what as DnsFailover).from ? { in: (what as DnsFailover).from } : {}
}
