// Statements that can be judged. Each function makes one; with more than one environment a promise says `in:`.

import type { Component } from '../component.ts'
import type {
  At,
  Balancing,
  Cadence,
  Environment,
  Failure,
  FigureValue,
  Journey,
  Losing,
  Measure,
  Metric,
  PlatformPromise,
  PortRef,
  Procedure,
  Protection,
} from '../model.ts'
import {
  cadence,
  count,
  duration,
  durationRange,
  either,
  type Fields,
  labelKey,
  list,
  need,
  noun,
  oneOf,
  percent,
  port,
  price,
  quantity,
  record,
  text,
} from '../schema.ts'
import type { Duration } from '../units.ts'
import { definePromise as define, type PromiseKind, type PromiseOf, type PromiseOptions } from './define-promise.ts'
import { securityKinds, securityPromises } from './security-promises.ts'

const losing = either(oneOf('nothing'), duration)
const component = noun('component')
const nonEmpty = list(component, 1)

const figure = define('figure', {
  measure: need(noun('measure', 'minus', 'sum', 'lag', 'stated'), 'what is counted'),
  is: need(either(quantity, percent, durationRange, price), 'the number that is stated'),
})
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
const place = either(noun('environment'), text)
const separates = define('separates', { from: need(place, ''), to: need(place, ''), exceptPorts: list(port) })
const connects = define('connects', {
  among: need(list(component, 1), 'who reaches whom'),
  pairs: oneOf('called', 'all'),
})
const carries = define('carries', { journey: need(noun('journey'), '') })
const resolves = define('resolves', {})
const prepares = define('prepares', { store: need(component, ''), by: need(noun('procedure'), 'what prepares it') })
const operated = define('operated', { component: need(component, '') })
const reachedOnlyBy = define('reachedOnlyBy', {
  target: need(noun('component', 'port'), ''),
  by: need(list(component), 'who may call it'),
})
const scrapes = define('scrapes', { by: need(component, ''), every: duration })
const collects = define('collects', {
  by: need(component, ''),
  metrics: need(list(noun('metric'), 1), 'what is collected'),
})
const drilled = define('drilled', { every: cadence })
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
const fits = define('fits', { rollouts: oneOf('one-by-one', 'together'), by: noun('procedure') })
const confines = define('confines', {
  resource: need(oneOf('cpu', 'memory', 'storage'), 'what it may take no more of'),
  beside: list(noun('environment')),
})
const retains = define(
  'retains',
  { store: need(component, ''), copies: count(1), for: duration },
  ({ copies, for: time }, say) => {
    if (copies === undefined && time === undefined)
      say({ path: 'copies', found: 'neither copies nor for', allowed: 'a number, a time, or both' })
  },
)
const grows = define('grows', { component: need(component, ''), to: count(1), by: oneOf('autoscaler', 'person') })
const onlyCalls = define('onlyCalls', {})
const protects = define('protects', {
  by: need(list(oneOf('policies', 'quota', 'budgets', 'accounts', 'secrets'), 1), 'what protects it'),
})
const balances = define('balances', {
  component: need(component, ''),
  how: need(oneOf('round-robin', 'random', 'least-connections'), 'how the next to answer is picked'),
  each: oneOf('connection', 'request'),
})
const stands = define(
  'stands',
  { component: need(component, ''), pool: text, apart: labelKey },
  ({ pool, apart }, say) => {
    if (pool === undefined && apart === undefined) {
      say({
        path: 'pool',
        found: 'neither pool nor apart',
        allowed: 'a pool, a label that tells places apart, or both',
      })
    }
  },
)
const drained = define('drained', {
  component: need(component, ''),
  available: count(1),
})
const rolls = define(
  'rolls',
  {
    component: need(component, ''),
    available: need(
      record('pods that are there throughout, such as { from: 3, to: 4 }', {
        from: need(count(0), ''),
        to: need(count(0), ''),
      }),
      'how many pods there are throughout',
    ),
    first: oneOf('new'),
  },
  ({ available: { from, to } }, say) => {
    if (from > to)
      say({ path: 'available', found: `from ${from} to ${to}`, allowed: 'a range that ends where it begins or later' })
  },
)
const bound = either(percent, duration, quantity)
const stays = define(
  'stays',
  { metric: need(noun('metric'), ''), above: bound, below: bound },
  ({ above, below }, say) => {
    if (above === undefined && below === undefined) {
      say({ path: 'below', found: 'neither above nor below', allowed: "a bound, as below: '500ms'" })
    }
  },
)

// They are about metrics, alerts and drills, which a file of promises does not declare.
type OnlyOfPlatforms = 'collects' | 'drilled' | 'noticed'

/** The same promises for a reader of files, which says itself where each stands, with the options that they take. */
export const promiseAt = {
  ...securityKinds,
  availability,
  balances,
  carries,
  confines,
  connects,
  drained,
  figure,
  fits,
  grows,
  onlyCalls,
  operated,
  prepares,
  protects,
  reachedOnlyBy,
  recovers,
  resolves,
  retains,
  rolls,
  scrapes,
  separates,
  stands,
  stays,
  survives,
} satisfies {
  readonly [kind in Exclude<PromiseKind, OnlyOfPlatforms>]: ((
    options: object,
    more: object,
    at?: At,
  ) => PlatformPromise) & {
    readonly fields: Fields
  }
}

/** Every promise of a platform, as `promiseAt` has those that files make. */
export const platformPromiseAt = { ...promiseAt, collects, drilled, noticed } satisfies {
  readonly [kind in PromiseKind]: ((options: object, more: object, at?: At) => PlatformPromise) & {
    readonly fields: Fields
  }
}

export const promise = Object.freeze({
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

  /** Nothing in the first can open a connection to the second, but for some ports. A text names a namespace, or `internet`. */
  separates: (
    from: Environment | string,
    to: Environment | string,
    options: PromiseOptions & { readonly exceptPorts?: readonly number[] } = {},
  ) => separates(options, { from, to }),

  /** Every call declared among these is open. */
  connects: (
    among: readonly Component[],
    options: PromiseOptions & {
      /** `called` (default): what is declared to call; `all`: each reaches every other where it answers. */
      readonly pairs?: 'called' | 'all'
    } = {},
  ) => connects(options, { among }),

  /** Each step of the journey is a declared call that gets through. `promise.carries(buying, { in: live })` */
  carries: (journey: Journey, options: PromiseOptions = {}) => carries(options, { journey }),

  /** Every pod can resolve names. */
  resolves: (options: PromiseOptions = {}) => resolves(options, {}),

  /** Once the procedure is over, every member of the store has the tables and rows that it was to bring. */
  prepares: (store: Component, options: PromiseOptions & { readonly by: Procedure }) => prepares(options, { store }),

  /** An operator runs it: its pods come of a resource, and no controller of our own makes them. */
  operated: (component: Component, options: PromiseOptions = {}) => operated(options, { component }),

  /** Nothing but these can open a connection to the target. */
  reachedOnlyBy: (target: Component | PortRef, by: readonly Component[], options: PromiseOptions = {}) =>
    reachedOnlyBy(options, { target, by }),

  /** No policy lets through what nobody calls, on either side: least privilege for the network. */
  onlyCalls: (options: PromiseOptions = {}) => onlyCalls(options, {}),

  /**
   * The namespace has each of these: policies that isolate every pod in both directions and let its calls through, a
   * quota of CPU and memory, a budget for each workload with several pods, an account for each workload with rights that
   * end at the namespace, and Secrets of its own. `promise.protects({ in: live, by: ['policies', 'quota'] })`
   */
  protects: (options: PromiseOptions & { readonly by: readonly Protection[] }) => protects(options, {}),

  /** Who answers next behind its Service is picked so, for each new connection (default) or for each request. */
  balances: (
    component: Component,
    options: PromiseOptions & { readonly how: Balancing; readonly each?: 'connection' | 'request' },
  ) => balances(options, { component }),

  /** The collector reaches the metrics of everything that exposes some. */
  scrapes: (by: Component, options: PromiseOptions & { readonly every?: Duration } = {}) => scrapes(options, { by }),

  /**
   * Somebody is told when it happens: that containers keep dying, that some of a component's data or all of its service
   * is away, that a whole cluster is lost. `promise.noticed(crashLoops, { in: live })`
   */
  noticed: (what: 'crash-loops' | Failure | Component, options: PromiseOptions & { readonly within?: Duration } = {}) =>
    noticed(options, { what }),

  /** Each promise that a store comes back is rehearsed by a drill that can be held. `promise.drilled({ in: live, every: 'quarter' })` */
  drilled: (options: PromiseOptions & { readonly every?: Cadence } = {}) => drilled(options, {}),

  /** These metrics are to be had: something that is there exposes each. `promise.collects(prometheus, { in: live, metrics: [latency] })` */
  collects: (by: Component, options: PromiseOptions & { readonly metrics: readonly Metric[] }) =>
    collects(options, { by }),

  /** What the environment requests has room in its pool; with `rollouts`, a quota holds these and the jobs too. */
  fits: (
    options: PromiseOptions & {
      /** `together`: all at once, as one release rolls them out; `one-by-one`: the largest of them. */
      readonly rollouts?: 'one-by-one' | 'together'
      /** How people make sure of it. */
      readonly by?: Procedure
    } = {},
  ) => fits(options, {}),

  /** What runs in the environment cannot take more of a resource than others leave it. `promise.confines('storage', { in: live })` */
  confines: (
    resource: 'cpu' | 'memory' | 'storage',
    options: PromiseOptions & {
      /** Environments that are planned for the same nodes: their quotas count already. */
      readonly beside?: readonly Environment[]
    } = {},
  ) => confines(options, { resource }),

  /** So many copies of a store, or all of so long a time, are kept, and have room. `promise.retains(db, { copies: 28, for: '7d' })` */
  retains: (store: Component, options: PromiseOptions & { readonly copies?: number; readonly for?: Duration }) =>
    retains(options, { store }),

  /** It can have more pods: somebody scales it, and the quota and the nodes have room. `promise.grows(checkout, { to: 10 })` */
  grows: (
    component: Component,
    options: PromiseOptions & {
      /** Default: one more than it has. */
      readonly to?: number
      /** Who scales it; default: an autoscaler that is there. */
      readonly by?: 'autoscaler' | 'person'
    } = {},
  ) => grows(options, { component }),

  ...securityPromises,

  /** A component stands on a pool only, or its members stand apart. */
  stands: (component: Component, options: PromiseOptions & { readonly pool?: string; readonly apart?: string }) =>
    stands(options, { component }),

  /** While any one node is drained for maintenance, so many pods stay available (default: one). */
  drained: (component: Component, options: PromiseOptions & { readonly available?: number } = {}) =>
    drained(options, { component }),

  /** During a rollout, so many pods are there; with `first: 'new'`, no old one ends before a new one is ready. */
  rolls: (
    component: Component,
    options: PromiseOptions & {
      readonly available: { readonly from: number; readonly to: number }
      readonly first?: 'new'
    },
  ) => rolls(options, { component }),

  /** A metric stays within its bound. `promise.stays(latency, { below: '500ms' })` */
  stays: (metric: Metric, options: PromiseOptions & { readonly above?: string; readonly below?: string }) =>
    stays(options, { metric }),

  /** A number that a document states, judged against the computed one. `promise.figure(total.pods(live), { is: 22 })` */
  figure: (measure: Measure, options: PromiseOptions & { readonly is: FigureValue }) => figure(options, { measure }),
})
