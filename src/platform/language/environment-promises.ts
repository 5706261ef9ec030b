// Promises on environments as such: how large they are, how they differ, how long they last, where they stand.

import type { DataClass, Difference, Environment, Setting } from '../model.ts'
import { count, duration, either, list, need, noun, oneOf, percent, record, set } from '../schema.ts'
import type { Duration, Percent } from '../units.ts'
import { definePromise as define, type PromiseOf, type PromiseOptions } from './define-promise.ts'

const many = either(
  oneOf('several'),
  count(0),
  record('a bound such as { atLeast: 2 }', { atLeast: count(0), atMost: count(0) }),
)

const mirrors = define('mirrors', {
  of: need(noun('environment'), ''),
  except: set(oneOf('size', 'endpoints', 'versions', 'settings', 'cluster')),
})
const replicas = define('replicas', { each: need(many, 'how many pods each service has') })
const spans = define('spans', { regions: many, zones: many, clusters: many }, ({ regions, zones, clusters }, say) => {
  if (regions === undefined && zones === undefined && clusters === undefined)
    say({ path: 'zones', found: 'nothing', allowed: 'how many regions, zones or clusters' })
})
const lives = define('lives', { for: need(either(oneOf('good', 'until-closed'), duration), 'how long it lasts') })
const allots = define(
  'allots',
  { share: need(either(oneOf('least', 'all'), percent), ''), of: noun('environment') },
  (given, say) => {
    if ((given.share === 'least') !== (given.of === undefined))
      say({
        path: 'of',
        found: given.of ? `least of ${given.of.name}` : 'nothing',
        allowed: 'an environment, with a share of what it has',
      })
  },
)
const holds = define('holds', {
  data: need(oneOf('production', 'subset', 'masked', 'synthetic', 'test', 'mock'), ''),
})
const configures = define('configures', {
  by: need(list(oneOf('variables', 'secrets', 'features', 'scaling'), 1), 'what is said for each environment'),
})
const integrates = define('integrates', { stage: need(oneOf('production', 'sandbox', 'mock'), '') })

/** Those that a file of promises does not declare: manifests name no environment that another is held against. */
export const environmentOfPlatforms = { allots, configures, holds, lives, mirrors, integrates, replicas, spans }

type Many = PromiseOf<'replicas'>['each']

export const environmentPromises = {
  /** It runs what the other runs, made alike but for what may differ. `promise.mirrors(live, { in: staging, except: ['size', 'endpoints'] })` */
  mirrors: (of: Environment, options: PromiseOptions & { readonly except?: readonly Difference[] } = {}) =>
    mirrors(options, { of }),

  /** Each service, worker and gateway has so many pods, whatever an autoscaler does. `promise.replicas({ atLeast: 3 }, { in: live })` */
  replicas: (each: Many, options: PromiseOptions = {}) => replicas(options, { each }),

  /** It stands in so many regions (with those that serve beside it or wait for it), zones, clusters. `promise.spans({ in: live, zones: 'several' })` */
  spans: (options: PromiseOptions & Pick<PromiseOf<'spans'>, 'clusters' | 'regions' | 'zones'>) => spans(options, {}),

  /** It lasts so long and no longer, until its branch or pull request is closed, or for good. `promise.lives('7d', { in: trial })` */
  lives: (time: Duration | 'good' | 'until-closed', options: PromiseOptions = {}) => lives(options, { for: time }),

  /** What it requests is that share of what another does, or no more than any other environment. `promise.allots('50%', { in: staging, of: live })` */
  allots: (share: Percent | 'all' | 'least', options: PromiseOptions & { readonly of?: Environment } = {}) =>
    allots(options, { share }),

  /** Rows of that kind lie there, and no others. `promise.holds('masked', { in: staging })` */
  holds: (data: DataClass, options: PromiseOptions = {}) => holds(options, { data }),

  /** Settings of these kinds are said for it. `promise.configures({ in: live, by: ['secrets', 'scaling'] })` */
  configures: (options: PromiseOptions & { readonly by: readonly Setting[] }) => configures(options, {}),

  /** Every system outside that it calls is of that stage. `promise.integrates('sandbox', { in: staging })` */
  integrates: (stage: PromiseOf<'integrates'>['stage'], options: PromiseOptions = {}) => integrates(options, { stage }),
}
