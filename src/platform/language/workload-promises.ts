// Promises on where pods stand, how many there are, and what room they have.

import type { Component } from '../component.ts'
import type { Environment, Procedure, Protection } from '../model.ts'
import { count, labelKey, list, need, noun, oneOf, record, text } from '../schema.ts'
import { definePromise as define, type PromiseOf, type PromiseOptions } from './define-promise.ts'

const component = noun('component')
const fits = define('fits', { rollouts: oneOf('one-by-one', 'together'), by: noun('procedure') })
const confines = define('confines', {
  resource: need(oneOf('cpu', 'memory', 'storage'), 'what it may take no more of'),
  beside: list(noun('environment')),
})
const grows = define('grows', { component: need(component, ''), to: count(1), by: oneOf('autoscaler', 'person') })
const protects = define('protects', {
  by: need(list(oneOf('policies', 'quota', 'budgets', 'accounts', 'secrets'), 1), 'what protects it'),
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
    available: record('pods that are there throughout, such as { from: 3, to: 4 }', {
      from: need(count(0), ''),
      to: count(0),
    }),
    first: oneOf('new'),
  },
  ({ available }: { readonly available?: PromiseOf<'rolls'>['available'] }, say) => {
    const { from = 0, to = from } = available ?? {}
    if (from > to)
      say({ path: 'available', found: `from ${from} to ${to}`, allowed: 'a range that ends where it begins or later' })
  },
)

export const workloadKinds = { confines, drained, fits, grows, protects, rolls, stands }

export const workloadPromises = {
  /**
   * The namespace has each of these: policies that isolate every pod in both directions and let its calls through, a
   * quota of CPU and memory, a budget for each workload with several pods, an account for each workload with rights that
   * end at the namespace, and Secrets of its own. `promise.protects({ in: live, by: ['policies', 'quota'] })`
   */
  protects: (options: PromiseOptions & { readonly by: readonly Protection[] }) => protects(options, {}),

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

  /** A component stands on a pool only, or its members stand apart. */
  stands: (component: Component, options: PromiseOptions & { readonly pool?: string; readonly apart?: string }) =>
    stands(options, { component }),

  /** While any one node is drained for maintenance, so many pods stay available (default: one). */
  drained: (component: Component, options: PromiseOptions & { readonly available?: number } = {}) =>
    drained(options, { component }),

  /** During a rollout, so many pods are there (default: one at least); with `first: 'new'`, no old one ends before a new one is ready. */
  rolls: (
    component: Component,
    options: PromiseOptions & {
      readonly available?: { readonly from: number; readonly to?: number }
      readonly first?: 'new'
    },
  ) => rolls(options, { component }),
}
